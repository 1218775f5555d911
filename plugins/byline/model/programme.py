"""What concerns colleagues only: the values of the programme folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .recognition import BadgeRule, Challenge, Rewards
from .results import Aims
from .taking_part import Campfire, Event, Foreword, Guide, Idea, OfferedText, Thanks, Value
from .texts import Text

PURPOSES = ("measured", "statistics", "ranking", "rewards")  # for what figures about persons may be used
Leave = Literal["alumni", "anonymous", "removed"]  # what becomes of the works of a person who leaves


@dataclass(frozen=True)
class Governance:
    """What the company agreed on before anything about a person is counted, as `governance.toml` says it.

    consulted         the day on which the employees' representatives were consulted; None: not yet
    basis             the legal basis of each purpose that has one (GDPR art. 6)
    key_holder        who holds the key of measured people's links
    recipients        who reads figures about persons
    retention_months  how long rows about persons are kept; None: not said
    smallest_group    results about fewer people are not shown
    """

    consulted: date | None = None
    basis: Mapping[str, str] = field(default_factory=dict)
    key_holder: str = ""
    recipients: tuple[str, ...] = ()
    retention_months: int | None = None
    smallest_group: int = 5
    controller: str = ""
    owner: str = ""
    data_protection_officer: str = ""
    assessed: date | None = None
    processors: tuple[str, ...] = ()
    transfers: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that must be there before anything is allowed, and are not."""
        demanded = ("consulted", "key_holder", "recipients", "retention_months")
        return tuple(name for name in demanded if not getattr(self, name))

    def allows(self, purpose: str) -> bool:
        """Whether figures about persons may be used for one of `PURPOSES`: all is said, and it has a legal basis."""
        if purpose not in PURPOSES:
            raise ValueError(f"no purpose {purpose!r}: known are {', '.join(PURPOSES)}")
        return not self.missing and bool(self.basis.get(purpose))


@dataclass(frozen=True)
class OptIn:
    """What a person chose, with the day of each choice; None is a no."""

    measured: date | None = None
    ranking: date | None = None
    statistics: date | None = None


@dataclass(frozen=True)
class Ambassador:
    """A colleague who is enrolled to share, and who need not be an author.

    `channels` and `langs` are those in which the person shares; none means all. `charter` is the version accepted.
    """

    id: str
    name: str
    emails: tuple[str, ...] = ()
    account: str = ""
    department: str = ""
    enrolled: date | None = None
    charter: str = ""
    channels: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    paused: date | None = None
    left: date | None = None
    opt_in: OptIn = OptIn()
    source: str = ""

    def active(self, day: date) -> bool:
        """Whether the person takes part on a day: enrolled by then, neither paused nor gone."""
        begun = self.enrolled is not None and self.enrolled <= day
        return begun and not any(since is not None and since <= day for since in (self.paused, self.left))

    def measured(self, day: date) -> bool:
        """Whether links of this person may be counted on a day."""
        return self.active(day) and self.opt_in.measured is not None and self.opt_in.measured <= day


@dataclass(frozen=True)
class Department:
    """How many people work in one place, by the day from which the number holds, oldest first."""

    id: str
    name: str
    headcount: Mapping[date, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Charter:
    """What ambassadors and company promise each other, in one language. `changes` by version, oldest first."""

    version: str
    lang: str
    body: Text = Text()
    written_by: tuple[str, ...] = ()
    open_until: date | None = None
    cse_consulted: date | None = None
    changes: Mapping[str, str] = field(default_factory=dict)

    def since(self, accepted: str) -> Mapping[str, str]:
        """What changed after a version that somebody accepted: everything, when that version is not known."""
        versions = list(self.changes)
        if accepted == self.version:
            return {}
        later = versions[versions.index(accepted) + 1 :] if accepted in versions else versions
        return {version: self.changes[version] for version in later}


@dataclass(frozen=True)
class Programme:
    """What concerns colleagues only, as the programme folder says it. Nothing of it reaches the public site.

    people      enrolled colleagues by id; one whose file has an error is absent until it is mended. What they chose
                counts as a no where `governance` does not allow it
    governance  what was agreed on before anything about a person is counted
    hold        why nothing may be proposed at the moment; empty: nothing stands in the way
    charters    the charter by language
    guides      advice, by id, then by language
    aims        what results are held against: objectives, costs, declared outcomes
    badges      every rule by which a badge is earned: Byline's own, and the company's
    forewords   the bulletin's own words, by month (`2026-06`), then by language
    rewards     the register of rewards; None: nobody gets anything for taking part
    """

    people: Mapping[str, Ambassador] = field(default_factory=dict)
    departments: Mapping[str, Department] = field(default_factory=dict)
    hold: str = ""
    charters: Mapping[str, Charter] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    campfires: tuple[Campfire, ...] = ()
    values: tuple[Value, ...] = ()
    thanks: tuple[Thanks, ...] = ()
    texts: tuple[OfferedText, ...] = ()
    ideas: tuple[Idea, ...] = ()
    guides: Mapping[str, Mapping[str, Guide]] = field(default_factory=dict)
    aims: Aims = field(default_factory=Aims)
    governance: Governance = Governance()
    forewords: Mapping[str, Mapping[str, Foreword]] = field(default_factory=dict)
    badges: tuple[BadgeRule, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    rewards: Rewards | None = None
