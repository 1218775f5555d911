"""Spans of time, by name."""

from __future__ import annotations

from datetime import date

import pytest

from byline.period import period


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(name: str, first: date, last: date) -> None:
    found = period(name)

    assert (found.id, found.first, found.last) == (name, first, last)
    assert first in found
    assert last in found
    assert date(2025, 6, 1) not in found


@pytest.mark.parametrize("name", ["", "2026-13", "2026-Q5", "26", "2026-06-01", "june", "٢٠٢٦"])
def test_any_other_name_is_answered_with_what_can_be_written(name: str) -> None:
    with pytest.raises(ValueError, match=r"Write all, a year \(2026\), a quarter \(2026-Q2\) or a month"):
        period(name)
