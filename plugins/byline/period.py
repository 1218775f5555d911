"""A span of time that a report is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

NAME = re.compile(r"(?P<year>[12]\d{3})(-(Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?")


@dataclass(frozen=True)
class Period:
    """A year `2026`, quarter `2026-Q2`, month `2026-06`, or `all` without ends. Both days are inside."""

    id: str = "all"
    first: date = date.min
    last: date = date.max

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


ALL = Period()


def period(name: str) -> Period:
    """The period with this name; raises ValueError with a sentence for people."""
    if name == "all":
        return ALL
    match = NAME.fullmatch(name)
    if not match:
        raise ValueError(f"no period {name!r}. Write all, a year (2026), a quarter (2026-Q2) or a month (2026-06)")
    year, quarter, month = int(match["year"]), match["quarter"], match["month"]
    if quarter:
        return Period(name, *_months(year, 3 * int(quarter) - 2, 3))
    return Period(name, *(_months(year, int(month), 1) if month else _months(year, 1, 12)))


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months, which all lie in one year."""
    after = month + count
    next_day = date(year + 1, 1, 1) if after > 12 else date(year, after, 1)
    return date(year, month, 1), next_day - timedelta(days=1)
