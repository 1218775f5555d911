"""How challenges stand: what all reached together, thanks to whom of those who like to be named, and first places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from ..activities import Activity
from ..model import Challenge, Place, Standing
from .counting import fitting, number, reached

PLACES = 3  # of a ranking that anybody sees
FEWEST = 3  # people who chose it, before there is a ranking
STEPS = 10  # in which progress is told where the acts themselves are nobody's business
KEPT = 366  # days for which a challenge that is over stays in sight


def standings(
    challenges: Iterable[Challenge],
    acts: Sequence[Activity],
    today: date,
    smallest: int,
    shown: Mapping[str, str],
    ranked: Mapping[str, str],
    campaigns: Mapping[str, str],
) -> tuple[Standing, ...]:
    """Challenges that run, the next to end first; then those to come; then those of the last year that are over.

    `shown` and `ranked` are the names of those who chose to be shown, or ranked, by id. Where fewer than `smallest`
    people took part in what cannot be counted on the site, no number is given.
    """
    known = [one for one in challenges if (today - one.ends).days <= KEPT]
    phases = {"now": 0, "coming": 1, "over": 2}
    made = (_standing(one, acts, today, smallest, shown, ranked, campaigns) for one in known)

    def order(one: Standing) -> tuple[int, int, str]:
        end = one.challenge.ends.toordinal()
        return (phases[one.phase], -end if one.phase == "over" else end, one.challenge.id)

    return tuple(sorted(made, key=order))


def _standing(
    challenge: Challenge,
    acts: Sequence[Activity],
    today: date,
    smallest: int,
    shown: Mapping[str, str],
    ranked: Mapping[str, str],
    campaigns: Mapping[str, str],
) -> Standing:
    goal = challenge.goal
    mine = fitting(goal, (act for act in acts if challenge.runs(act.day)), campaigns)
    people = {act.person for act in mine}
    there, done = number(goal, mine), reached(goal, mine)
    return Standing(
        challenge,
        _phase(challenge, today),
        there if goal.signed else _veiled(there, goal.at_least, len(people), smallest),
        done,
        _in_order(shown[id] for id in people & shown.keys()),
        places(mine, ranked) if challenge.ranking else (),
    )


def _phase(challenge: Challenge, today: date) -> Literal["now", "coming", "over"]:
    return "now" if challenge.runs(today) else "coming" if challenge.starts > today else "over"


def _veiled(there: int, goal: int, people: int, smallest: int) -> int | None:
    """The last tenth of the goal that was passed, so that no day shows what one person did; None for few people."""
    if people < smallest:
        return None
    return there if there >= goal else there * STEPS // goal * goal // STEPS


def places(acts: Iterable[Activity], ranked: Mapping[str, str]) -> tuple[Place, ...]:
    """The first places of those who chose to be ranked; nobody is last.

    Whoever has the same number shares a place, in order of name. At most three places are shown, and at most the upper
    half of those who take part, unless all are first; fewer than three people are no ranking.
    """
    counted: dict[str, int] = defaultdict(int)
    for act in acts:
        if act.person in ranked:
            counted[act.person] += 1
    if len(counted) < FEWEST:
        return ()
    found: list[Place] = []
    before = 0
    for much, some in groupby(sorted(counted, key=lambda id: -counted[id]), key=counted.__getitem__):
        names = _in_order(ranked[id] for id in some)
        if before + len(names) == len(counted) and found:
            break  # these would be the last
        if len(found) == PLACES or (found and 2 * (before + len(names)) > len(counted)):
            break
        found.append(Place(before + 1, names, much))
        before += len(names)
    return tuple(found)


def _in_order(names: Collection[str] | Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))
