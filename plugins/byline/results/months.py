"""What was published and signed, month by month and subject by subject: facts that anybody can count on the site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ..model import Article, Category
from ..schema import NEEDS

SHOWN = 12  # months that a chart over time shows at most
PerCategory = tuple[tuple[Category | None, tuple[int, ...]], ...]


def months(last: date, articles: Sequence[Article]) -> tuple[str, ...]:
    """The twelve months up to a day, such as `2026-06`, from the first article on."""
    begun = min((article.date.date() for article in articles), default=last).replace(day=1)
    day, found = last.replace(day=1), list[str]()
    while len(found) < SHOWN and day >= begun:
        found.append(f"{day:%Y-%m}")
        day = (day - timedelta(1)).replace(day=1)
    return tuple(reversed(found))


def written(articles: Iterable[Article], along: Sequence[str]) -> PerCategory:
    """Per category with an article in these months, how many there are in each; the most frequent category first."""
    found = _per_category([article for article in articles if _month(article) in along])
    counted = [(category, tuple(_in(mine, month) for month in along)) for category, mine in found]
    return tuple(sorted(counted, key=lambda one: -sum(one[1])))


def needs(articles: Iterable[Article], categories: Iterable[Category] = ()) -> PerCategory:
    """Per category, those that nobody wrote for included, how many articles there are for each of `NEEDS`."""
    return tuple(
        (category, tuple(sum(need in article.needs for article in mine) for need in NEEDS))
        for category, mine in _per_category(articles, categories)
    )


def signed(articles: Iterable[Article], along: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Per month, how many sign for the first time ever, and how many have signed before."""
    first: dict[str, str] = {}
    by_month: dict[str, set[str]] = {}
    for article in articles:
        for author in article.authors:
            by_month.setdefault(_month(article), set()).add(author.id)
            first[author.id] = min(first.get(author.id, _month(article)), _month(article))
    found = [by_month.get(month, set()) for month in along]
    new = [sum(first[id] == month for id in ids) for month, ids in zip(along, found, strict=True)]
    return tuple((number, len(ids) - number) for number, ids in zip(new, found, strict=True))


def _per_category(
    articles: Iterable[Article], categories: Iterable[Category] = ()
) -> list[tuple[Category | None, list[Article]]]:
    """Articles by their categories, by slug; those without one at the end."""
    found: dict[str, tuple[Category | None, list[Article]]] = {one.slug: (one, []) for one in categories}
    for article in articles:
        slug = article.category.slug if article.category else "~"
        found.setdefault(slug, (article.category, []))[1].append(article)
    return [found[slug] for slug in sorted(found)]


def _in(articles: Iterable[Article], month: str) -> int:
    return sum(_month(article) == month for article in articles)


def _month(article: Article) -> str:
    return f"{article.date:%Y-%m}"
