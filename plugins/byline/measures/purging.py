"""Forgetting whose link it was, once that is no longer needed. What was counted stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from .reading import nameless, personal
from .store import Import, Month, load, merged, months, save


def purge(programme: Path, before: date) -> tuple[int, int]:
    """Take away whose link it was from all that is older; the sums stay. Returns rows and months that changed."""
    rows = changed = 0
    for month in months(programme):
        kept = load(programme, month)
        left = without_owners(kept, before)
        if left != kept:
            rows += sum(one != nameless(one, before) for one in kept.visits)
            changed += 1
            save(programme, month, left)
    return rows, changed


def without_owners(month: Month, before: date) -> Month:
    """The month without a word of whose link it was, in rows and among the words that nobody knows, of days before."""
    due = any(one.day < before and personal(one) for one in month.visits)
    visits = merged(nameless(one, before) for one in month.visits) if due else month.visits
    return Month(visits, tuple(_forgetful(one, before) for one in month.imports))


def _forgetful(entry: Import, before: date) -> Import:
    if not entry.days or max(entry.days) >= before:
        return entry
    codes = {word: number for word, number in entry.unknown.items() if word.startswith("code ")}
    rest = {word: number for word, number in entry.unknown.items() if word not in codes}
    gone = "codes that are no longer kept"
    return replace(entry, unknown=rest | ({gone: sum(codes.values())} if codes else {}))
