"""Old addresses lead to new ones."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import an_article, an_edition
from byline.model import PlainPage
from byline.redirects.redirects import RedirectSettings, old_address, redirects
from byline.settings import SettingsError, typed
from byline.urls import save_as


def a_page(slug: str, **fields: Any) -> PlainPage:
    address = f"/pages/{slug}/"
    return PlainPage(slug, slug, "en", slug, "published", address, address, "", f"pages/{slug}.md", **fields)


def names(*articles: Any, **given: Any) -> list[tuple[str, str]]:
    return [(finding.path, finding.name) for finding in redirects(an_edition(*articles), **given)[1]]


def test_aliases_of_articles_and_pages_lead_to_their_texts() -> None:
    edition = an_edition(
        an_article("why", aliases=("/2019/why.html", "old/why")), pages=(a_page("about", aliases=("/us/",)),)
    )

    assert redirects(edition) == (
        {"/2019/why.html": "/articles/why/", "/old/why/": "/articles/why/", "/us/": "/pages/about/"},
        [],
    )


@pytest.mark.parametrize(
    ("state", "leads"), [("hidden", True), ("draft", False), ("scheduled", False), ("expired", True)]
)
def test_only_texts_with_a_page_have_redirects(state: str, leads: bool) -> None:
    assert bool(redirects(an_edition(an_article("why", state=state, aliases=("/old/",))))[0]) is leads


def test_two_texts_with_one_alias_are_an_error_that_names_both() -> None:
    first, second = an_article("a", aliases=("/old",)), an_article("b", aliases=("/old/",))

    found, findings = redirects(an_edition(first, second))

    assert found == {"/old/": "/articles/a/"}
    assert [(f.path, f.name, f.severity) for f in findings] == [(second.source, "duplicate-alias", "error")]
    assert first.source in findings[0].message


def test_one_text_may_repeat_its_alias() -> None:
    assert names(an_article("why", aliases=("/old", "/old/"))) == []


def test_an_alias_never_takes_an_address_that_is_in_use() -> None:
    article = an_article("why", aliases=("/articles/how/", "/authors/", "/feed.xml/x/"))
    how = an_article("how", state="scheduled")

    found, findings = redirects(an_edition(article, how), taken={"/authors/", "/feed.xml"})

    assert found == {}
    assert [finding.name for finding in findings] == ["alias-taken"] * 3
    assert how.source in findings[0].message


@pytest.mark.parametrize(
    "alias",
    [
        "",
        "/",
        "//evil.example/",
        "https://old.example/x",
        "/a/../b/",
        "/%2e%2e/b/",
        "/.git/",
        "/a?b",
        "/a#b",
        "/a\nb",
        "\\a",
    ],
)
def test_an_unsafe_alias_is_an_error(alias: str) -> None:
    article = an_article("why", aliases=(alias,))

    assert names(article) == [(article.source, "unsafe-alias")]


def test_what_the_site_moved_leads_to_the_end_of_a_chain() -> None:
    moved = {"/rss/": "/feeds/all.xml", "/feeds/all.xml": "/feed.xml", "/tips/": "/old/"}

    found, findings = redirects(an_edition(an_article("why", aliases=("/old/",))), moved=moved)

    assert [(one.name, one.severity) for one in findings] == [("alias-chain", "advice")] * 2
    assert found == {
        "/feeds/all.xml": "/feed.xml",
        "/old/": "/articles/why/",
        "/rss/": "/feed.xml",
        "/tips/": "/articles/why/",
    }


@pytest.mark.parametrize(
    ("moved", "sentence"),
    [
        ({"/a/": "/b/", "/b/": "/a"}, "/a/ leads back to itself"),
        ({"/a/": "https://evil.example/"}, "write an address on this site"),
        ({"/../a/": "/b/"}, "is no address on this site"),
    ],
)
def test_a_setting_that_leads_nowhere_is_an_error_at_start(moved: dict[str, str], sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        typed("BYLINE_REDIRECTS", RedirectSettings, {"moved": moved})


@given(st.text())
def test_an_old_address_is_either_refused_or_a_path_inside_the_site(alias: str) -> None:
    try:
        address = old_address(alias)
    except ValueError:
        return
    parts = save_as(address).split("/")
    assert address.startswith("/")
    assert not [part for part in parts if not part or part.startswith(".") or len(part.encode()) > 255]
    assert old_address(address) == address


@given(st.lists(st.tuples(*[st.sampled_from(["/a/", "/b/", "/c/", "/d/", "/articles/x/"])] * 2)))
def test_no_redirect_leads_to_another_redirect(pairs: list[tuple[str, str]]) -> None:
    try:
        settings = RedirectSettings(dict(pairs))
    except ValueError:
        return
    found, _ = redirects(an_edition(an_article("x", aliases=("/a/",))), moved=settings.moved)
    assert set(found).isdisjoint(found.values())
