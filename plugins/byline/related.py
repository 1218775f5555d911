"""What else to read: articles that share tags, a category or authors with this one."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from .model import Article, Edition

SHOWN = 3
MOST = 200  # A trait that more articles have says little, and comparing all of them would cost the square.


def related(edition: Edition) -> dict[str, tuple[Article, ...]]:
    """For each published article, by source, at most three others in its language, the closest first.

    What few articles share counts for more than what all do. The article's own series and its neighbors in time have
    places of their own on the page, so the series is left out here.
    """
    holders: dict[tuple[str, str, str], list[int]] = {}
    articles = edition.published
    for place, article in enumerate(articles):
        for trait in _traits(article):
            holders.setdefault(trait, []).append(place)
    return {article.source: _closest(place, articles, holders) for place, article in enumerate(articles)}


def _traits(article: Article) -> Iterable[tuple[str, str, str]]:
    yield from ((article.lang, "tag", tag.slug) for tag in article.tags)
    yield from ((article.lang, "author", author.id) for author in article.authors)
    if article.category:
        yield article.lang, "category", article.category.slug


def _closest(
    place: int, articles: tuple[Article, ...], holders: dict[tuple[str, str, str], list[int]]
) -> tuple[Article, ...]:
    article = articles[place]
    scores: dict[int, float] = {}
    for trait in _traits(article):
        sharing = holders[trait]
        for other in sharing[:MOST]:
            scores[other] = scores.get(other, 0.0) + log(1 + len(articles) / len(sharing))
    near = sorted(scores, key=lambda other: (-round(scores[other], 9), abs(other - place), other))
    series = article.series
    found = (articles[other] for other in near if other != place)
    return tuple([a for a in found if not (series and a.series == series)][:SHOWN])
