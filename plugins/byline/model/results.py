"""What was wanted, what it took, what is said to have come of it; and what one person sees of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .recognition import said


@dataclass(frozen=True)
class Objective:
    """What is wanted of one KPI between two days, both inside; of one campaign when it names one.

    `target` is a number, for a rate a fraction from 0 to 1; `names` what it is called in other languages than `lang`.
    """

    id: str
    name: str
    kpi: str
    target: float
    starts: date
    ends: date
    lang: str
    campaign: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def named(self, lang: str) -> str:
        """Its name in a language, else its own."""
        return said(self.names, lang, self.name)

    def speaks(self, lang: str) -> str:
        """The language of that name."""
        return lang if said(self.names, lang, "") else self.lang


@dataclass(frozen=True)
class Cost:
    """What a campaign took: hours of everybody together, and euros. Never of a person."""

    campaign: str
    hours: float = 0
    euros: float = 0
    note: str = ""


@dataclass(frozen=True)
class Outcome:
    """What somebody declares to have come of a campaign on a day, and where the number is from: not measured."""

    day: date
    campaign: str
    kind: str
    number: int
    source: str = ""


@dataclass(frozen=True)
class Aims:
    """What the programme is held against: objectives in the order of their file, costs by campaign, outcomes by day."""

    objectives: tuple[Objective, ...] = ()
    costs: Mapping[str, Cost] = field(default_factory=dict)
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True)
class OwnLine:
    """What came by one's own links to one article on one channel. None where no tool says it."""

    title: str
    lang: str
    url: str
    channel: str
    visits: int
    engaged: int | None = None
    conversions: int | None = None


@dataclass(frozen=True)
class OwnFigures:
    """What one person sees of themselves, and nobody else does.

    signed    articles that the person signed; helped: those that name them as a reviewer
    lines     what came by own links; empty where nothing was measured
    measured  whether any tool counted anything at all; else "not measured" is said, not zero
    """

    signed: int = 0
    helped: int = 0
    lines: tuple[OwnLine, ...] = ()
    measured: bool = False

    @property
    def visits(self) -> int:
        """All of them together."""
        return sum(line.visits for line in self.lines)
