"""Visits, summed: per article, channel, campaign, category, need and day, whoever shared, but for personal links.

Visits by a personal link stand in no line about an article or a channel: there one line could be one person's. They
are summed in `personal`, over all of them and a month.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from ..model import Article, Visit

K = TypeVar("K", bound=Hashable)
SHARERS = ("", "reader", "ambassador", "account")


@dataclass(frozen=True, slots=True)
class Figures:
    """What tools counted. None: one of them does not say it, which is not zero. `readers` are those of each day."""

    visits: int = 0
    readers: int | None = 0
    engaged: int | None = 0
    conversions: int | None = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.visits + other.visits,
            _sum(self.readers, other.readers),
            _sum(self.engaged, other.engaged),
            _sum(self.conversions, other.conversions),
        )

    @property
    def engagement(self) -> Fraction | None:
        """The part of visits that went on reading; None where nobody says, or nobody came."""
        return None if self.engaged is None or not self.visits else Fraction(self.engaged, self.visits)

    @property
    def conversion(self) -> Fraction | None:
        """Conversions of a visit; None where nobody says, or nobody came."""
        return None if self.conversions is None or not self.visits else Fraction(self.conversions, self.visits)


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


@dataclass(frozen=True, slots=True)
class Row:
    """The finest figures that are shown: of one day, article and channel."""

    day: date
    article: str
    channel: str
    campaign: str
    category: str
    needs: tuple[str, ...]
    figures: Figures


def is_personal(visit: Visit) -> bool:
    """Whether the link was one person's own: it carries a token."""
    return visit.content not in SHARERS


def rows(visits: Iterable[Visit], articles: Mapping[str, Article]) -> tuple[Row, ...]:
    """One row for each day, article, channel and campaign, in this order; personal links are left out."""
    found: dict[tuple[date, str, str, str], Figures] = {}
    for one in visits:
        if not is_personal(one):
            key = (one.day, one.article, one.channel, one.campaign)
            found[key] = found.get(key, Figures()) + figures_of(one)
    return tuple(_row(key, found[key], articles.get(key[1])) for key in sorted(found))


def _row(key: tuple[date, str, str, str], figures: Figures, article: Article | None) -> Row:
    category = article.category.slug if article and article.category else ""
    return Row(*key, category, article.needs if article else (), figures)


def figures_of(visit: Visit) -> Figures:
    """The numbers of a visit."""
    return Figures(visit.visits, visit.readers, visit.engaged, visit.conversions)


def total(rows: Iterable[Row]) -> Figures:
    """All of them together."""
    return sum((row.figures for row in rows), Figures())


def by(rows: Iterable[Row], keys: Callable[[Row], Iterable[K]]) -> dict[K, Figures]:
    """Sums by key. A row with several keys, an article for two needs, counts for each."""
    found: dict[K, Figures] = {}
    for row in rows:
        for key in keys(row):
            found[key] = found.get(key, Figures()) + row.figures
    return found


def within(rows: Iterable[Row], first: date, last: date, campaign: str = "") -> Iterator[Row]:
    """Those of some days, and of one campaign when it is named."""
    return (row for row in rows if first <= row.day <= last and (not campaign or row.campaign == campaign))
