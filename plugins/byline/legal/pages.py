"""The law's pages as values, but for those that a company writes itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Build
from ..model import Edition, Page
from .settings import LegalSettings, completed, gaps

KINDS = ("legal", "privacy", "accessibility")


def legal_pages(build: Build) -> Iterator[Page]:
    """Every page of the law in every language of the site; `pages/<kind>.md` of a company takes the place of ours.

    Until the site is public, what is not written yet shows as a gap.
    """
    legal = completed(build.setting(LegalSettings), build.site)
    values = {"legal": legal, "gaps": () if build.production else gaps(legal)}
    for kind in KINDS:
        langs = [lang for lang in build.edition.langs if lang not in written(build.edition, kind)]
        places = {lang: build.addresses.page(slug=kind, lang=lang) for lang in langs}
        alternates = tuple((lang, address) for lang, (address, _) in places.items())
        for lang, (address, save_as) in places.items():
            yield Page(kind, address, save_as, lang, values, alternates)


def written(edition: Edition, kind: str) -> set[str]:
    """The languages in which a company has its own page of a kind: one with that slug, or a version of such a page."""
    public = [page for page in edition.pages if page.state != "draft"]
    groups = {page.translation for page in public if page.slug == kind}
    return {page.lang for page in public if page.translation in groups}
