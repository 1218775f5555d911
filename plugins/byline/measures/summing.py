"""From what a tool counted to rows and to counts of each day: every visit is counted exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from .attributing import Known, Origin, placed
from .rows import KEY, NUMBERS, Rows, literal, table
from .store import Counted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

EARLIEST = date(2000, 1, 1)
KINDS = ("attributed", "unknown", "untagged")
PLACES = ("article", "channel", "campaign", "content", "strange")
KEPT = {"day": "DATE", "origin": "BIGINT"} | dict.fromkeys(NUMBERS, "BIGINT")
PLACED = {"origin": "BIGINT"} | dict.fromkeys(PLACES, "VARCHAR") | {"tagged": "BOOLEAN"}


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a tool counted of one origin on one day; a number that it does not count is None."""

    day: date
    origin: Origin
    visits: int = 0
    readers: int | None = None
    engaged: int | None = None
    conversions: int | None = None


@dataclass(frozen=True)
class Arrivals:
    """All that a tool counted: origins, and a table of numbers that says by `origin` the place of each among them."""

    origins: Sequence[Origin]
    numbers: DuckDBPyRelation


@dataclass
class Attributed:
    """What became of all arrivals: rows, counts for each day, and the words that nobody knows with their visits."""

    visits: Rows
    days: dict[date, Counted] = field(default_factory=dict)
    unknown: dict[date, Counter[str]] = field(default_factory=dict)
    rejected: Counter[str] = field(default_factory=Counter)


def together(db: DuckDBPyConnection, arrivals: Iterable[Arrival]) -> Arrivals:
    """Arrivals one by one as a table."""
    places: dict[Origin, int] = {}
    rows = [
        (one.day, places.setdefault(one.origin, len(places)), one.visits, one.readers, one.engaged, one.conversions)
        for one in arrivals
    ]
    return Arrivals([*places], table(db, KEPT, rows))


def attribute(db: DuckDBPyConnection, arrivals: Arrivals, known: Known, tool: str) -> Attributed:
    """Rows of one tool, yet to be merged, with totals that add up."""
    said = attrgetter(*PLACES, "tagged")
    where = table(db, PLACED, ((number, *said(placed(one, known))) for number, one in enumerate(arrivals.origins)))
    good = f"day BETWEEN {literal(EARLIEST)} AND {literal(known.today)}"
    counted = arrivals.numbers.filter(good).join(where, "origin")
    rows = counted.filter("article <> '' AND visits > 0").project(f"*, {literal(tool)} AS tool")
    visits = Rows(rows.project(", ".join((*KEY, *NUMBERS)))).nameless(known.expired)
    found = Attributed(visits, rejected=_rejected(arrivals.numbers.filter(f"NOT {good}"), known, tool))
    kind = "CASE WHEN NOT tagged THEN 'untagged' WHEN strange <> '' THEN 'unknown' ELSE 'attributed' END"
    days: dict[date, Counter[str]] = {}
    sums = counted.aggregate(f"day, {kind} AS kind, strange, sum(visits)::BIGINT")
    for day, kind, strange, number in sums.fetchall():
        days.setdefault(day, Counter())[kind] += number
        if strange:
            found.unknown.setdefault(day, Counter())[strange] += number
    found.days = {day: Counted(*(counts[kind] for kind in KINDS)) for day, counts in days.items()}
    return found


def _rejected(others: DuckDBPyRelation, known: Known, tool: str) -> Counter[str]:
    """How many lines are of days that nobody can have counted; those of a log are as many as visits."""
    late = f"day > {literal(known.today)}"
    lines = "sum(visits)" if tool == "log" else "count(*)"
    reasons = {True: "of a day that has not come yet", False: "of a day before 2000"}
    return Counter({reasons[is_late]: int(n) for is_late, n in others.aggregate(f"{late}, {lines}").fetchall()})
