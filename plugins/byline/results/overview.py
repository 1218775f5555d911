"""All results of a period as one value: what pages and JSON show, for comms and for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from ..kpis import KPIS, OUTCOMES, REACH
from ..model import Aims, Article, Campaign, Cost, Measures, Objective, Site
from ..period import Period
from . import months
from .figures import Figures, Row, by, within
from .months import PerCategory
from .personal import PersonalMonth
from .privacy import Group
from .values import Book, Scope, Value

Phase = Literal["coming", "now", "over"]


@dataclass(frozen=True)
class Compared:
    """An objective and how far it got: `reached` is a part of the target, None where nothing can be said."""

    objective: Objective
    value: Value
    phase: Phase

    @property
    def reached(self) -> Fraction | None:
        """How much of the target is there."""
        number = self.value.number
        return None if number is None else number / Fraction(self.objective.target).limit_denominator(10**6)


@dataclass(frozen=True)
class Effort:
    """A campaign: what it was to give, what it took, what came of it; `forgotten` is what nobody wrote.

    declared   outcomes as they were declared; reach: what networks say, never added to anything
    each       euros and hours for one outcome of a kind, of those that were declared; None where it was not said
    """

    campaign: Campaign
    phase: Phase
    articles: tuple[Article, ...]
    figures: Figures | None
    cost: Cost | None
    declared: Mapping[str, int]
    reach: Mapping[str, int]
    forgotten: tuple[str, ...]

    @property
    def each(self) -> Mapping[str, tuple[Fraction, Fraction]]:
        """Euros and hours for one outcome of each kind that was declared."""
        cost = self.cost
        if cost is None:
            return {}
        taken = (Fraction(cost.euros), Fraction(cost.hours))
        return {kind: (taken[0] / n, taken[1] / n) for kind, n in self.declared.items() if n}


@dataclass(frozen=True)
class Results:
    """What came of a period. Numbers about people are those that may be shown.

    period      with real ends: from the first article to the day of the report, where it had none
    months      those of the charts over time; signed: per month, authors who are new and who were there before
    written     per category, articles in each of these months; None: without a category
    needs       per category, articles for each of the six needs
    covered     the days that were measured; empty: not measured
    """

    site: Site
    period: Period
    today: date
    kpis: Mapping[str, Value]
    months: tuple[str, ...]
    written: PerCategory
    signed: tuple[tuple[int, int], ...]
    needs: PerCategory
    covered: frozenset[date]
    measures: Measures
    rows: tuple[Row, ...]
    channels: Mapping[str, Figures]
    categories: Mapping[str, Figures]
    by_need: Mapping[str, Figures]
    articles: tuple[tuple[Article, Figures], ...]
    personal: tuple[PersonalMonth, ...]
    participation: tuple[Group, ...]
    smallest_group: int
    allowed: bool
    objectives: tuple[Compared, ...] = ()
    efforts: tuple[Effort, ...] = ()
    departments: Mapping[str, str] = field(default_factory=dict)

    @property
    def measured(self) -> bool:
        """Whether any day of the period was."""
        return bool(self.covered)


def overview(book: Book, aims: Aims, measures: Measures, period: Period, departments: Mapping[str, str]) -> Results:
    """The results of a period."""
    today, edition = book.crowd.today, book.edition
    asked, period = period, _bounded(period, book)
    scope = Scope(asked.first, asked.last)
    # First, because it is what people look for: what would tell of few beside it is then not shown.
    participation = book.crowd.participation(asked.first, asked.last)
    along = months.months(period.last, edition.published)
    rows = tuple(within(book.rows, asked.first, asked.last))
    known = {article.id: article for article in edition.published}
    figures = by(rows, lambda row: [row.article])
    return Results(
        site=edition.site,
        period=period,
        today=today,
        kpis={name: book.value(name, scope) for name in KPIS},
        months=along,
        written=months.written(edition.published, along),
        signed=months.signed(edition.published, along),
        needs=months.needs(book.articles(scope), book.categories),
        covered=frozenset(day for day in book.covered if day in asked),
        measures=measures,
        rows=rows,
        channels=by(rows, lambda row: [row.channel]),
        categories=by(rows, lambda row: [row.category]),
        by_need=by(rows, lambda row: row.needs),
        articles=tuple((known[id], figures[id]) for id in known if id in figures),
        personal=book.links.months(asked.first, asked.last),
        participation=participation,
        smallest_group=book.crowd.k,
        allowed=book.crowd.allowed,
        objectives=tuple(_compared(one, book, asked) for one in aims.objectives if _touches(one, asked)),
        efforts=tuple(_effort(one, book, aims) for one in edition.campaigns if _touches(one, asked)),
        departments=departments,
    )


def _bounded(period: Period, book: Book) -> Period:
    """A period with real ends, of which nothing lies ahead."""
    days = [article.date.date() for article in book.edition.published] or [book.crowd.today]
    first = period.first if period.first > date.min else min(days)
    last = min(period.last, book.crowd.today)
    return Period(period.id, first, max(first, last))


def _touches(one: Objective | Campaign, period: Period) -> bool:
    return one.starts <= period.last and period.first <= one.ends


def _phase(one: Objective | Campaign, today: date) -> Phase:
    return "coming" if today < one.starts else "over" if one.ends < today else "now"


def _compared(objective: Objective, book: Book, period: Period) -> Compared:
    """An objective over its own days, as far as they have come by the end of the report."""
    last = min(objective.ends, period.last)
    value = book.value(objective.kpi, Scope(objective.starts, last, objective.campaign))
    return Compared(objective, value, _phase(objective, book.crowd.today))


def _effort(campaign: Campaign, book: Book, aims: Aims) -> Effort:
    """A campaign over its own days; what came later by its links counts for it too."""
    today = book.crowd.today
    scope = Scope(campaign.starts, max(today, campaign.ends), campaign.id)
    told = {
        kind: [o.number for o in aims.outcomes if (o.campaign, o.kind) == (campaign.id, kind)]
        for kind in (*OUTCOMES, *REACH)
    }
    return Effort(
        campaign=campaign,
        phase=_phase(campaign, today),
        articles=tuple(one for one in book.edition.published if one.campaign == campaign.id),
        figures=book.figures(scope) if any(campaign.starts <= day <= scope.last for day in book.covered) else None,
        cost=aims.costs.get(campaign.id),
        declared={kind: sum(told[kind]) for kind in OUTCOMES if told[kind]},
        reach={kind: sum(told[kind]) for kind in REACH if told[kind]},
        forgotten=_forgotten(campaign, today),
    )


def _forgotten(campaign: Campaign, today: date) -> tuple[str, ...]:
    """What a campaign owes and nobody wrote: a win, and once it is over its retrospective."""
    wins = [name for name in ("reader", "author", "company") if not getattr(campaign.wins, name)]
    return (*wins, *(["retrospective"] if campaign.ends < today and campaign.retrospective is None else []))
