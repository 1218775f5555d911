"""What people may write about recognition in the programme folder: badges, challenges, and a register of rewards."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from .field_formats import Day, EndDay, Lang
from .field_types import Block, Id, Line, as_items, as_mapping, fault, one_of, whole_number
from .held import NOBODY, REWARDS, because
from .languages import canonical_lang
from .model import COUNTS, SYMBOLS, Act
from .schema import Fields

KINDS = get_args(Act)
COUNTS_OF_ONE = tuple(one for one in COUNTS if one != "people")  # a badge is about one person


def _by_lang(value: object) -> dict[str, object]:
    words = as_mapping(value)
    if wrong := [lang for lang in words if not canonical_lang(lang)]:
        raise fault("bad-lang", f"holds what is no language: '{wrong[0]}'", 'Write it like { fr = "..." }.')
    return {canonical_lang(lang): word for lang, word in words.items()}


def _worth(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1_000_000:
        raise fault("bad-value", "must be an amount of money such as 30 or 29.90; 0 when it is worth none")
    return Decimal(str(value))


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise fault("bad-value", "must be true or false, without quotes")
    return value


def _word(*known: str) -> Any:
    return Annotated[str, one_of(*known), WithJsonSchema({"enum": [*known]})]


Switch = Annotated[bool, BeforeValidator(_switch)]
Worth = Annotated[Decimal, BeforeValidator(_worth), WithJsonSchema({"type": "number", "minimum": 0})]
ByLang = Annotated[
    Mapping[str, Line],
    BeforeValidator(_by_lang),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "string"}}),
]
Kinds = Annotated[
    tuple[Annotated[str, one_of(*KINDS)], ...],
    BeforeValidator(as_items),
    AfterValidator(lambda kinds: tuple(dict.fromkeys(kinds))),
    WithJsonSchema({"type": "array", "items": {"enum": [*KINDS]}}),
]


class GoalFields(Fields):
    """Which acts count, and how many of what it takes."""

    held = because({NOBODY: "of count at_least per_week category lang campaign"})

    of: Kinds = ("article", "translation", "remix")
    """The acts that count: article, translation, remix, review, help, text, idea, share."""
    count: _word(*COUNTS) = "acts"  # type: ignore[valid-type]
    """What is counted of them: acts, or different articles, categories, langs, months, weeks or people."""
    at_least: Annotated[int, whole_number(1, 100_000)] = 1
    """How many it takes."""
    per_week: Annotated[int, whole_number(0, 100)] = 0
    """At most so many acts of one person count in a week; 0: all."""
    category: Id = ""
    """Only acts on articles of this category, by its slug."""
    lang: Lang = ""
    """Only acts on articles in this language."""
    campaign: Id = ""
    """Only acts on articles of this campaign, by its id."""


class BadgeWords(Fields):
    """What a badge says."""

    held = because({NOBODY: "name means names meanings symbol challenge off"})

    name: Line = ""
    """What it is called."""
    means: Line = ""
    """What one did to earn it, in a sentence."""
    names: ByLang = Field(default_factory=dict)
    """Its name in other languages: `{ fr = "Premier article" }`."""
    meanings: ByLang = Field(default_factory=dict)
    """The sentence in other languages."""
    symbol: _word(*SYMBOLS) = "star"  # type: ignore[valid-type]
    """The sign on it."""
    challenge: Id = ""
    """Instead of counting acts: a challenge, by its id or `any`, that reached its goal with an act of this person."""
    off: Switch = False
    """Nobody earns it: for one of Byline's own badges that you do not want."""


class BadgeFields(GoalFields, BadgeWords):
    """A sign of what somebody did. It is shown to them, and to others only if they chose so.

    `name` and `means` must be there, but for one of Byline's own badges, of which only what differs is written.
    """

    count: _word(*COUNTS_OF_ONE) = "acts"  # type: ignore[valid-type]
    """What is counted of them: acts, or different articles, categories, langs, months or weeks."""


class ChallengeWords(Fields):
    """What a challenge says, and when it runs."""

    held = because({NOBODY: "name names about abouts starts ends thanks thanks_in ranking"})

    name: Line = ""
    """What it is called, in the language of the site."""
    names: ByLang = Field(default_factory=dict)
    """Its name in other languages."""
    about: Block = ""
    """Why it is worth it, in a sentence or two."""
    abouts: ByLang = Field(default_factory=dict)
    """The same in other languages."""
    starts: Day | None = None
    """The first day."""
    ends: EndDay | None = None
    """The last day."""
    thanks: Line = ""
    """What happens when it is reached, for all alike: a breakfast, a donation."""
    thanks_in: ByLang = Field(default_factory=dict)
    """The same in other languages."""
    ranking: Switch = False
    """Whether the first places are shown, of those alone who chose it (`opt_in.ranking`)."""


class ChallengeFields(GoalFields, ChallengeWords):
    """A shared goal between two dates, which all colleagues reach together."""

    demanded = ("name", "starts", "ends", "at_least")


class RewardFields(Fields):
    """Something that one person got for taking part."""

    demanded = ("to", "what", "day")
    held = because({REWARDS: "to what worth day why"})

    to: Id = ""
    """Who got it: the id of an ambassador or author."""
    what: Line = ""
    """What it is."""
    worth: Worth = Decimal(0)
    """What it is worth, in the money of the company; 0: nothing."""
    day: Day | None = None
    """The day on which it was given."""
    why: Line = ""
    """What for."""


class RewardsFields(Fields):
    """The register of rewards: while the file is there, every text to share says that sharing is rewarded."""

    demanded = ("signed_off_by", "signed_off")
    held = because({REWARDS: "signed_off_by signed_off reward", NOBODY: "rules"})

    signed_off_by: Line = ""
    """Who answers for rewards being given, by name and function; not whoever receives one."""
    signed_off: Day | None = None
    """The day on which this person signed off."""
    rules: Line = ""
    """Where the rules stand that everybody can read: an address, or the name of a document."""
    reward: tuple[RewardFields, ...] = ()
    """What was given, one table `[[reward]]` each."""
