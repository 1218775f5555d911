"""Who earned what: the same acts and rules give the same badges, in whatever order acts come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from byline.activities import Activity
from byline.badges import badge_rules
from byline.model import Badge, BadgeRule, Challenge, Goal, Standing
from byline.recognition.counting import fitting, number
from byline.recognition.earning import badges

DAY = date(2026, 6, 1)
RULES = badge_rules({})[0]


def act(kind: str = "article", days: int = 0, person: str = "jane", **fields: str) -> Activity:
    return Activity(person, kind, DAY + timedelta(days), **{"article": "a", "category": "c", "lang": "en", **fields})  # type: ignore[arg-type]


def earned(rule: BadgeRule, *acts: Activity, campaigns: Mapping[str, str] | None = None) -> date | None:
    """When Jane earned it."""
    found = badges([rule], acts, (), ["jane"], campaigns or {})
    return found["jane"][0].day if found else None


def a_rule(**goal: object) -> BadgeRule:
    return BadgeRule("mine", "Mine", "Did it.", Goal(**goal))  # type: ignore[arg-type]


def test_a_badge_is_earned_on_the_day_on_which_there_was_enough() -> None:
    assert earned(a_rule(at_least=2), act(), act(days=3), act(days=9)) == DAY + timedelta(3)
    assert earned(a_rule(at_least=4), act(), act(days=3), act(days=9)) is None


def test_five_categories_are_five_different_ones() -> None:
    rule = a_rule(count="categories", at_least=3)

    assert earned(rule, act(category="a"), act(category="a", days=1), act(category="b", days=2)) is None
    assert earned(rule, *(act(category=slug, days=n) for n, slug in enumerate("abca"))) == DAY + timedelta(2)
    assert earned(rule, *(act(category=slug, days=n) for n, slug in enumerate(["a", "b", ""]))) is None


def test_months_and_weeks_and_languages_count_once_each() -> None:
    acts = [act(days=0, lang="en"), act(days=1, lang="fr"), act(days=40, lang="en")]

    assert number(Goal(count="months"), acts) == 2
    assert number(Goal(count="weeks"), acts) == 2
    assert number(Goal(count="langs"), acts) == 2


def test_only_what_a_rule_names_counts() -> None:
    assert earned(a_rule(of=("review",)), act("article")) is None
    assert earned(a_rule(category="voices"), act(category="trust")) is None
    assert earned(a_rule(lang="fr"), act(lang="fr")) == DAY
    assert earned(a_rule(campaign="spring"), act()) is None
    assert earned(a_rule(campaign="spring"), act(), campaigns={"a": "spring"}) == DAY


def test_doing_more_in_a_week_than_the_cap_earns_nothing_more() -> None:
    monday = [act(days=n) for n in range(4)]

    assert len(fitting(Goal(per_week=2), monday, {})) == 2
    assert len(fitting(Goal(per_week=2), [*monday, act(days=7)], {})) == 3
    assert len(fitting(Goal(per_week=2), [*monday, act(person="omar")], {})) == 3


def test_badges_are_computed_for_those_who_take_part_and_nobody_else() -> None:
    acts = [act(), act(person="omar")]

    assert [*badges(RULES, acts, (), ["jane"], {})] == ["jane"]


def test_whoever_took_part_in_a_challenge_that_was_reached_earned_it_with_all_others() -> None:
    rule = BadgeRule("together", "Together", "Took part.", challenge="any")
    challenge = Challenge("three", "Three", DAY, DAY + timedelta(30), Goal(at_least=3))
    done = Standing(challenge, "now", 3, DAY + timedelta(5))
    acts = [act(), act(days=9, person="omar"), act("review", person="ada"), act(days=50, person="ines")]

    found = badges([rule], acts, [done], ["jane", "omar", "ada", "ines"], {})

    assert {id: one[0].day for id, one in found.items()} == {
        "jane": DAY + timedelta(5),
        "omar": DAY + timedelta(9),
    }
    assert badges([rule], acts, [Standing(challenge, "now", 2)], ["jane"], {}) == {}
    named = BadgeRule("together", "Together", "Took part.", challenge="four")
    assert badges([named], acts, [done], ["jane"], {}) == {}


ACTS = st.lists(
    st.builds(
        Activity,
        person=st.sampled_from(["jane", "omar"]),
        kind=st.sampled_from(["article", "translation", "review", "remix", "text", "help", "idea"]),
        day=st.dates(DAY, DAY + timedelta(200)),
        article=st.sampled_from(["a", "b", "c", "d", "e", "f"]),
        category=st.sampled_from(["", "p", "q", "r", "s", "t"]),
        lang=st.sampled_from(["en", "fr"]),
    ),
    max_size=30,
    unique=True,
)


def by_day(acts: Iterable[Activity]) -> list[Activity]:
    return sorted(acts, key=lambda one: (one.day, one.person, one.kind, one.article, one.category, one.lang))


def all_of(acts: Iterable[Activity]) -> dict[str, tuple[Badge, ...]]:
    return badges(RULES, by_day(acts), (), ["jane", "omar"], {})


@given(ACTS, st.randoms(use_true_random=False))
def test_the_same_data_give_the_same_badges(acts: list[Activity], chance: Random) -> None:
    again = [*acts]
    chance.shuffle(again)

    assert all_of(acts) == all_of(again)


@given(ACTS, st.integers(0, 200))
def test_what_happens_later_takes_no_badge_away_and_changes_no_day(acts: list[Activity], days: int) -> None:
    before = all_of(act for act in acts if act.day <= DAY + timedelta(days))
    after = all_of(acts)

    assert all(badge in after[person] for person, mine in before.items() for badge in mine)
