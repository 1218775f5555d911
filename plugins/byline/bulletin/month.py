"""What a bulletin tells of a month, as values: it names those who chose it, and what anybody can see on the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..activities import Activity
from ..build import Build
from ..kpis import KPIS
from ..model import (
    Article,
    Badge,
    BadgeRule,
    Challenge,
    Event,
    Foreword,
    Measures,
    Objective,
    Recognition,
    Standing,
    Thanks,
    Visit,
)
from ..period import Period
from ..proposing import one_version

TOLD = frozenset({"", "reader", "ambassador", "account"})  # any other word is a person's token


@dataclass(frozen=True)
class Brought:
    """What everybody may know of visits in a month: no personal link is in it. None: no tool says it."""

    visits: int = 0
    engaged: int | None = None
    conversions: int | None = None
    by_article: Mapping[str, int] | None = None


@dataclass(frozen=True)
class Aim:
    """An objective that is not over; `target` of a rate is a fraction."""

    objective: Objective
    rate: bool


@dataclass(frozen=True)
class Month:
    """A bulletin before it is said in a language.

    brought     None: not measured, which is not zero
    thanked     names of those who did something in the month and chose to be shown, in their order
    others      whether somebody else did something, too
    earned      the badges that they earned in the month, by name
    standings   challenges that ran in the month
    """

    period: Period
    articles: tuple[Article, ...] = ()
    brought: Brought | None = None
    thanked: tuple[str, ...] = ()
    others: bool = False
    earned: tuple[tuple[str, tuple[BadgeRule, ...]], ...] = ()
    notes: tuple[Thanks, ...] = ()
    names: Mapping[str, str] | None = None
    standings: tuple[Standing, ...] = ()
    aims: tuple[Aim, ...] = ()
    events: tuple[Event, ...] = ()
    coming: tuple[Challenge, ...] = ()
    forewords: Mapping[str, Foreword] | None = None


def month_of(build: Build, measures: Measures, acts: Sequence[Activity], period: Period) -> Month:
    """What is told of a month; `acts` are all that are known."""
    programme, edition = build.programme, build.edition
    names = {id: one.name for id, one in programme.people.items()} | {one.id: one.name for one in edition.authors}
    known = build.recognize(acts)
    did = {act.person for act in acts if act.day in period}
    articles = [one for one in edition.published if one.date.date() in period]
    notes = [one for one in programme.thanks if one.agreed and one.agreed <= build.now.date() and one.day in period]
    return Month(
        period,
        tuple(sorted(articles, key=lambda one: (one.date, one.id))),
        _brought(measures.visits, period) if any(day in period for day in measures.days) else None,
        _in_order(names[id] for id in did & known.shown),
        bool(did - known.shown),
        tuple(_earned(known, names, period)),
        tuple(sorted(notes, key=lambda one: (one.day, one.id))),
        names,
        tuple(one for one in known.standings if _touches(one.challenge, period)),
        tuple(Aim(one, KPIS[one.kpi].rate) for one in programme.aims.objectives if one.ends > period.last),
        tuple(one for one in programme.events if one.ends.date() > period.last),
        tuple(one.challenge for one in known.standings if one.challenge.starts > period.last),
        programme.forewords.get(period.id, {}),
    )


def told_in(month: Month, lang: str, build: Build) -> tuple[Article, ...]:
    """The month's articles, each work once, in the order in which they appeared."""
    return tuple(sorted(one_version(month.articles, lang, build.edition), key=lambda one: (one.date, one.id)))


def _brought(visits: Iterable[Visit], period: Period) -> Brought:
    counted = [one for one in visits if one.day in period and one.content in TOLD]
    by_article: dict[str, int] = {}
    for one in counted:
        by_article[one.article] = by_article.get(one.article, 0) + one.visits
    return Brought(
        sum(by_article.values()),
        _sum(one.engaged for one in counted),
        _sum(one.conversions for one in counted),
        by_article,
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    told = [one for one in numbers if one is not None]
    return sum(told) if told else None


def _earned(
    known: Recognition, names: Mapping[str, str], period: Period
) -> Iterator[tuple[str, tuple[BadgeRule, ...]]]:
    """What those who like to be seen earned in the month."""
    for id in sorted(known.shown, key=lambda id: (names[id].casefold(), id)):
        badges: Iterable[Badge] = known.earned.get(id, ())
        if rules := tuple(one.rule for one in badges if one.day in period):
            yield names[id], rules


def _touches(challenge: Challenge, period: Period) -> bool:
    return challenge.starts <= period.last and challenge.ends >= period.first


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))
