"""The shape of `results.json`, for programs that read it: its JSON Schema is made from this (`make docs`)."""

from __future__ import annotations

import json
from typing import Literal, NotRequired

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from ..kpis import Source
from .overview import Phase
from .values import Why

# Fields are declared as a mapping where one of them is called `from`, which no class can have.
Span = TypedDict("Span", {"id": str, "from": str, "to": str})


class Site(TypedDict):
    """Whose results these are."""

    name: str
    url: str


class Counted(TypedDict):
    """What tools counted. Null: one of them does not say it, which is not zero."""

    visits: int
    readers: int | None
    engaged: int | None
    conversions: int | None


class Number(TypedDict):
    """A KPI. Where its value is null, `why` says why."""

    source: Source
    value: float | None
    why: NotRequired[Why]


Objective = TypedDict(
    "Objective",
    {
        "id": str,
        "name": str,
        "kpi": str,
        "campaign": str,
        "from": str,
        "to": str,
        "target": float,
        "value": float | None,
        "why": NotRequired[Why],
        "reached": float | None,
        "phase": Phase,
    },
)


class Signers(TypedDict):
    """Authors of a month."""

    new: int
    returning: int


class Month(TypedDict):
    """Articles by category, and who signed them."""

    categories: dict[str, int]
    authors: Signers


class Personal(Counted):
    """What all personal links of a month brought together."""

    month: str
    shares: int


class Participation(TypedDict):
    """Departments that are told together."""

    departments: list[str]
    people: int
    contributed: int


class Wins(TypedDict):
    """What a campaign gives to readers, to those who write and share, and to the company."""

    reader: str
    author: str
    company: str


class Price(TypedDict):
    """What one outcome cost."""

    euros: float
    hours: float


class Cost(TypedDict):
    """What a campaign cost, and each outcome of a kind."""

    euros: float
    hours: float
    each: dict[str, Price]


Campaign = TypedDict(
    "Campaign",
    {
        "id": str,
        "name": str,
        "from": str,
        "to": str,
        "phase": Phase,
        "articles": list[str],
        "wins": Wins,
        "retrospective": str,
        "forgotten": list[str],
        "measured": Counted | None,
        "declared": dict[str, int],
        "cost": NotRequired[Cost],
    },
)


class Line(Counted):
    """The finest figures that are shown: of one day, article and channel."""

    day: str
    article: str
    channel: str
    campaign: str
    category: str
    needs: list[str]


class Results(TypedDict):
    """`byline.results/1`. Fields are added, never renamed. `articles`, `rows` and costs are in the view for comms."""

    schema: Literal["byline.results/1"]
    view: Literal["comms", "everybody"]
    site: Site
    period: Span
    measured_days: int
    smallest_group: int
    kpis: dict[str, Number]
    objectives: list[Objective]
    articles_by_month: dict[str, Month]
    needs: dict[str, dict[str, int]]
    channels: dict[str, Counted]
    categories: dict[str, Counted]
    by_need: dict[str, Counted]
    personal: list[Personal]
    participation: list[Participation]
    campaigns: list[Campaign]
    articles: NotRequired[dict[str, Counted]]
    rows: NotRequired[list[Line]]


SHAPE = TypeAdapter(Results)


def schema_file() -> str:
    """The shape as a JSON Schema (draft 2020-12): `docs/schemas/results.json`."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **SHAPE.json_schema()}, indent=2) + "\n"
