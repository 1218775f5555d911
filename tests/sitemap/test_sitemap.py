"""What search engines are told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from lxml import etree

from builders import NOON, a_site, an_article, an_edition
from built import a_build
from byline.model import Page, PlainPage
from byline.sitemap import sitemap
from byline.sitemap.sitemap import entries, sitemap_files

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def a_page(address: str, kind: str = "archive", lang: str = "en", **fields: Any) -> Page:
    return Page(kind, address, f"{address.lstrip('/')}index.html", lang, **fields)


def files(*pages: Page, **fields: Any) -> dict[str, bytes]:
    site = fields.pop("site", a_site())
    return {
        file.save_as: file.data for file in sitemap_files(a_build(an_edition(site=site), pages=list(pages), **fields))
    }


def urls(data: bytes) -> list[str]:
    return [node.text for node in etree.fromstring(data).findall("s:url/s:loc", NAMES)]


def test_pages_stand_in_order_with_full_addresses() -> None:
    site = a_site(url="https://example.com/preview/pr-7")

    data = files(a_page("/tags/b/"), a_page("/"), a_page("/tags/a/"), site=site)["sitemap.xml"]

    assert urls(data) == [f"https://example.com/preview/pr-7{path}" for path in ("/", "/tags/a/", "/tags/b/")]


@pytest.mark.parametrize(
    "page",
    [
        a_page("/hidden/", noindex=True),
        a_page("/contributions.html", internal=True),
        a_page("/old/", kind="redirect"),
        a_page("/expired/", kind="gone"),
        a_page("/404.html", kind="404"),
    ],
)
def test_what_readers_should_not_find_is_left_out(page: Page) -> None:
    assert urls(files(a_page("/"), page)["sitemap.xml"]) == ["https://blog.example.com/"]


def test_versions_name_each_other_and_themselves_and_the_site_language_is_for_all_others() -> None:
    versions = (("en", "/"), ("fr", "/fr/"))

    tree = etree.fromstring(
        files(a_page("/", alternates=versions), a_page("/fr/", lang="fr", alternates=versions))["sitemap.xml"]
    )

    for url in tree.findall("s:url", NAMES):
        assert [
            (link.get("hreflang"), link.get("href")) for link in url.findall("x:link[@rel='alternate']", NAMES)
        ] == [
            ("en", "https://blog.example.com/"),
            ("fr", "https://blog.example.com/fr/"),
            ("x-default", "https://blog.example.com/"),
        ]


def test_a_version_that_is_not_listed_is_not_named() -> None:
    english = a_page("/", alternates=(("en", "/"), ("fr", "/fr/")))
    french = a_page("/fr/", lang="fr", alternates=(("en", "/"), ("fr", "/fr/")), noindex=True)

    assert entries([english, french])[0].versions == ()


def test_only_texts_tell_when_they_changed() -> None:
    article = an_article("why", modified=NOON + timedelta(days=1))
    about = PlainPage("About", "about", "en", "about", "published", "/pages/about/", "", "", "", modified=NOON)
    data = files(
        a_page("/articles/why/", kind="article", values={"article": article}),
        a_page("/pages/about/", kind="page", values={"page_text": about}),
        a_page("/archive/", values={"article": article}),
    )["sitemap.xml"]

    found = {
        url.findtext("s:loc", None, NAMES): url.findtext("s:lastmod", None, NAMES) for url in etree.fromstring(data)
    }

    assert found == {
        "https://blog.example.com/articles/why/": "2026-06-16T12:00:00+00:00",
        "https://blog.example.com/pages/about/": "2026-06-15T12:00:00+00:00",
        "https://blog.example.com/archive/": None,
    }


def test_a_very_large_site_has_an_index_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LIMIT", 2)

    found = files(*(a_page(f"/tags/{letter}/") for letter in "abcde"))

    parts = [node.text for node in etree.fromstring(found["sitemap.xml"]).findall("s:sitemap/s:loc", NAMES)]
    assert parts == [f"https://blog.example.com/sitemap-{number}.xml" for number in (1, 2, 3)]
    assert [len(urls(found[f"sitemap-{number}.xml"])) for number in (1, 2, 3)] == [2, 2, 1]


def test_a_site_without_pages_has_an_empty_sitemap() -> None:
    assert urls(files()["sitemap.xml"]) == []


@pytest.mark.parametrize(
    ("production", "said"),
    [
        (True, "User-agent: *\nDisallow:\n\nSitemap: https://blog.example.com/sitemap.xml\n"),
        (False, "User-agent: *\nDisallow:\n"),
    ],
)
def test_crawlers_may_read_everything_and_find_the_public_sitemap(production: bool, said: str) -> None:
    assert files(production=production)["robots.txt"].decode() == said
