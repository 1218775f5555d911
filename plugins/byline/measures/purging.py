"""Forgetting whose link it was, once that is no longer needed. What was counted stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from .rows import database
from .store import Import, Month, files_of, load, months


@dataclass(frozen=True)
class Purged:
    """How many rows of how many months no longer say whose link it was, and the files to be put in place as one."""

    rows: int
    months: int
    files: Mapping[Path, bytes | None]


def purge(programme: Path, before: date) -> Purged:
    """Take away whose link it was from all that is older; the sums stay."""
    rows = changed = 0
    files: dict[Path, bytes | None] = {}
    db = database(threads=1)
    for month in months(programme):
        kept = load(programme, month, db)
        left = without_owners(kept, before)
        if left is not kept:
            rows += sum(one.personal(before).number for one in kept.visits)
            changed += 1
            files |= files_of(programme, month, left)
    return Purged(rows, changed, files)


def without_owners(month: Month, before: date) -> Month:
    """The month without a word of whose link it was, in rows and among the words that nobody knows, of days before;
    itself where there is none.
    """
    imports = tuple(_forgetful(one, before) for one in month.imports)
    old = any(min(one.days, default=before) < before for one in month.imports)
    due = old and any(one.personal(before).number for one in month.visits)
    if not due and imports == month.imports:
        return month
    return Month(tuple(one.nameless(before) for one in month.visits), imports)


def _forgetful(entry: Import, before: date) -> Import:
    if not entry.days or max(entry.days) >= before:
        return entry
    codes = {word: number for word, number in entry.unknown.items() if word.startswith("code ")}
    rest = {word: number for word, number in entry.unknown.items() if word not in codes}
    gone = "codes that are no longer kept"
    return replace(entry, unknown=rest | ({gone: sum(codes.values())} if codes else {}))
