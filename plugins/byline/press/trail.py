"""The way from the home page to a page, as breadcrumbs name it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..build import Build
from ..model import Page

Trail = tuple[tuple[str, str], ...]

# What pages of a kind are called: the words of the templates.
NAMES = {
    "archive": "Archive",
    "authors": "Authors",
    "categories": "Themes",
    "tags": "Tags",
    "search": "Search",
    "subscribe": "Subscribe",
    "legal": "Legal notice",
    "privacy": "Privacy",
    "accessibility": "Accessibility",
}
PARENTS = {"author": "authors", "category": "categories", "tag": "tags"}


def trail(build: Build, page: Page, nav: Mapping[str, str], say: Callable[[str], str]) -> Trail:
    """The way from the home page to this one, as (name, address)."""
    home = ((build.site.name, nav["home"]),)
    parent = PARENTS.get(page.kind, "")
    between = ((say(NAMES[parent]), nav[parent]),) if parent in nav else ()
    if page.kind == "article" and (category := page.values["article"].category):
        between = ((category.named(page.lang), build.addresses.category(category.slug, page.lang)),)
    name = say(NAMES[page.kind]) if page.kind in NAMES else _name(page)
    return (*home, *between, (name, page.address)) if name else home


def _name(page: Page) -> str:
    """What the page is about, in its own words; nothing for the home page and for kinds that a theme adds."""
    value = page.values.get("page_text" if page.kind == "page" else page.kind)
    if page.kind == "category" and value:
        return str(value.named(page.lang))
    return str(getattr(value, "title", "") or getattr(value, "name", ""))
