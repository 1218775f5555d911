"""What came of an import, in sentences for whoever asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from .days import spans
from .importing import Imported
from .store import Counted, names_of

SHOWN = 10


def sentences(one: Imported) -> Iterator[str]:
    """What came of a group of files, for whoever imported them: totals that add up, and all that was left out."""
    names = names_of(one.entry)
    if one.unchanged:
        yield f"{names}: imported before, nothing changed"
        return
    sums = [sum(getattr(day, each.name) for day in one.entry.days.values()) for each in fields(Counted)]
    yield f"{names}: {spans(one.entry.days)}"
    if one.entry.total:
        yield f"  {_visits(sum(sums))}, sums alone"
    else:
        rest = f", {sums[2]:,} without a share link" if sums[2] else ""
        yield f"  {_visits(sum(sums))}, {sums[0]:,} attributed, {sums[1]:,} unknown{rest}"
    for word, number in [*one.entry.unknown.items()][:SHOWN]:
        yield f"    unknown: {word}, {_visits(number)}"
    if len(one.entry.unknown) > SHOWN:
        yield f"    unknown: {len(one.entry.unknown) - SHOWN} more, in the ledger"
    if one.lines:
        fetched = sum(one.entry.previews.values())
        yield f"  {one.lines:,} lines read; {one.machines:,} of machines, of which networks' previews {fetched:,}"
    for reason, number in one.entry.rejected.items():
        yield f"  rejected, lines {reason}: {number:,}"
    if one.replaced:
        yield f"  replaced: what was kept of {spans(one.replaced)}"
    yield from (f"  note: {note}" for note in one.notes)


def _visits(number: int) -> str:
    return f"{number:,} visit{'' if number == 1 else 's'}"
