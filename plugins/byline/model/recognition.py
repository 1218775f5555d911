"""What is recognized: acts, the badges they earn, challenges that all reach together, and rewards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Act = Literal["article", "translation", "review", "remix", "text", "help", "idea", "share"]
SIGNED: tuple[Act, ...] = ("article", "translation", "remix")  # anybody can count these on the site
COUNTS = ("acts", "articles", "categories", "langs", "months", "weeks", "people")
SYMBOLS = (
    *("pen", "pages", "bubbles", "globe", "compass", "glasses", "hand", "loop", "quote", "bulb", "paper-plane"),
    *("calendar", "people", "flag", "star", "leaf"),
)


@dataclass(frozen=True)
class Goal:
    """Which acts count, and how many of what it takes; see `docs/recognition.md`, the language of rules."""

    of: tuple[str, ...] = SIGNED
    count: str = "acts"
    at_least: int = 1
    per_week: int = 0
    category: str = ""
    lang: str = ""
    campaign: str = ""

    @property
    def signed(self) -> bool:
        """Whether anybody could count it on the site."""
        return set(self.of) <= {*SIGNED}


@dataclass(frozen=True)
class BadgeRule:
    """What earns a badge: acts of one person, or one of theirs in a challenge that reached its goal (id, or `any`)."""

    id: str
    name: str
    means: str
    goal: Goal = Goal()
    symbol: str = "star"
    challenge: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)

    def named(self, lang: str) -> str:
        """Its name in a language, else its own."""
        return said(self.names, lang, self.name)

    def meant(self, lang: str) -> str:
        """What it says in a language, else its own sentence."""
        return said(self.meanings, lang, self.means)


@dataclass(frozen=True)
class Badge:
    """A badge that somebody earned, and the day on which they did."""

    rule: BadgeRule
    day: date


@dataclass(frozen=True)
class Challenge:
    """A shared goal among volunteers between two dates, both inside. `ranking`: whether first places may be shown."""

    id: str
    name: str
    starts: date
    ends: date
    goal: Goal = Goal()
    about: str = ""
    thanks: str = ""
    ranking: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    abouts: Mapping[str, str] = field(default_factory=dict)
    thanks_in: Mapping[str, str] = field(default_factory=dict)

    def runs(self, day: date) -> bool:
        """Whether the day is one of the challenge's."""
        return self.starts <= day <= self.ends

    def named(self, lang: str) -> str:
        """Its name in a language, else its own."""
        return said(self.names, lang, self.name)

    def said(self, lang: str) -> str:
        """Why it is worth it, in a language, else in its own."""
        return said(self.abouts, lang, self.about)

    def thanked(self, lang: str) -> str:
        """What happens when it is reached, in a language, else in its own."""
        return said(self.thanks_in, lang, self.thanks)


@dataclass(frozen=True)
class Place:
    """A place in a ranking, shared by all who have the same number."""

    rank: int
    names: tuple[str, ...]
    number: int


@dataclass(frozen=True)
class Standing:
    """How a challenge stands on a day.

    reached   what is counted so far; None where a number would tell about few people
    done      the day on which the goal was reached
    helpers   names of those who took part and chose to be shown, in their order
    places    the first places of those who chose to be ranked
    """

    challenge: Challenge
    phase: Literal["now", "over", "coming"]
    reached: int | None = 0
    done: date | None = None
    helpers: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def share(self) -> float:
        """How much of the goal is reached: 0 to 1."""
        return min(1.0, (self.reached or 0) / self.challenge.goal.at_least)


@dataclass(frozen=True)
class Reward:
    """Something that one person got for taking part; `worth` in the money of the company."""

    to: str
    what: str
    day: date
    worth: Decimal = Decimal(0)
    why: str = ""


@dataclass(frozen=True)
class Rewards:
    """The register of rewards. While there is one, every text to share says so; it holds nothing until `signed_off`."""

    signed_off_by: str = ""
    signed_off: date | None = None
    rules: str = ""
    given: tuple[Reward, ...] = ()


@dataclass(frozen=True)
class Recognition:
    """What a build knows of recognition.

    rules     every badge that can be earned, in the order in which they are shown
    earned    the badges of each person who takes part, by id: for that person alone
    shown     ids of those who chose that colleagues may see theirs
    standings challenges that run, those to come, then those of the last year that are over
    draw      a badge as SVG, with its alternative in a language
    """

    rules: tuple[BadgeRule, ...] = ()
    earned: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    standings: tuple[Standing, ...] = ()
    draw: Callable[[BadgeRule, str], str] = field(default=lambda _rule, _lang: "", compare=False)


def said(versions: Mapping[str, str], lang: str, own: str) -> str:
    """What is written in a language, with or without its region, else the own words."""
    return versions.get(lang) or versions.get(lang.split("-")[0]) or own
