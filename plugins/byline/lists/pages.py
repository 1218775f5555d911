"""Lists as values: what the pages between readers and articles show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from ..build import Build
from ..model import Article, Author, Category, Edition, Line, Page, Series, Tag
from ..pagination import pages_of
from ..settings import setting
from ..urls import feed_address, save_as
from .pairs import families

Topic = Category | Tag | Series


@dataclass(frozen=True)
class ListSettings:
    """`BYLINE_LISTS`."""

    per_page: int = setting(20, "articles on one page of a list")


def list_pages(build: Build) -> Iterator[Page]:
    """Every list in every language, then the pages that exist once."""
    edition = build.edition
    for lang in edition.langs:
        yield from _home(build, edition, lang)
        yield _top(build, "archive", lang, {"years": lines(by_year(edition.in_lang(lang)))})
        yield _top(build, "search", lang, {"searchable": build.searchable})
        yield _top(build, "subscribe", lang, {"feed_lists": feed_lists(edition.langs)})
    yield from _topics(build, "category", "categories", edition.categories, _categories_of, build.addresses.category)
    yield from _topics(build, "tag", "tags", edition.tags, _tags_of, build.addresses.tag)
    yield from _topics(build, "series", "", edition.series, _series_of, build.addresses.series)
    yield from gone_pages(edition)
    yield Page("404", "/404.html", "404.html", edition.site.lang, noindex=True)


def by_year(articles: Iterable[Article]) -> tuple[tuple[int, tuple[Article, ...]], ...]:
    """Articles, newest first, under their years."""
    return tuple((year, tuple(group)) for year, group in groupby(articles, key=lambda a: a.date.year))


def lines(years: Iterable[tuple[int, tuple[Article, ...]]]) -> tuple[tuple[int, tuple[Line, ...]], ...]:
    """The same with a line for each article."""
    return tuple(
        (year, tuple(Line(a.title, a.address, a.lang, a.date, a.authors, a.source) for a in articles))
        for year, articles in years
    )


def feed_lists(langs: Sequence[str]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The site's feeds as (address, media type) by language: `""` is all of them, and alone when there is only one."""
    types = (
        ("feed.xml", "application/rss+xml"),
        ("atom.xml", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
    )
    prefixes = {"": "/", **({lang: f"/{lang.lower()}/" for lang in langs} if len(langs) > 1 else {})}
    return tuple((lang, tuple((start + name, kind) for name, kind in types)) for lang, start in prefixes.items())


def recent_authors(articles: Iterable[Article]) -> tuple[Author, ...]:
    """Who signed last, at most eight people: articles come newest first."""
    found = {author.id: author for article in articles for author in article.authors}
    return tuple(islice(found.values(), 8))


def featured_series(edition: Edition, lang: str) -> tuple[tuple[Series, tuple[Article, ...]], ...]:
    """The series of at least two parts in a language that were continued last, at most three, with their parts."""
    parts = {a.series.slug: edition.in_series(a) for a in edition.in_lang(lang) if a.series}
    found = ((articles[0].series, articles) for articles in parts.values() if len(articles) > 1)
    return tuple((series, tuple(a.listed for a in articles)) for series, articles in islice(found, 3) if series)


def gone_pages(edition: Edition) -> Iterator[Page]:
    """An expired article's address still answers, and says so; readers find its neighbors there."""
    for article in edition.articles:
        if article.state == "expired":
            newer, older = edition.neighbors(article)
            values = {"article": article, "newer": newer and newer.listed, "older": older and older.listed}
            yield Page("gone", article.address, article.save_as, article.lang, values, noindex=True)


def _home(build: Build, edition: Edition, lang: str) -> Iterator[Page]:
    alternates = tuple((one, build.addresses.top("", one)) for one in edition.langs)
    per_page = build.setting(ListSettings).per_page
    articles = edition.in_lang(lang)
    values = {"recent_authors": recent_authors(articles), "featured_series": featured_series(edition, lang)}
    return pages_of("home", build.addresses.top("", lang), lang, articles, per_page, values, alternates)


def _top(build: Build, kind: str, lang: str, values: Mapping[str, Any]) -> Page:
    address = build.addresses.top(kind, lang)
    alternates = tuple((one, build.addresses.top(kind, one)) for one in build.edition.langs)
    return Page(kind, address, save_as(address), lang, values, alternates)


def _topics(
    build: Build,
    kind: str,
    plural: str,
    topics: Iterable[Topic],
    of: Callable[[Article], Iterable[Topic]],
    address: Callable[[str, str], str],
) -> Iterator[Page]:
    """The pages of every category, tag or series in each language that has it, and their index."""
    per_page = build.setting(ListSettings).per_page
    found: dict[tuple[str, str], list[Article]] = {}
    for article in build.edition.published:
        for topic in of(article):
            found.setdefault((topic.slug, article.lang), []).append(article)
    # Categories are the company's, one for all languages.
    family = families(found, by_versions=kind != "category")
    for lang in build.edition.langs:
        here = [topic for topic in topics if (topic.slug, lang) in found]
        if plural:
            yield _top(build, plural, lang, {plural: tuple((t, len(found[t.slug, lang])) for t in here)})
        for topic in here:
            slugs = family[topic.slug, lang]
            alternates = tuple((one, address(slugs[one], one)) for one in build.edition.langs if one in slugs)
            articles = found[topic.slug, lang] if kind != "series" else found[topic.slug, lang][::-1]
            values = {kind: topic} | ({"feed": _feed(build, topic.slug)} if kind == "category" else {})
            yield from pages_of(kind, address(topic.slug, lang), lang, articles, per_page, values, alternates)


def _feed(build: Build, slug: str) -> str:
    return feed_address(build.addresses.category(slug, build.site.lang))


def _categories_of(article: Article) -> Iterable[Topic]:
    return (article.category,) if article.category else ()


def _tags_of(article: Article) -> Iterable[Topic]:
    return article.tags


def _series_of(article: Article) -> Iterable[Topic]:
    return (article.series,) if article.series else ()
