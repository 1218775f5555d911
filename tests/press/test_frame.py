"""What stands around a page: ways to other languages, and where to report a mistake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_site, an_article, an_author, an_edition
from byline.model import Page
from byline.press.frame import other_languages, report_address
from byline.press.theme_settings import ThemeSettings
from byline.settings import SettingsError, typed
from byline.urls import Addresses

ADDRESSES = Addresses({}, "en")
EDITION = an_edition(an_article(), an_article(lang="fr"), an_article(lang="pt-BR"))
EDIT = "https://git.example/edit/main/{source}"


def a_page(address: str = "/x/", lang: str = "en", **values: object) -> Page:
    return Page("article", address, "x", lang, values)


@pytest.mark.parametrize(
    ("kind", "nearest"),
    [
        ("article", "archive/"),
        ("gone", "archive/"),
        ("series", "archive/"),
        ("author", "authors/"),
        ("category", "categories/"),
        ("tag", "tags/"),
        ("page", ""),
        ("404", ""),
    ],
)
def test_a_page_leads_to_its_versions_and_else_to_the_nearest_list_of_each_language(kind: str, nearest: str) -> None:
    page = Page(kind, "/x/", "x", "en", alternates=(("en", "/x/"), ("fr", "/fr/x/")))

    assert other_languages(page, EDITION, ADDRESSES) == (("fr", "/fr/x/"), ("pt-BR", f"/pt-br/{nearest}"))


def test_a_version_in_a_language_without_lists_is_not_forgotten() -> None:
    page = Page("page", "/x/", "x", "en", alternates=(("en", "/x/"), ("de", "/de/x/")))

    assert ("de", "/de/x/") in other_languages(page, EDITION, ADDRESSES)


def test_a_site_in_one_language_offers_no_other() -> None:
    assert other_languages(a_page(), an_edition(an_article()), ADDRESSES) == ()


@pytest.mark.parametrize("name", ["article", "page_text", "author"])
def test_a_mistake_is_reported_where_the_text_stands(name: str) -> None:
    text = an_author(source="authors/josé.md")

    assert report_address(EDIT, a_page(**{name: text}), "content", a_site()) == (
        "https://git.example/edit/main/content/authors/jos%C3%A9.md"
    )


def test_a_list_has_no_text_to_edit_but_can_be_written_about() -> None:
    mail = "mailto:blog@example.com?subject={address}"

    assert report_address(EDIT, a_page("/archive/"), "content", a_site()) == ""
    assert report_address(mail, a_page("/archive/"), "content", a_site()) == (
        "mailto:blog@example.com?subject=https%3A%2F%2Fblog.example.com%2Farchive%2F"
    )
    assert report_address("", a_page(article=an_article()), "content", a_site()) == ""


@given(st.text(max_size=40))
def test_no_file_name_adds_a_query_or_a_fragment_to_the_address(name: str) -> None:
    name = name.encode("utf-8", "ignore").decode()
    address = report_address(EDIT, a_page(article=an_article(source=f"articles/{name}.md")), "content", a_site())

    assert not set(address.removeprefix("https:")) & set("?#&\"'<> :")


@pytest.mark.parametrize("report", ["javascript:alert(1)", "blog@example.com", "http://example.com", "mailto:a b"])
def test_only_a_mailbox_or_an_https_address_takes_reports(report: str) -> None:
    with pytest.raises(SettingsError, match=r"BYLINE_THEME: report: .* is no address: begin with mailto: or https://"):
        typed("BYLINE_THEME", ThemeSettings, {"report": report})
