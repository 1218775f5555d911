"""What else to read: articles that share tags, a category or authors with this one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from heapq import nsmallest
from math import log

from .ledger import Ledger
from .model import Article, Edition

SHOWN = 3
MOST = 200  # A trait that more articles have says little, and comparing all of them would cost the square.


def related(edition: Edition, ledger: Ledger) -> dict[str, tuple[Article, ...]]:
    """For each published article, by source, at most three others in its language, the closest first.

    What few articles share counts for more than what all do. The article's own series and its neighbors in time have
    places of their own on the page, so the series is left out here.
    """
    articles = edition.published
    traits = [[article.source, list(_traits(article)), article.series and article.series.slug] for article in articles]
    # Whatever else is edited, this stays, and it costs more than anything else that looks at all articles.
    found = ledger.remember("related", "all", [traits], lambda: json.dumps(_places(articles)).encode())
    return {
        article.source: tuple(articles[other] for other in places)
        for article, places in zip(articles, json.loads(found), strict=True)
    }


def _places(articles: tuple[Article, ...]) -> list[list[int]]:
    """For each article the places of those that are closest to it."""
    holders: dict[tuple[str, str, str], list[int]] = {}
    for place, article in enumerate(articles):
        for trait in _traits(article):
            holders.setdefault(trait, []).append(place)
    return [_closest(place, articles, holders) for place in range(len(articles))]


def _traits(article: Article) -> Iterable[tuple[str, str, str]]:
    yield from ((article.lang, "tag", tag.slug) for tag in article.tags)
    yield from ((article.lang, "author", author.id) for author in article.authors)
    if article.category:
        yield article.lang, "category", article.category.slug


def _closest(place: int, articles: tuple[Article, ...], holders: dict[tuple[str, str, str], list[int]]) -> list[int]:
    article = articles[place]
    scores: dict[int, float] = {}
    for trait in _traits(article):
        sharing = holders[trait]
        worth = log(1 + len(articles) / len(sharing))
        for other in sharing[:MOST]:
            scores[other] = scores.get(other, 0.0) + worth
    apart = {place} | {other for other in scores if article.series and articles[other].series == article.series}
    found = scores.keys() - apart
    return nsmallest(SHOWN, found, key=lambda other: (-round(scores[other], 9), abs(other - place), other))
