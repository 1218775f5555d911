"""The law's pages: in every language, complete or visibly not, and never in the place of a company's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builders import a_site, an_article, an_edition
from byline.legal.pages import KINDS, legal_pages
from byline.legal.settings import NEEDED, LegalSettings, completed, gaps_note
from byline.model import Page, PlainPage
from byline.press.frame import footer
from byline.settings import SettingsError, typed
from byline.urls import Addresses
from running import article, build, site

ADDRESSES = Addresses(
    {
        "PAGE_URL": "pages/{slug}/",
        "PAGE_SAVE_AS": "pages/{slug}/index.html",
        "PAGE_LANG_URL": "{lang}/pages/{slug}/",
        "PAGE_LANG_SAVE_AS": "{lang}/pages/{slug}/index.html",
    },
    "en",
)
WHOLE = LegalSettings(**dict.fromkeys(NEEDED, "Somebody"))


def a_build(*pages: PlainPage, settings: LegalSettings = WHOLE, production: bool = False) -> Any:
    edition = an_edition(an_article(), an_article(lang="fr"), pages=pages)
    return SimpleNamespace(
        edition=edition,
        site=edition.site,
        addresses=ADDRESSES,
        production=production,
        setting=lambda _: settings,
        pages=[Page("page", one.address, one.save_as, one.lang, {"page_text": one}) for one in pages],
    )


def a_page(slug: str, lang: str = "en", **given: Any) -> PlainPage:
    address, save_as = ADDRESSES.page(slug=slug, lang=lang)
    known = {"title": slug, "slug": slug, "lang": lang, "translation": f"pages/{slug}", "state": "published"}
    return PlainPage(**{**known, "address": address, "save_as": save_as, "url": "", "source": "", **given})


def addresses(*pages: PlainPage) -> list[str]:
    return [page.address for page in legal_pages(a_build(*pages))]


def test_every_language_has_each_of_the_law_s_pages() -> None:
    assert addresses() == [f"{prefix}/pages/{kind}/" for kind in KINDS for prefix in ("", "/fr")]


def test_versions_of_a_page_name_each_other() -> None:
    page = next(iter(legal_pages(a_build())))

    assert page.alternates == (("en", "/pages/legal/"), ("fr", "/fr/pages/legal/"))


def test_a_page_that_a_company_wrote_takes_the_place_of_ours_in_its_language() -> None:
    assert "/fr/pages/privacy/" not in addresses(a_page("privacy", "fr"))
    assert "/pages/privacy/" in addresses(a_page("privacy", "fr"))


def test_a_version_under_a_slug_of_its_own_takes_that_place_too() -> None:
    own = a_page("legal"), a_page("mentions", "fr", translation="pages/legal")

    assert [address for address in addresses(*own) if "legal" in address] == []


def test_ours_and_a_company_s_own_lead_to_each_other() -> None:
    shared = a_build(a_page("privacy", "fr"), a_page("about", "fr"))
    ours = next(page for page in legal_pages(shared) if page.kind == "privacy")
    list(legal_pages(shared))

    assert ours.alternates == (("en", "/pages/privacy/"), ("fr", "/fr/pages/privacy/"))
    assert [page.alternates for page in shared.pages] == [ours.alternates, ()]


def test_a_draft_takes_no_place() -> None:
    assert "/pages/legal/" in addresses(a_page("legal", state="draft"))


def test_what_is_not_written_yet_is_a_gap_until_the_site_is_public() -> None:
    empty = LegalSettings()

    assert [page.values["gaps"] for page in legal_pages(a_build(settings=empty))] == [NEEDED] * 6
    assert [page.values["gaps"] for page in legal_pages(a_build(settings=empty, production=True))] == [()] * 6


def test_the_site_s_organisation_publishes_when_nobody_else_is_named() -> None:
    site = a_site(organisation="Example Ltd")

    assert completed(LegalSettings(), site).publisher == "Example Ltd"
    assert completed(LegalSettings(publisher="Its press"), site).publisher == "Its press"


@pytest.mark.parametrize("name", NEEDED)
def test_a_note_names_what_is_missing(name: str) -> None:
    assert f"lacks {name}:" in gaps_note(replace(WHOLE, **{name: " "}), a_site())
    assert gaps_note(WHOLE, a_site()) == ""


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(SettingsError, match="unknown setting 'publishr'"):
        typed("BYLINE_LEGAL", LegalSettings, {"publishr": "x"})


def test_the_footer_leads_to_plain_pages_and_then_to_the_law_s() -> None:
    about, hidden = a_page("about"), a_page("secret")
    pages = [
        *legal_pages(a_build()),
        Page("page", about.address, about.save_as, "en", {"page_text": about}),
        Page("page", hidden.address, hidden.save_as, "en", {"page_text": hidden}, noindex=True),
        Page("home", "/", "index.html", "en"),
    ]

    assert footer(pages, "en") == (
        ("about", "/pages/about/"),
        ("legal", "/pages/legal/"),
        ("privacy", "/pages/privacy/"),
        ("accessibility", "/pages/accessibility/"),
    )


def test_a_company_s_own_notice_stands_where_ours_would() -> None:
    own = a_page("legal", title="Imprint")
    pages = [*legal_pages(a_build(own)), Page("page", own.address, own.save_as, "en", {"page_text": own})]

    assert [label for label, _ in footer(pages, "en")] == ["Imprint", "privacy", "accessibility"]


def test_the_public_site_is_built_and_told_what_its_notice_lacks(tmp_path: Path) -> None:
    content = site(
        tmp_path, **{"articles/one.md": article(), "pages/privacy.md": "---\ntitle: Our rules\n---\n\nNone.\n"}
    )
    said = build(content, tmp_path, "--production", "--siteurl=https://blog.example.com")
    notice = (tmp_path / "output/pages/legal/index.html").read_text("utf-8")

    assert said.code == 0, said
    assert "the legal notice lacks publisher, address" in said.err
    assert "BYLINE_LEGAL" not in notice
    assert "Our rules" in (tmp_path / "output/pages/privacy/index.html").read_text("utf-8")
    assert 'href="/pages/accessibility/"' in notice
