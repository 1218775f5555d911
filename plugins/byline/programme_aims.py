"""What people may write about results in the programme folder: objectives, costs, declared outcomes."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from .field_formats import Day, EndDay, Lang
from .field_types import Line, as_line, fault
from .held import NOBODY, because
from .kpis import KPIS
from .recognition_schema import ByLang
from .schema import Fields
from .settings import nearest


def _kpi(value: object) -> str:
    word = as_line(value)
    if word not in KPIS:
        meant = nearest(word.lower().replace(" ", "_").replace("-", "_"), KPIS)
        known = ", ".join(KPIS)
        hint = f"Did you mean '{meant}'? Known: {known}." if meant else f"Known: {known}."
        raise fault("unknown-kpi", f"names no KPI: '{word[:80]}'", hint)
    return word


def _amount(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e12:
        raise fault("bad-value", "must be a number, 0 or more", "Write it without quotes, unit or thousands: 1250.5")
    return float(value)


def _target(value: object) -> float:
    amount = _amount(value)
    if not amount:
        raise fault("bad-value", "must be more than 0", "An objective of nothing is reached before it begins.")
    return amount


NUMBER = {"type": "number", "minimum": 0}
KpiName = Annotated[str, BeforeValidator(_kpi), WithJsonSchema({"type": "string", "enum": [*KPIS]})]
Amount = Annotated[float, BeforeValidator(_amount), WithJsonSchema(NUMBER)]
Target = Annotated[float, BeforeValidator(_target), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]


class ObjectiveFields(Fields):
    """What is wanted, written down before it begins."""

    demanded = ("name", "kpi", "target", "starts", "ends")
    held = because({NOBODY: "name names kpi target starts ends campaign lang"})

    name: Line = ""
    """What is wanted, in a few words."""
    names: ByLang = Field(default_factory=dict)
    """The same in other languages: `{ fr = "Cinq nouvelles signatures" }`."""
    kpi: KpiName = ""
    """What is counted: a name of `docs/results.md`, such as visits or participation_rate."""
    target: Target | None = None
    """The number to reach; of a rate, a fraction: 0.25 is a quarter."""
    starts: Day | None = None
    """The first day that counts."""
    ends: EndDay | None = None
    """The last day that counts."""
    campaign: Line = ""
    """The id of the campaign that it is about; without it, everything counts."""
    lang: Lang = ""
    """The language of the name; without it, the site's."""


class CostFields(Fields):
    """What a campaign took, of everybody together. There is no key for a person, on purpose."""

    held = because({NOBODY: "hours euros note"})

    hours: Amount = 0.0
    """Hours of work of everybody together."""
    euros: Amount = 0.0
    """Euros spent."""
    note: Line = ""
    """What is in it."""
