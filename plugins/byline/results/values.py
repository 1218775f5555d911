"""What each KPI is, for some days and perhaps one campaign: a number, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from ..kpis import KPIS, OUTCOMES
from ..model import Article, Category, Edition, Outcome
from .figures import Figures, Row, total, within
from .people import Crowd
from .personal import Links, together

# not-measured: no tool covers these days; not-told: no tool says it; nobody: there was nothing to divide by;
# few: too few people; off: not agreed on, in `governance.toml`
Why = Literal["", "not-measured", "not-told", "nobody", "few", "off"]


@dataclass(frozen=True)
class Value:
    """A number, or why there is none."""

    number: Fraction | None = None
    why: Why = ""


@dataclass(frozen=True)
class Scope:
    """The days that count, both inside, and the campaign; all of them when it is empty."""

    first: date
    last: date
    campaign: str = ""


@dataclass(frozen=True)
class Book:
    """All that KPIs are computed from.

    covered     the days that tools tell of; none: not measured
    categories  all that are registered, those without an article too
    """

    edition: Edition
    rows: Sequence[Row]
    covered: frozenset[date]
    crowd: Crowd
    links: Links
    outcomes: Sequence[Outcome] = ()
    categories: Sequence[Category] = ()

    def value(self, kpi: str, scope: Scope) -> Value:
        """A KPI of `KPIS`."""
        if KPIS[kpi].source == "measured" and not any(scope.first <= day <= scope.last for day in self.covered):
            return Value(None, "not-measured")
        return FORMULAS[kpi](self, scope)

    def articles(self, scope: Scope) -> list[Article]:
        """Those published in these days."""
        return [
            one
            for one in self.edition.published
            if scope.first <= one.date.date() <= scope.last and scope.campaign in ("", one.campaign)
        ]

    def figures(self, scope: Scope) -> Figures:
        """Visits, those by personal links included as far as they may be shown."""
        found = total(within(self.rows, scope.first, scope.last, scope.campaign))
        personal = None if scope.campaign else together(self.links.months(scope.first, scope.last))
        return found + personal.figures if personal else found


# --- the formulas: `docs/results.md` says them in words ---------------------------------------------------------------


def _number(number: int | Fraction | None, why: Why) -> Value:
    return Value(None, why) if number is None else Value(Fraction(number))


def _new_authors(book: Book, scope: Scope) -> Value:
    first: dict[str, date] = {}
    for article in book.edition.published:
        for author in article.authors:
            first[author.id] = min(first.get(author.id, date.max), article.date.date())
    return Value(Fraction(sum(scope.first <= day <= scope.last for day in first.values())))


def _distinct(what: Callable[[Article], Sequence[object]]) -> Callable[[Book, Scope], Value]:
    """How many different things the articles of these days have."""
    return lambda book, scope: Value(Fraction(len({one for article in book.articles(scope) for one in what(article)})))


def _counted(what: Callable[[Figures], int | Fraction | None]) -> Callable[[Book, Scope], Value]:
    """A number of the figures; a rate of no visits is none."""

    def formula(book: Book, scope: Scope) -> Value:
        figures = book.figures(scope)
        return _number(what(figures), "not-told" if figures.visits else "nobody")

    return formula


def _of_people(what: Callable[[Book, Scope], Fraction | None]) -> Callable[[Book, Scope], Value]:
    """A number about people: none while it is not agreed on, or of too few."""
    return lambda book, scope: _number(what(book, scope), "few" if book.crowd.allowed else "off")


def _participation(book: Book, scope: Scope) -> Fraction | None:
    groups = book.crowd.participation(scope.first, scope.last)
    return Fraction(sum(one.active for one in groups), sum(one.people for one in groups)) if groups else None


def _attributed(book: Book, scope: Scope) -> Fraction | None:
    found = together(book.links.months(scope.first, scope.last))
    return Fraction(found.figures.visits) if found else None


def _per_share(book: Book, scope: Scope) -> Fraction | None:
    found = together(book.links.months(scope.first, scope.last))
    return Fraction(found.figures.visits, found.shares) if found and found.shares else None


def _by_links(what: Callable[[Book, Scope], Fraction | None]) -> Callable[[Book, Scope], Value]:
    """A number about personal links: none while it is not agreed on, not measured, or of too few people."""

    def formula(book: Book, scope: Scope) -> Value:
        if not book.links.governance.allows("measured"):
            return Value(None, "off")
        measured = any(scope.first <= day <= scope.last for day in book.covered)
        return _number(what(book, scope), "few" if measured else "not-measured")

    return formula


def _declared(kind: str) -> Callable[[Book, Scope], Value]:
    def formula(book: Book, scope: Scope) -> Value:
        told = [
            one.number
            for one in book.outcomes
            if one.kind == kind and scope.first <= one.day <= scope.last and scope.campaign in ("", one.campaign)
        ]
        return _number(sum(told) if told else None, "not-told")

    return formula


FORMULAS: Mapping[str, Callable[[Book, Scope], Value]] = {
    "articles": lambda book, scope: Value(Fraction(len(book.articles(scope)))),
    "authors": _distinct(lambda article: [author.id for author in article.authors]),
    "new_authors": _new_authors,
    "languages": _distinct(lambda article: [article.lang]),
    "categories": _distinct(lambda article: [article.category.slug] if article.category else []),
    "needs": _distinct(lambda article: article.needs),
    "visits": _counted(lambda figures: figures.visits),
    "readers": _counted(lambda figures: figures.readers),
    "engaged_visits": _counted(lambda figures: figures.engaged),
    "engagement_rate": _counted(lambda figures: figures.engagement),
    "conversions": _counted(lambda figures: figures.conversions),
    "conversion_rate": _counted(lambda figures: figures.conversion),
    "attributed_visits": _by_links(_attributed),
    "visits_per_share": _by_links(_per_share),
    "adoption_rate": _of_people(lambda book, scope: book.crowd.adoption(scope.last)),
    "activation_rate": _of_people(lambda book, scope: book.crowd.activation(scope.last)),
    "participation_rate": _of_people(_participation),
    **{kind: _declared(kind) for kind in OUTCOMES},
}
