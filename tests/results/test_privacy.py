"""Whoever has every report that was ever published, and can calculate, learns nothing of fewer than k people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.results.privacy import Counted, Group, Shown, published

K = 5
PLACES = ("bench", "desk", "field", "lab", "office")


def counted(**active_of_people: tuple[int, int]) -> dict[str, Counted]:
    """`counted(desk=(7, 30))`: 7 of 30 people."""
    return {place: Counted(people, active) for place, (active, people) in active_of_people.items()}


def shown(counts: Mapping[str, Counted], *past: Shown, period: str = "2026-06") -> dict[str, int]:
    """What is published, by places."""
    return {"+".join(sorted(one.atoms)): one.active for one in published(counts, period, past, K)}


def a_report(period: str = "2026-05", **numbers: int) -> Shown:
    """`a_report(desk=7, field_lab=9)`: groups of 100 people in each place."""
    groups = ((frozenset(name.split("_")), number) for name, number in numbers.items())
    return Shown("participation", period, tuple(Group(atoms, 100 * len(atoms), n) for atoms, n in groups))


# --- one report -------------------------------------------------------------------------------------------------------


def test_a_group_of_enough_people_is_shown_as_it_is() -> None:
    assert shown(counted(desk=(7, 30), field=(9, 40))) == {"desk": 7, "field": 9}


def test_nobody_is_shown_as_the_one_of_a_place() -> None:
    assert shown(counted(desk=(1, 30), field=(9, 40), lab=(4, 20))) == {"desk+lab": 5, "field": 9}


def test_a_place_alone_below_the_limit_takes_another_with_it() -> None:
    """Else the total would tell it."""
    assert shown(counted(desk=(1, 30), field=(9, 40), lab=(8, 20))) == {"desk+lab": 9, "field": 9}


def test_sizes_decide_what_is_put_together() -> None:
    """Two that are put together because neither can be shown would tell more than their sum."""
    assert shown(counted(desk=(9, 20), field=(9, 30), lab=(2, 40))) == {"desk+field+lab": 20}


def test_a_place_where_nobody_does_it_is_not_shown_as_such() -> None:
    assert shown(counted(desk=(0, 30), field=(9, 40))) == {"desk+field": 9}


def test_a_place_where_everybody_does_it_is_not_shown_as_such() -> None:
    assert shown(counted(desk=(30, 30), field=(9, 40))) == {"desk+field": 39}


def test_those_who_do_not_are_as_safe_as_those_who_do() -> None:
    assert shown(counted(desk=(26, 30), field=(9, 40))) == {"desk+field": 35}


def test_nothing_is_shown_where_nothing_can_be() -> None:
    assert shown(counted(desk=(1, 30), field=(2, 40))) == {}
    assert shown({}) == {}


# --- over time --------------------------------------------------------------------------------------------------------


def test_one_who_joins_between_two_reports_is_not_seen() -> None:
    assert shown(counted(desk=(8, 30), field=(9, 40)), a_report(desk=7, field=9)) == {"desk": 7, "field": 9}


def test_five_who_join_are_seen() -> None:
    assert shown(counted(desk=(12, 30), field=(9, 40)), a_report(desk=7, field=9)) == {"desk": 12, "field": 9}


def test_a_number_does_not_waver_about_a_limit() -> None:
    """From 12, twelve less than five: 9 is still 12, although 7 is nearer and was shown too."""
    past = (a_report("2026-04", desk=7, field=9), a_report("2026-05", desk=12, field=9))

    assert shown(counted(desk=(9, 30), field=(9, 40)), *past) == {"desk": 12, "field": 9}


def test_a_report_that_is_made_again_says_the_same() -> None:
    past = (a_report("2026-05", desk=7, field=9), a_report("2026-06", desk=12, field=9))

    assert shown(counted(desk=(9, 30), field=(9, 40)), *past, period="2026-05") == {"desk": 7, "field": 9}


def test_a_group_does_not_split_while_its_parts_would_tell_who_joined() -> None:
    assert shown(counted(desk=(7, 30), field=(6, 40)), a_report(desk_field=12)) == {"desk+field": 12}
    assert shown(counted(desk=(6, 30), field=(6, 40)), a_report(desk_field=12)) == {"desk": 6, "field": 6}


def test_groups_never_overlap_with_those_of_an_earlier_report() -> None:
    """desk and field were one: field and lab as one now would let somebody subtract."""
    past = a_report(desk_field=12, lab=8)

    assert shown(counted(desk=(9, 30), field=(3, 40), lab=(8, 30)), past) == {"desk+field": 12, "lab": 8}


def test_parts_that_would_overlap_are_not_shown_although_their_sums_agree() -> None:
    past = a_report(desk_field=12, lab=8)

    assert shown(counted(desk=(8, 50), field=(1, 30), lab=(11, 40)), past) == {"desk+field": 12, "lab": 8}


def test_a_place_that_is_new_does_not_tell_who_works_there() -> None:
    assert shown(counted(desk=(7, 30), field=(9, 40), lab=(1, 9)), a_report(desk=7, field=9)) == {
        "desk+lab": 7,
        "field": 9,
    }


# --- the attack -------------------------------------------------------------------------------------------------------

Histories = Sequence[tuple[str, Mapping[str, Counted]]]


@st.composite
def histories(draw: st.DrawFn) -> Histories:
    """Some months of a programme: people come, go, join and leave, and now and then there is a new place."""
    places = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=5, unique=True))
    people = {place: draw(st.integers(0, 40)) for place in places}
    active = {place: draw(st.integers(0, people[place])) for place in places}
    months = []
    for month in draw(st.lists(st.sampled_from(["2026-04", "2026-05", "2026-06", "2026"]), min_size=1, max_size=6)):
        for place in places:
            people[place] = max(0, people[place] + draw(st.sampled_from((0, 0, 0, 1, -1, 6))))
            moved = active[place] + draw(st.sampled_from((0, 0, 0, 1, 1, -1, 2, 5, -6)))
            active[place] = min(people[place], max(0, moved))
        months.append((month, {place: Counted(people[place], active[place]) for place in places}))
    return months


def reports(history: Histories) -> list[tuple[Mapping[str, Counted], Shown]]:
    past: list[Shown] = []
    for period, counts in history:
        past.append(Shown("participation", period, published(counts, period, past, K)))
    return [(counts, one) for (_, counts), one in zip(history, past, strict=True)]


def sums(groups: Sequence[Group]) -> Iterator[tuple[frozenset[str], int]]:
    """Every sum that somebody can make of the groups of one report, and of whom it speaks."""
    for size in range(1, len(groups) + 1):
        for chosen in combinations(groups, size):
            yield frozenset().union(*(one.atoms for one in chosen)), sum(one.active for one in chosen)


@settings(deadline=None, max_examples=120)
@given(histories())
def test_no_sum_of_one_report_speaks_of_fewer_than_k(history: Histories) -> None:
    """Nobody, everybody, one of them, all but one: neither as it is nor as it is shown."""
    for counts, one in reports(history):
        for places, number in sums(one.groups):
            people = sum(counts[place].people for place in places)
            true = sum(counts[place].active for place in places)
            assert K <= number <= people - K
            assert K <= true <= people - K


@settings(deadline=None, max_examples=120)
@given(histories())
def test_no_difference_between_any_two_reports_speaks_of_fewer_than_k(history: Histories) -> None:
    """Whatever two reports say of the same people: nobody who joined or left is seen."""
    made = [dict(sums(one.groups)) for _, one in reports(history)]
    for earlier, later in combinations(made, 2):
        both = earlier.keys() & later.keys()
        # A sum of sums that differ by k and more each may differ by less: of people it then tells nothing new.
        for places in (one for one in both if one == max(both, key=len) or not any(two < one for two in both)):
            assert earlier[places] == later[places] or abs(earlier[places] - later[places]) >= K


@settings(deadline=None, max_examples=120)
@given(histories())
def test_no_two_groups_of_all_reports_can_be_subtracted_to_a_part(history: Histories) -> None:
    """What is left of a group when another is taken from it is nobody, or whole groups of a report."""
    groups = {group.atoms for _, one in reports(history) for group in one.groups}
    for one, other in combinations(groups, 2):
        assert one <= other or other <= one or not one & other


@settings(deadline=None, max_examples=60)
@given(histories())
def test_a_report_made_again_changes_nothing(history: Histories) -> None:
    past = [one for _, one in reports(history)]
    period, counts = history[-1]

    assert published(counts, period, past, K) == past[-1].groups


@settings(deadline=None, max_examples=60)
@given(histories(), st.data())
def test_somebody_who_joins_right_after_a_report_is_not_seen(history: Histories, data: st.DataObject) -> None:
    """The next report says of every group the same, or differs by at least k: not by the one."""
    past = [one for _, one in reports(history)]
    _, counts = history[-1]
    place = data.draw(st.sampled_from(sorted(counts)))
    joined = min(counts[place].people, counts[place].active + 1)
    before = {group.atoms: group.active for group in past[-1].groups}

    after = dict(sums(published({**counts, place: Counted(counts[place].people, joined)}, "2026-07", past, K)))

    assert [n for one, n in before.items() if one in after and 0 < abs(after[one] - n) < K] == []


@pytest.mark.parametrize("people", [(3, 5, 6), (1, 5, 6), (4, 4, 4), (3, 12), (1, 1, 1, 8)])
def test_whoever_knows_the_rule_and_all_sizes_knows_of_no_place_what_is_hidden(people: tuple[int, ...]) -> None:
    """Of all companies of this size that make a report, no place has the same few, or all but few, in each."""
    possible: dict[tuple[Group, ...], list[tuple[int, ...]]] = {}
    for active in product(*(range(number + 1) for number in people)):
        counts = {str(place): Counted(*both) for place, both in enumerate(zip(people, active, strict=True))}
        possible.setdefault(published(counts, "2026-06", (), 2), []).append(active)

    assert len(possible) > 1
    for companies in possible.values():
        for size in range(1, len(people) + 1):
            for places in combinations(range(len(people)), size):
                known = {sum(active[place] for place in places) for active in companies}
                assert len(known) > 1 or 2 <= min(known) <= sum(people[place] for place in places) - 2
