"""Days that are kept already: refused, or taken out for the file that tells of them anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..refusals import Refusal
from .days import spans
from .rows import literal
from .store import Import, Month, names_of


class OverlapError(Refusal):
    """Days that are kept already would be counted twice; the text names file and days."""


def make_room(entry: Import, again: bool, kept: dict[str, Month]) -> tuple[date, ...]:
    """Take out what is kept of the same days, or refuse; returns the days."""
    found: set[date] = set()
    for month, one in kept.items():
        for other in one.imports:
            if not (days := entry.overlap(other)):
                continue
            if not again:
                raise OverlapError(
                    f"{names_of(entry)}: {spans(days)} {'is' if len(days) == 1 else 'are'} kept already, from "
                    f"{names_of(other)} ({other.tool}): the same visits would count twice. --replace takes the new "
                    "file for these days; access logs that share a day go into one command"
                )
            found |= set(days)
            kept[month] = _without(kept[month], other, set(days))
    return tuple(sorted(found))


def _without(month: Month, entry: Import, days: set[date]) -> Month:
    rest = {day: number for day, number in entry.days.items() if day not in days}
    unknown = sum(one.unknown for one in rest.values())
    left = replace(
        entry,
        days=rest,
        unknown={"words that were listed with days that were replaced": unknown} if unknown else {},
    )
    visits = month.visits if entry.total else tuple(one.where(_outside(days, entry.channel)) for one in month.visits)
    return Month(visits, tuple(one for one in (left if one == entry else one for one in month.imports) if one.days))


def _outside(days: set[date], channel: str) -> str:
    """The condition for rows that are not of these days, or not of this channel, if one is named."""
    theirs = f"day IN ({', '.join(literal(day) for day in sorted(days))})"
    return f"NOT ({theirs} AND channel = {literal(channel)})" if channel else f"NOT {theirs}"
