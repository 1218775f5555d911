"""The law's pages as values, but for those that a company writes itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ..build import Build
from ..model import Edition, Page, PlainPage
from .settings import LegalSettings, completed, gaps

KINDS = ("legal", "privacy", "accessibility")


def legal_pages(build: Build) -> Iterator[Page]:
    """Every page of the law in every language of the site; `pages/<kind>.md` of a company takes the place of ours.

    Until the site is public, what is not written yet shows as a gap.
    """
    legal = completed(build.setting(LegalSettings), build.site)
    values = {"legal": legal, "gaps": () if build.production else gaps(legal)}
    for kind in KINDS:
        own = written(build.edition, kind)
        langs = [lang for lang in build.edition.langs if lang not in own]
        places = {lang: build.addresses.page(slug=kind, lang=lang) for lang in langs}
        ours = {lang: address for lang, (address, _) in places.items()}
        alternates = tuple(sorted((ours | {lang: page.address for lang, page in own.items() if _public(page)}).items()))
        build.pages[:] = [_joined(page, own.values(), alternates) for page in build.pages]
        for lang, (address, save_as) in places.items():
            yield Page(kind, address, save_as, lang, values, alternates)


def written(edition: Edition, kind: str) -> dict[str, PlainPage]:
    """A company's own pages of a kind, by language: those with that slug, and versions of such a page."""
    kept = [page for page in edition.pages if page.state != "draft"]
    groups = {page.translation for page in kept if page.slug == kind}
    return {page.lang: page for page in kept if page.translation in groups}


def _joined(page: Page, own: Collection[PlainPage], alternates: tuple[tuple[str, str], ...]) -> Page:
    """The page itself, or, of a company's own ones, as it leads to ours in the other languages."""
    joins = len(alternates) > 1 and any(page.values.get("page_text") is text and _public(text) for text in own)
    return replace(page, alternates=alternates) if joins else page


def _public(page: PlainPage) -> bool:
    return page.state == "published"
