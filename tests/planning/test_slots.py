"""When to share what: in working hours, never in the past, never two people with one article at about one time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import NOON, an_article
from byline.planning.settings import PlanningSettings, window
from byline.planning.slots import COMPANY, Sharer, Slot, planned, working_moments
from byline.settings import SettingsError, typed

PARIS = ZoneInfo("Europe/Paris")
ARTICLES = tuple(an_article(f"a-{number}", lang="fr" if number % 3 == 0 else "en") for number in range(6))
PEOPLE = tuple(Sharer(f"p-{number}", ("linkedin", "x"), 2) for number in range(8))
START = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))


def plan(*sharers: Sharer, now: datetime = NOON, **given: object) -> tuple[Slot, ...]:
    return planned(sharers or PEOPLE, ARTICLES, PlanningSettings(**given), PARIS, now)  # type: ignore[arg-type]


@settings(max_examples=25)
@given(now=moments, apart=st.integers(0, 72), people=st.integers(1, 12))
def test_no_plan_breaks_a_rule(now: datetime, apart: int, people: int) -> None:
    sharers = [
        Sharer(COMPANY, ("linkedin",), 3),
        *(Sharer(f"p-{number}", ("linkedin", "x"), 2) for number in range(people)),
    ]

    slots = plan(*sharers, now=now, apart=apart)

    for slot in slots:
        local = slot.moment.astimezone(PARIS)
        assert slot.moment > now
        assert local.weekday() < 5
        assert 9 <= local.hour < 18
        assert not 12 <= local.hour < 14
    for one, other in combinations(slots, 2):
        if (one.article.id, one.channel) == (other.article.id, other.channel):
            assert one.sharer != other.sharer
            assert abs(one.moment - other.moment) >= timedelta(hours=apart)
        if one.sharer == other.sharer:
            assert one.moment.date() != other.moment.date()


def test_everybody_gets_as_many_as_there_is_room_for() -> None:
    slots = plan(now=datetime(2026, 6, 15, 0, 0, tzinfo=UTC), weeks=1)

    assert {one.id: sum(slot.sharer == one.id for slot in slots) for one in PEOPLE} == dict.fromkeys(
        (one.id for one in PEOPLE), 2
    )


def test_a_plan_is_the_same_all_week_but_for_what_is_past() -> None:
    monday = plan(now=datetime(2026, 6, 15, 0, 0, tzinfo=UTC))
    thursday = datetime(2026, 6, 18, 10, 7, tzinfo=UTC)

    assert plan(now=thursday) == tuple(slot for slot in monday if slot.moment > thursday)


def test_people_begin_with_different_articles() -> None:
    first = {one.id: next(slot.article.id for slot in plan(weeks=2) if slot.sharer == one.id) for one in PEOPLE}

    assert len(set(first.values())) > 2


def test_whoever_shares_the_same_later_gets_another_turn() -> None:
    one = ARTICLES[1]
    monday = datetime(2026, 6, 15, 0, 0, tzinfo=UTC)
    found = planned([*PEOPLE], [one], PlanningSettings(apart=1), PARIS, monday)

    for channel in ("linkedin", "x"):
        turns = [slot.turn for slot in found if slot.channel == channel]
        assert sorted(turns) == [*range(len(turns))]


def test_people_share_in_their_languages_and_on_their_channels() -> None:
    slots = plan(Sharer("p", ("x",), 3, ("fr",)))

    assert slots
    assert {(slot.channel, slot.article.lang) for slot in slots} == {("x", "fr")}


def test_a_free_day_has_no_moments() -> None:
    found = working_moments(date(2026, 7, 13), PlanningSettings(free=(date(2026, 7, 14),)), PARIS)

    assert {moment.day for moment in found} == {13, 15, 16, 17}


def test_nothing_is_planned_where_nobody_works() -> None:
    assert plan(days=()) == plan(hours=()) == plan(quiet=("00:00-23:59",)) == ()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"days": ["monday"]}, "days: no day 'monday'"),
        ({"hours": ["9-18"]}, "hours: '9-18' is no span of a day"),
        ({"quiet": ["14:00-12:00"]}, "quiet: '14:00-12:00' is no span"),
        ({"schedulers": ["bufer"]}, "schedulers: no scheduler 'bufer'"),
        ({"weeks": -1}, "weeks: cannot be -1: write 0 or more"),
        ({"free": ["Christmas"]}, "free.0"),
    ],
)
def test_a_wrong_setting_teaches(given: dict[str, object], sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        typed("BYLINE_PLANNING", PlanningSettings, given)


def test_a_span_of_a_day_begins_before_it_ends() -> None:
    assert window("09:00 - 12:30") is not None
    assert window("12:00-12:00") is window("noon") is window("08:00-09:00-10:00") is None
