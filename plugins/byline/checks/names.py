"""The names that findings have: those of the rules, and those that other rooms give to what cannot be published."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .. import links
from ..rules import rules_in
from .judging import SITE_RULES, TEXT_RULES

OTHERS = Path(__file__).with_name("others.toml")


@dataclass(frozen=True)
class Fault:
    """A finding that no rule makes: how severe it is, and what it means."""

    name: str
    severity: str
    about: str


@cache
def _others() -> Mapping[str, Any]:
    return tomllib.loads(OTHERS.read_text("utf-8"))


def faults() -> Iterator[Fault]:
    """What is wrong with a file before anybody could ask what it says."""
    for name, known in _others().items():
        if isinstance(known, dict):
            yield Fault(name, known["severity"], known["about"])


def elsewhere() -> tuple[str, ...]:
    """Names of rules of other rooms, which this one cannot import."""
    return tuple(_others()["elsewhere"])


def names() -> frozenset[str]:
    """Everything that a finding can be called, and that `editorial.toml` may grade."""
    ours = (rule.name for rule in (*rules_in(links), *SITE_RULES, *TEXT_RULES))
    return frozenset((*ours, *elsewhere(), *(fault.name for fault in faults())))
