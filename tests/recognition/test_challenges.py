"""Challenges: reached together, without numbers that tell about few, names against a choice, or a last place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from byline.activities import Activity
from byline.model import Challenge, Goal, Place, Standing
from byline.recognition.standings import places, standings

DAY = date(2026, 6, 1)
NAMES = {"ada": "Ada", "jane": "Jane", "lena": "Lena", "omar": "Omar", "zoe": "Zoé"}


def acts(kind: str = "article", **numbers: int) -> list[Activity]:
    """So many acts of each person, a day each."""
    found = (
        Activity(who, kind, DAY + timedelta(n), f"{who}-{n}") for who, many in numbers.items() for n in range(many)
    )  # type: ignore[arg-type]
    return sorted(found, key=lambda one: (one.day, one.person))


def a_challenge(
    id: str = "ten", *, days: int = 30, starts: date = DAY, ranking: bool = False, **goal: Any
) -> Challenge:
    return Challenge(
        id, id.title(), starts, starts + timedelta(days), Goal(**{"at_least": 10, **goal}), ranking=ranking
    )


def standing(challenge: Challenge, done: Iterable[Activity], today: date = DAY + timedelta(9), **more: Any) -> Standing:
    given = {"smallest": 5, "shown": {}, "ranked": {}, **more}
    return standings([challenge], [*done], today, given["smallest"], given["shown"], given["ranked"], {})[0]


def test_everybody_s_acts_between_its_days_count_together() -> None:
    found = standing(a_challenge(days=3), acts(jane=6, omar=2))

    assert (found.reached, found.done) == (6, None)
    assert found.share == 0.6


def test_it_says_on_which_day_it_was_reached() -> None:
    found = standing(a_challenge(at_least=4), acts(jane=6, omar=2))

    assert (found.reached, found.done, found.share) == (8, DAY + timedelta(1), 1.0)


def test_what_can_be_counted_on_the_site_is_shown_of_any_number_of_people() -> None:
    assert standing(a_challenge(), acts(jane=3)).reached == 3


def test_what_cannot_be_counted_on_the_site_has_no_number_while_few_take_part() -> None:
    challenge = a_challenge(of=("review",))

    assert standing(challenge, acts("review", ada=1, jane=2, lena=1, omar=1)).reached is None
    assert standing(challenge, acts("review", ada=1, jane=2, lena=1, omar=1, zoe=1)).reached == 6


def test_it_moves_in_tenths_so_that_no_day_shows_what_one_person_did() -> None:
    challenge = a_challenge(of=("review",), at_least=100)

    assert standing(challenge, acts("review", ada=5, jane=5, lena=5, omar=5, zoe=8)).reached == 20
    assert standing(challenge, acts("review", ada=5, jane=5, lena=5, omar=5, zoe=9)).reached == 20


def test_only_those_who_chose_it_are_named_and_in_order_of_name() -> None:
    found = standing(a_challenge(), acts(zoe=1, omar=9, jane=1), shown={"zoe": "Zoé", "omar": "Omar", "ada": "Ada"})

    assert found.helpers == ("Omar", "Zoé")


def test_there_is_no_ranking_unless_the_challenge_has_one() -> None:
    done = acts(ada=4, jane=3, lena=2, omar=1)

    assert standing(a_challenge(), done, ranked=NAMES).places == ()
    assert standing(a_challenge(ranking=True), done).places == ()
    assert standing(a_challenge(ranking=True), done, ranked=NAMES).places[0] == Place(1, ("Ada",), 4)


def test_a_tie_shares_its_place_in_order_of_name() -> None:
    found = places(acts(zoe=5, ada=5, jane=3, lena=2, omar=1), NAMES)

    assert found == (Place(1, ("Ada", "Zoé"), 5),)


def test_a_ranking_shows_the_upper_half_and_never_the_last() -> None:
    assert places(acts(ada=4, jane=3, lena=2, omar=1), NAMES) == (Place(1, ("Ada",), 4), Place(2, ("Jane",), 3))
    assert places(acts(ada=4, jane=3, lena=3), NAMES) == (Place(1, ("Ada",), 4),)


def test_two_people_are_no_ranking() -> None:
    assert places(acts(ada=4, jane=3), NAMES) == ()


def test_those_who_run_come_first_then_those_to_come_then_the_past_year() -> None:
    later = a_challenge("later", starts=DAY + timedelta(60))
    over = a_challenge("over", starts=DAY - timedelta(90))
    gone = a_challenge("gone", starts=DAY - timedelta(500))
    now = a_challenge("now")

    found = standings([over, later, gone, now], [], DAY, 5, {}, {}, {})

    assert [(one.challenge.id, one.phase) for one in found] == [("now", "now"), ("later", "coming"), ("over", "over")]


@given(st.dictionaries(st.sampled_from([*NAMES]), st.integers(1, 9)), st.sets(st.sampled_from([*NAMES])))
def test_no_ranking_names_who_did_not_choose_it_or_is_last(numbers: dict[str, int], chose: set[str]) -> None:
    ranked = {id: NAMES[id] for id in chose}
    found = places(acts(**numbers), ranked)
    named = {name for place in found for name in place.names}
    counted = {NAMES[id]: many for id, many in numbers.items() if id in chose}

    assert named <= counted.keys()
    assert all(counted[name] == place.number for place in found for name in place.names)
    least = min(counted.values(), default=0)
    assert all(place.number > least or place.rank == 1 for place in found)
