"""Who earned which badge, and when: the same acts and rules always give the same badges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ..activities import Activity
from ..model import Badge, BadgeRule, Standing
from .counting import fitting, reached

ANY = "any"


def badges(
    rules: Iterable[BadgeRule],
    acts: Iterable[Activity],
    standings: Sequence[Standing],
    people: Iterable[str],
    campaigns: Mapping[str, str],
) -> dict[str, tuple[Badge, ...]]:
    """The badges of each of the people, in the order of the rules; whoever has none is absent."""
    rules, wanted = tuple(rules), {*people}
    own: dict[str, list[Activity]] = defaultdict(list)
    for act in acts:
        if act.person in wanted:
            own[act.person].append(act)
    earned = {
        person: tuple(
            Badge(rule, day) for rule in rules if (day := _earned(rule, mine, standings, campaigns)) is not None
        )
        for person, mine in sorted(own.items())
    }
    return {person: found for person, found in earned.items() if found}


def _earned(
    rule: BadgeRule, acts: Sequence[Activity], standings: Sequence[Standing], campaigns: Mapping[str, str]
) -> date | None:
    """The day on which acts of one person earned the badge."""
    if not rule.challenge:
        return reached(rule.goal, fitting(rule.goal, acts, campaigns))
    days = (_together(one, acts, campaigns) for one in standings if rule.challenge in (ANY, one.challenge.id))
    return min((day for day in days if day), default=None)


def _together(standing: Standing, acts: Sequence[Activity], campaigns: Mapping[str, str]) -> date | None:
    """The day on which a challenge reached its goal or, when later, on which the person joined in."""
    challenge = standing.challenge
    mine = fitting(challenge.goal, (act for act in acts if challenge.runs(act.day)), campaigns)
    return max(standing.done, mine[0].day) if standing.done and mine else None
