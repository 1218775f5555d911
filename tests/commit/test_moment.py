"""The moment of a build knows until when it would say the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from operator import gt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.moment import Moment

NOW = datetime(2026, 6, 20, 12, tzinfo=UTC)
SOON = NOW + timedelta(hours=2)

moments = st.timedeltas(timedelta(hours=-36), timedelta(hours=36)).map(lambda apart: NOW + apart)


def test_of_a_moment_that_nobody_asked_nothing_changes() -> None:
    assert Moment.of(NOW).until is None


@pytest.mark.parametrize("ask", [lambda now: now < SOON, lambda now: now >= SOON, partial(gt, SOON)])
def test_what_is_compared_holds_until_then(ask) -> None:  # type: ignore[no-untyped-def]
    now = Moment.of(NOW)

    assert ask(now) == ask(NOW)
    assert now.until == SOON


def test_what_is_past_stays_past() -> None:
    now = Moment.of(NOW)

    assert now > NOW - timedelta(days=1)
    assert now.until is None


def test_a_day_holds_until_midnight_where_it_is_asked() -> None:
    now = Moment.of(NOW)

    assert now.astimezone(ZoneInfo("Europe/Paris")).date() == NOW.date()
    assert now.until == datetime(2026, 6, 21, tzinfo=ZoneInfo("Europe/Paris"))


def test_a_moment_ahead_counts_from_here() -> None:
    now = Moment.of(NOW)

    assert now + timedelta(hours=1) < SOON
    assert now.until == SOON - timedelta(hours=1)


@pytest.mark.parametrize(
    "ask", [lambda now: now.isoformat(), lambda now: now - NOW, lambda now: SOON - now, lambda now: now.hour, str]
)
def test_who_wants_to_know_it_exactly_is_told_something_else_at_once(ask) -> None:  # type: ignore[no-untyped-def]
    now = Moment.of(NOW)

    assert ask(now) == ask(NOW)
    assert now.until == NOW


@given(moments, moments, moments, st.timedeltas(timedelta(hours=-30), timedelta(hours=30)))
def test_until_then_every_answer_is_the_same(now: datetime, later: datetime, other: datetime, ahead: timedelta) -> None:
    def answers(moment: datetime) -> tuple[object, ...]:
        there = moment.astimezone(ZoneInfo("Asia/Tokyo"))
        return (moment < other, moment >= other, other == moment, there.date(), moment + ahead > other, there.weekday())

    asked = Moment.of(now)

    assert answers(asked) == answers(now)
    assert asked.until
    if now <= later < asked.until or later == now:
        assert answers(later) == answers(now)
