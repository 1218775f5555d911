"""Profile pages as values: one for each author, one more for each language in which the author is present."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..build import Build
from ..model import Article, Author, Edition, Page
from ..pagination import pages_of
from ..settings import setting
from ..urls import feed_address, save_as


@dataclass(frozen=True)
class ProfileSettings:
    """`BYLINE_PROFILES`."""

    per_page: int = setting(20, "articles on one page of a profile")


def profile_pages(build: Build) -> Iterable[Page]:
    """The list of authors in each language, then every author's pages."""
    edition = build.edition
    listed = tuple((lang, build.addresses.top("authors", lang)) for lang in edition.langs)
    for lang in edition.langs:
        yield _authors(build, edition, lang, listed)
    for author in edition.authors:
        langs = edition.langs_of(author)
        alternates = tuple((lang, build.addresses.author(author.id, lang)) for lang in langs)
        for lang in langs:
            yield from _profile(build, edition, author, lang, alternates)


def articles_in(edition: Edition, author: Author, lang: str) -> tuple[Article, ...]:
    """The author's articles in a language; on the page in the site's language, all of them."""
    mine = edition.by(author)
    return mine if lang == edition.site.lang else tuple(a for a in mine if a.lang == lang)


def _authors(build: Build, edition: Edition, lang: str, alternates: tuple[tuple[str, str], ...]) -> Page:
    present = [author for author in edition.authors if lang in edition.langs_of(author)]
    present.sort(key=lambda author: (author.name.casefold(), author.id))
    counted = tuple((author.speaking(lang), len(articles_in(edition, author, lang))) for author in present)
    address = build.addresses.top("authors", lang)
    values = {"authors": counted}
    return Page("authors", address, save_as(address), lang, values, alternates)


def _profile(
    build: Build, edition: Edition, author: Author, lang: str, alternates: tuple[tuple[str, str], ...]
) -> Iterable[Page]:
    articles = articles_in(edition, author, lang)
    values = {
        "author": author.speaking(lang),
        "biography": build.bodies.get(_biography(author, lang, edition), ""),
        "portrait": build.portraits.get(author.id),
        "count": len(articles),
        "feed": feed_address(build.addresses.author(author.id, edition.site.lang)),
    }
    address = build.addresses.author(author.id, lang)
    return pages_of("author", address, lang, articles, build.setting(ProfileSettings).per_page, values, alternates)


def _biography(author: Author, lang: str, edition: Edition) -> str:
    """The file of the biography in this language; on the page in the site's language, else any that there is."""
    if lang in author.biographies:
        return author.biography_source(lang)
    if lang == edition.site.lang and author.biographies:
        return author.biography_source(min(author.biographies))
    return ""
