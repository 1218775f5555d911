"""Bringing exports in: read, attributed, held against what is kept, and put into place, all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ..refusals import Refusal
from . import tools
from .attributing import Known, listed, shown
from .opening import Look, Part, look, parts_of
from .purging import without_owners
from .replacing import make_room
from .rows import database
from .store import Counted, Import, Month, files_of, load, months, names_of
from .summing import Arrivals, Attributed, attribute, together
from .tools import Told

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LONGEST_GAP = 31  # days; more is two exports, not one
TOOLS = ("plausible", "matomo", "ga4", "log")


@dataclass
class Gathered:
    """What files tell, before anybody asks whose visits these were; of logs, how many lines are of machines too."""

    told: Told
    arrivals: Arrivals
    previews: Mapping[tuple[date, str, str], int] = field(default_factory=dict)
    machines: int = 0
    lines: int = 0


@dataclass(frozen=True)
class Imported:
    """What came of a group of files; `unchanged`: it was imported before, and nothing was done."""

    entry: Import
    notes: tuple[str, ...] = ()
    machines: int = 0
    lines: int = 0
    unchanged: bool = False
    replaced: tuple[date, ...] = ()


@dataclass(frozen=True)
class Brought:
    """What came of all groups, and the files of all months that changed, to be put in place as one."""

    done: tuple[Imported, ...]
    files: Mapping[Path, bytes | None]


@dataclass(frozen=True)
class Wanted:
    """What is to be imported: files of one tool, perhaps of one channel alone; `again`: replace days that are kept."""

    tool: str
    files: tuple[Path, ...]
    channel: str = ""
    again: bool = False


def bring_in(programme: Path, wanted: Wanted, known: Known, host: str = "", engine: str = "duckdb") -> Brought:
    """Read files, and tell what to write; nothing is written here, and nothing at all when one of them is refused.

    Access logs are counted together, so that one reader of a day that two files share is one. `host` is the site's.
    Raises `Refusal` for what cannot be read, does not say what is needed, or is kept already from elsewhere.
    """
    db = database()
    read_logs = partial(_logs, db=db, known=known, host=host, engine=engine)
    kept = {month: load(programme, month, db) for month in months(programme)}
    before = dict(kept)
    groups = [wanted.files] if wanted.tool == "log" else [(one,) for one in wanted.files]
    done = tuple(_one(db, group, wanted, known, read_logs, kept) for group in groups)
    files: dict[Path, bytes | None] = {}
    for month, one in sorted(kept.items()):
        expired = without_owners(one, known.expired)
        if before.get(month) is not expired:
            files |= files_of(programme, month, expired)
    return Brought(done, files)


def _one(
    db: DuckDBPyConnection,
    paths: Sequence[Path],
    wanted: Wanted,
    known: Known,
    read_logs: Callable[[Mapping[Path, Look]], Gathered],
    kept: dict[str, Month],
) -> Imported:
    looks = {path: look(path) for path in paths}
    files = {one.digest: shown(path.name).strip("'") for path, one in looks.items()}
    for one in (one for month in kept.values() for one in month.imports):
        if files.keys() <= one.files.keys() and (one.tool, one.channel) == (wanted.tool, wanted.channel):
            return Imported(replace(one, days={}), unchanged=True)
    source = next((name for name, ids in known.sources.items() if wanted.channel in ids), "")
    gathered = read_logs(looks) if wanted.tool == "log" else _gathered(db, paths, wanted.tool, source)
    found = attribute(db, gathered.arrivals, known, wanted.tool)
    found.rejected += gathered.told.rejected
    found.days = without_gaps(found.days)
    measured = {_month(day) for day in found.days}
    previews = {key: number for key, number in gathered.previews.items() if _month(key[0]) in measured}
    entry = Import(
        files, wanted.tool, wanted.channel, gathered.told.total, found.days,
        _together(found.unknown.values()), dict(sorted(found.rejected.items())), previews,
    )  # fmt: skip
    if not found.days:
        raise Refusal(f"{names_of(entry)} tells of no visit{_reasons(entry.rejected)}")
    replaced = make_room(entry, wanted.again, kept)
    _add(entry, found, kept)
    return Imported(entry, tuple(gathered.told.notes), gathered.machines, gathered.lines, replaced=replaced)


def _logs(looks: Mapping[Path, Look], db: DuckDBPyConnection, known: Known, host: str, engine: str) -> Gathered:
    from .counting_logs import gathered  # loads an engine

    return gathered(db, looks, known, host, engine)


def without_gaps(days: Mapping[date, Counted]) -> dict[date, Counted]:
    """The same with the days in between on which nobody came: an export tells of them too, by saying nothing."""
    found = dict(days)
    for day, after in pairwise(sorted(days)):
        if (after - day).days <= LONGEST_GAP:
            found |= {day + timedelta(n): Counted() for n in range(1, (after - day).days)}
    return found


def _gathered(db: DuckDBPyConnection, paths: Sequence[Path], tool: str, source: str) -> Gathered:
    reader: Callable[[Iterable[Part], str], Told] = getattr(tools, tool)
    told = reader([part for path in paths for part in parts_of(path)], source)
    return Gathered(told, together(db, told.arrivals))


def _add(entry: Import, found: Attributed, kept: dict[str, Month]) -> None:
    rejected: Mapping[str, int] = entry.rejected
    for month in sorted({_month(day) for day in entry.days}):
        mine = replace(
            entry,
            days={day: number for day, number in entry.days.items() if _month(day) == month},
            previews={key: number for key, number in entry.previews.items() if _month(key[0]) == month},
            unknown=_together(words for day, words in found.unknown.items() if _month(day) == month),
            rejected=rejected,
        )
        rejected = {}
        before = kept.get(month, Month())
        first = min(mine.days).replace(day=1)
        visits = found.visits.where("false") if entry.total else found.visits.between(first, max(mine.days))
        kept[month] = Month((*before.visits, visits), (*before.imports, mine))


def _together(counted: Iterable[Mapping[str, int]]) -> dict[str, int]:
    every = Counter[str]()
    for one in counted:
        every.update(one)
    return listed(every)


@cache
def _month(day: date) -> str:
    return day.isoformat()[:7]


def _reasons(rejected: Mapping[str, int]) -> str:
    return "".join(f"; {number:,} lines {reason}" for reason, number in rejected.items())
