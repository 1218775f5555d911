"""Counting acts as a rule says: what is counted, and on which day there was enough of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date

from ..activities import Activity
from ..model import Goal

# What is counted of an act; an empty answer counts for nothing.
KEYS: Mapping[str, Callable[[Activity], Hashable]] = {
    "acts": lambda act: act,
    "articles": lambda act: act.article,
    "categories": lambda act: act.category,
    "langs": lambda act: act.lang,
    "months": lambda act: (act.day.year, act.day.month),
    "weeks": lambda act: act.day.isocalendar()[:2],
    "people": lambda act: act.person,
}


def fitting(goal: Goal, acts: Iterable[Activity], campaigns: Mapping[str, str]) -> tuple[Activity, ...]:
    """The acts that a rule looks at, in their order; `campaigns` are those of articles, by id."""
    found = (act for act in acts if act.kind in goal.of and _is_meant(goal, act, campaigns))
    return tuple(_capped(found, goal.per_week) if goal.per_week else found)


def _is_meant(goal: Goal, act: Activity, campaigns: Mapping[str, str]) -> bool:
    wanted = (
        (goal.category, act.category),
        (goal.lang, act.lang),
        (goal.campaign, campaigns.get(act.article, "")),
    )
    return all(not one or one == own for one, own in wanted)


def _capped(acts: Iterable[Activity], most: int) -> Iterator[Activity]:
    """The first acts of each person in each week: doing more in one week than others earns nothing more."""
    done: Counter[Hashable] = Counter()
    for act in acts:
        week = (act.person, act.day.isocalendar()[:2])
        done[week] += 1
        if done[week] <= most:
            yield act


def number(goal: Goal, acts: Iterable[Activity]) -> int:
    """What there is of it; the acts are `fitting`."""
    return len({key for act in acts if (key := KEYS[goal.count](act))})


def reached(goal: Goal, acts: Iterable[Activity]) -> date | None:
    """The day on which there was enough; the acts are `fitting`, in order of day."""
    seen: set[Hashable] = set()
    for act in acts:
        if key := KEYS[goal.count](act):
            seen.add(key)
        if len(seen) >= goal.at_least:
            return act.day
    return None
