"""Everything that a build recognizes, from the acts that it knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from ..activities import Activity, activities
from ..build import Build
from ..model import Ambassador, Recognition
from .drawing import badge_svg
from .earning import badges
from .standings import standings


def recognition(build: Build, acts: Iterable[Activity] | None = None) -> Recognition:
    """Badges of those who take part, and how challenges stand; `acts` are those of a build where nobody counted visits.

    Without an agreement on statistics there are no badges, and a challenge counts what anybody could.
    """
    programme, today = build.programme, build.now.date()
    if not programme.people and not programme.challenges:
        return Recognition()
    known = tuple(activities(build) if acts is None else acts)
    campaigns = {article.id: article.campaign for article in build.edition.articles if article.campaign}
    people = {id: one for id, one in programme.people.items() if one.active(today)}
    standing = standings(
        programme.challenges,
        known,
        today,
        programme.governance.smallest_group,
        _names(people, "statistics"),
        _names(people, "ranking"),
        campaigns,
    )
    if not programme.governance.allows("statistics"):
        return Recognition(standings=standing)
    return Recognition(
        rules=programme.badges,
        earned=badges(programme.badges, known, standing, people, campaigns),
        shown=frozenset(_names(people, "statistics")),
        standings=standing,
        draw=partial(badge_svg, brand=build.brand),
    )


def _names(people: Mapping[str, Ambassador], choice: str) -> dict[str, str]:
    """The names of those who chose something, by id."""
    return {id: one.name for id, one in people.items() if getattr(one.opt_in, choice)}
