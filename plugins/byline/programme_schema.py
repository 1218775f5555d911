"""What people may write in the programme folder: every key of every kind of file, its type and its help."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from .field_formats import DAY, Day, Lang
from .field_types import Line, Lines, Names, as_items, as_line, as_mapping, fault, list_schema
from .held import CHOICE, CREDIT, EVIDENCE, HANDING_OVER, NOBODY, PARTICIPATION, TAKING_PART, because
from .schema import Fields

EMAIL = re.compile(r"[^@\s<>\",;:]+@[^@\s<>\",;:]+\.[^@\s<>\",;:]+")


def _email(value: str) -> str:
    if not EMAIL.fullmatch(value):
        raise fault("bad-value", f"holds what is no e-mail address: '{value[:80]}'", "Write it like jane@example.com.")
    return value


def _headcount(value: object) -> dict[str, int]:
    counted = as_mapping(value)
    for day, number in counted.items():
        if not DAY.fullmatch(day) or not isinstance(number, int) or isinstance(number, bool) or number < 0:
            raise fault("bad-value", f"holds no headcount: '{day} = {number}'", "Write such as 2026-01-01 = 34.")
    return {day: number for day, number in sorted(counted.items()) if isinstance(number, int)}


Emails = Annotated[
    tuple[Annotated[str, BeforeValidator(as_line), AfterValidator(_email)], ...],
    BeforeValidator(as_items),
    list_schema(),
]
Headcount = Annotated[
    Mapping[str, int],
    BeforeValidator(_headcount),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}),
]


class OptInFields(Fields):
    """What a person chose, each with the day of the choice. What is absent is a no."""

    held = because({CHOICE: "measured ranking statistics"})

    measured: Day | None = None
    """Links of this person may be counted, under a name that changes and says nothing."""
    ranking: Day | None = None
    """May stand in a ranking among those who chose it too."""
    statistics: Day | None = None
    """Own numbers may be shown to colleagues."""


class AmbassadorFields(Fields):
    """A colleague who likes to share. The file's name is the id; the person need not be an author."""

    demanded = ("enrolled",)
    held = because(
        {
            TAKING_PART: "name enrolled charter channels langs paused left",
            HANDING_OVER: "emails",
            EVIDENCE: "account",
            PARTICIPATION: "department",
            CHOICE: "opt_in",
        }
    )

    name: Line = ""
    """How colleagues call the person; without it the author's name, else the id."""
    emails: Emails = ()
    """Where the personal file is sent; the first is used."""
    account: Line = ""
    """Name on the git host."""
    department: Line = ""
    """Where the person works, as `departments.toml` names it."""
    enrolled: Day | None = None
    """The day on which the person asked to take part."""
    charter: Line = ""
    """The version of the charter that the person accepted."""
    channels: Names = ()
    """Where the person shares: ids of channels. Without any, all are offered."""
    langs: Names = ()
    """The languages in which the person shares. Without any, all are offered."""
    paused: Day | None = None
    """Since when the person takes a break; nobody asks why."""
    left: Day | None = None
    """Since when the person is no longer there."""
    opt_in: OptInFields = OptInFields()
    """What the person chose."""


class DepartmentFields(Fields):
    """How many people work in one place, by date, without names."""

    demanded = ("name", "headcount")
    held = because({NOBODY: "name headcount"})

    name: Line = ""
    """What colleagues call it."""
    headcount: Headcount = Field(default_factory=dict)
    """People by the day from which the number holds: `2026-01-01 = 34`."""


class HoldFields(Fields):
    """While this file is there, nothing is proposed: hub, digest and planning stop at once."""

    demanded = ("reason",)
    held = because({NOBODY: "reason since"})

    reason: Line = ""
    """Why, in a sentence that everybody may read."""
    since: Day | None = None
    """Since when."""


class CharterFields(Fields):
    """What ambassadors and company promise each other: the text stands below."""

    demanded = ("version",)
    held = because(
        {
            CREDIT: "written_by",
            NOBODY: "version lang open_until cse_consulted changes",
        }
    )

    version: Line = ""
    """What people say they accepted: `2`."""
    lang: Lang = ""
    """Its language; without it, from the file's name, else the site's."""
    written_by: Lines = ()
    """Who wrote it together."""
    open_until: Day | None = None
    """The last day on which it can still be changed by comments."""
    cse_consulted: Day | None = None
    """The day on which the employees' representatives were consulted."""
    changes: Annotated[Mapping[str, Line], BeforeValidator(as_mapping)] = {}
    """What each version changed, the oldest first: `"2": We now say who pays.`"""
