"""What stands around a page: the ways to other languages, the footer, and where readers report a mistake."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from ..model import Edition, Page, Site
from ..urls import Addresses

Ways = tuple[tuple[str, str], ...]
LAW = ("legal", "privacy", "accessibility")
# What readers find in a language that a page does not have: the nearest list.
NEAREST = {
    **dict.fromkeys(("article", "gone", "series"), "archive"),
    "author": "authors",
    "category": "categories",
    "tag": "tags",
}


def other_languages(page: Page, edition: Edition, addresses: Addresses) -> Ways:
    """(language, address) for each other language: this page in it, else the nearest list, else its home page."""
    versions = dict(page.alternates)
    langs = dict.fromkeys((*edition.langs, *versions))
    nearest = NEAREST.get(page.kind, "")
    return tuple((lang, versions.get(lang) or addresses.top(nearest, lang)) for lang in langs if lang != page.lang)


def footer(pages: Iterable[Page], lang: str) -> Ways:
    """(label, address) of every plain page in a language, then of the law's pages.

    The label is a title, but for the law's pages that Byline makes: theirs is the kind, for the theme to name.
    """
    shown = [page for page in pages if page.lang == lang and page.kind in ("page", *LAW) and not page.noindex]
    return tuple((_label(page), page.address) for page in sorted(shown, key=_place))


def _label(page: Page) -> str:
    return page.values["page_text"].title if page.kind == "page" else page.kind


def _place(page: Page) -> tuple[int, str]:
    """The same order in every language; what a company wrote in the place of one of the law's pages stands there."""
    text = page.values.get("page_text")
    name, order = (text.slug, text.translation) if text else (page.kind, "")
    return (LAW.index(name) + 1 if name in LAW else 0, order)


def report_address(report: str, page: Page, content: str, site: Site) -> str:
    """Where readers of a page report a mistake, from the setting `report`; nothing where it asks for the page's text
    and nobody wrote one. `content` is the name of the content folder in the repository.
    """
    source = _source(page)
    if "{source}" in report and not source:
        return ""
    url = quote(site.canonical(page.address), safe="")
    return report.replace("{source}", quote(f"{content}/{source}")).replace("{address}", url)


def _source(page: Page) -> str:
    """The file that a person wrote for this page, in the content folder; empty where nobody did."""
    text = next((page.values[name] for name in ("article", "page_text", "author") if name in page.values), None)
    return str(getattr(text, "source", ""))
