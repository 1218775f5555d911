"""What is held about people, why, and until when: written beside the fields themselves, so that no paper forgets one.

A class says of each of its fields why it is held: `held = because({TAKING_PART: "name langs", NOBODY: "x"})`. A test
fails for a field that none of them names. `byline dossier` writes its papers from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Held:
    """Why a field is held, and until when: names that the dossier has words for in each language."""

    purpose: str
    retention: str


NOBODY = Held("nobody", "nobody")  # says nothing about a person
SIGNING = Held("signing", "published")
PROFILE = Held("profile", "profile")
EVIDENCE = Held("evidence", "signing")
CREDIT = Held("credit", "named")
PICTURED = Held("pictured", "agreed")
TAKING_PART = Held("taking-part", "enrolled")
HANDING_OVER = Held("handing-over", "enrolled")
PARTICIPATION = Held("participation", "enrolled")
CHOICE = Held("choice", "enrolled")
THANKS = Held("thanks", "named")
OFFERED = Held("offered", "offered")
ANSWERING = Held("answering", "answering")
MEASURED = Held("measured", "months")
LINK = Held("measured", "link")
REWARDS = Held("rewards", "months")


def because(reasons: Mapping[Held, str]) -> Mapping[Held, str]:
    """The reasons of a class: names of its fields, separated by blanks, by why they are held."""
    return MappingProxyType(dict(reasons))


def held_of(cls: type) -> dict[str, Held]:
    """Each field of a class with why it is held, those of the classes that it goes on from included."""
    found: dict[str, Held] = {}
    for one in reversed(cls.__mro__):
        said: Mapping[Held, str] = vars(one).get("held", {})
        found |= {name: why for why, names in said.items() for name in names.split()}
    return found
