"""Days as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date


def spans(days: Iterable[date]) -> str:
    """Days in order, as spans: `2026-06-01 to 2026-06-30, 2026-07-03`."""
    return ", ".join(
        first.isoformat() + (f" to {last.isoformat()}" if last > first else "") for first, last in _runs(days)
    )


def _runs(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    first = last = None
    for day in sorted(days):
        if last is not None and first is not None and (day - last).days > 1:
            yield first, last
            first = None
        first, last = first or day, day
    if first and last:
        yield first, last
