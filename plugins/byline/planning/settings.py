"""When sharing is planned: working hours, quiet hours, and how far apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from pydantic import NonNegativeInt

from ..settings import setting
from .formats import schedulers

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Window = tuple[time, time]


@dataclass(frozen=True)
class PlanningSettings:
    """`BYLINE_PLANNING`. Times are in the site's time zone."""

    days: tuple[str, ...] = setting(DAYS[:5], "the days on which people work")
    hours: tuple[str, ...] = setting(
        ("09:00-18:00",), "when they work: nothing is planned outside, and nobody reminded"
    )
    quiet: tuple[str, ...] = setting(("12:00-14:00",), "hours within these in which nothing is planned either")
    free: tuple[date, ...] = setting((), "days on which nobody works: `[2026-07-14]`")
    weeks: NonNegativeInt = setting(2, "how many weeks are planned, this one included")
    per_week: NonNegativeInt = setting(2, "how many articles are planned for a person in a week; 0: none")
    apart: NonNegativeInt = setting(24, "hours between two people who share one article on one channel")
    accounts: tuple[str, ...] = setting(
        ("linkedin", "x", "facebook", "bluesky", "mastodon", "threads"),
        "channels on which the company has accounts of its own: a file for each, for its scheduler",
    )
    account_per_week: NonNegativeInt = setting(3, "how many articles are planned for each of these in a week; 0: none")
    schedulers: tuple[str, ...] = setting(
        ("buffer", "hootsuite", "sprout"), "which schedulers the files are for: each reads its own form"
    )

    def __post_init__(self) -> None:
        if wrong := [*self._faults()]:
            raise ValueError("\n".join(wrong))

    def _faults(self) -> Iterator[str]:
        for day in self.days:
            if day not in DAYS:
                yield f"days: no day {day!r} (known: {', '.join(DAYS)})"
        for name in ("hours", "quiet"):
            for written in getattr(self, name):
                if window(written) is None:
                    yield f"{name}: {written!r} is no span of a day: write it as '09:00-18:00'"
        for id in self.schedulers:
            if id not in schedulers():
                yield f"schedulers: no scheduler {id!r} (known: {', '.join(schedulers())})"


def window(written: str) -> Window | None:
    """From when to when: `09:00-18:00`; None for anything else."""
    try:
        begins, ends = (time.fromisoformat(part.strip()) for part in written.split("-"))
    except ValueError:
        return None
    return (begins, ends) if begins < ends else None


def windows(written: tuple[str, ...]) -> tuple[Window, ...]:
    """Spans that were found to be right."""
    return tuple(span for one in written if (span := window(one)))
