"""The rules of badges: those that come with Byline (`badges.toml` beside this file), and a company's own.

A company adds tables to `programme/badges.toml`. One with the id of a rule of ours changes what it says and leaves the
rest of that rule as it is, so that nobody copies ours to change a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as parts_of
from functools import cache
from pathlib import Path
from typing import Any

from .model import BadgeRule, Finding, Goal
from .recognition_schema import BadgeFields, GoalFields
from .tables import read_tables

FILE = "badges.toml"
OURS = Path(__file__).parent


@cache
def own_rules() -> Mapping[str, BadgeFields]:
    """The rules that come with Byline, by id."""
    return read_tables(OURS, FILE, BadgeFields)[0]


def badge_rules(given: Mapping[str, BadgeFields]) -> tuple[tuple[BadgeRule, ...], list[Finding]]:
    """Every rule that is not off: ours in their order, then the company's, which change ours where ids agree.

    A new one without a name, or that does not say what it means, is an error and left out.
    """
    ours = own_rules()
    merged = {id: {**_written(ours.get(id)), **_written(given.get(id))} for id in {**ours, **given}}
    findings = [_nameless(id) for id, one in merged.items() if not _usable(one)]
    return tuple(_rule(id, one) for id, one in merged.items() if _usable(one) and not one.get("off")), findings


def goal_of(fields: GoalFields) -> Goal:
    """What a rule counts."""
    return Goal(**{part.name: getattr(fields, part.name) for part in parts_of(Goal)})


def _written(fields: BadgeFields | None) -> dict[str, Any]:
    return {name: getattr(fields, name) for name in fields.model_fields_set} if fields else {}


def _usable(one: Mapping[str, Any]) -> bool:
    return bool(one.get("off") or (one.get("name") and one.get("means")))


def _rule(id: str, one: Mapping[str, Any]) -> BadgeRule:
    goal = {part.name for part in parts_of(Goal)}
    said = {name: value for name, value in one.items() if name not in goal and name != "off"}
    return BadgeRule(id=id, goal=Goal(**{name: value for name, value in one.items() if name in goal}), **said)


def _nameless(id: str) -> Finding:
    message = f"'{id}' has no name, or does not say what it means."
    return Finding(FILE, 1, "missing-key", message, "error", "Write `name` and `means` below it.")
