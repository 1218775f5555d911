"""What is wrong with rules of recognition: names that nobody knows, and rewards that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Build
from ..findings import unknown
from ..model import Finding, Goal

REGISTER = "../programme/rewards.toml"
SIGN_OFF = "Write signed_off_by (name and function) and signed_off (a date), or remove the file: docs/recognition.md."
AGREE = "Name a legal basis for `rewards` in programme/governance.toml, with all that it asks for, or remove the file."


def demanded(build: Build) -> Iterator[Finding]:
    """Errors that stop a build while there is a register of rewards that may not be kept. They name nobody."""
    rewards = build.programme.rewards
    if rewards is None:
        return
    if not rewards.signed_off_by or rewards.signed_off is None:
        message = "nobody signed off that people get something for taking part."
        yield Finding(REGISTER, 1, "rewards-unsigned", message, "error", SIGN_OFF)
    elif rewards.signed_off > build.now.date():
        message = f"rewards are signed off on {rewards.signed_off}, which is still to come."
        yield Finding(REGISTER, 1, "rewards-unsigned", message, "error", SIGN_OFF)
    if not build.programme.governance.allows("rewards"):
        yield Finding(REGISTER, 1, "rewards-not-agreed", "rewards are not agreed on.", "error", AGREE)


def remarks(build: Build) -> Iterator[Finding]:
    """Rules that name a category, campaign, challenge or person that is not there; for colleagues' eyes only."""
    programme = build.programme
    for rule in programme.badges:
        yield from _names_nothing("badges.toml", rule.goal, build)
        ids = {"any", *(one.id for one in programme.challenges)}
        yield from unknown("badges.toml", "challenge", [rule.challenge] if rule.challenge else [], ids)
    for challenge in programme.challenges:
        yield from _names_nothing(f"challenges/{challenge.id}.toml", challenge.goal, build)
    known = {*programme.people, *(author.id for author in build.edition.authors)}
    if programme.rewards:
        yield from unknown("rewards.toml", "person", [one.to for one in programme.rewards.given], known)


def _names_nothing(path: str, goal: Goal, build: Build) -> Iterator[Finding]:
    categories = {*build.registry.categories, *(one.slug for one in build.edition.categories)}
    campaigns = {one.id for one in build.edition.campaigns}
    yield from unknown(path, "category", [goal.category] if goal.category else [], categories)
    yield from unknown(path, "campaign", [goal.campaign] if goal.campaign else [], campaigns)
