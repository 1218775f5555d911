"""The report as a value: what is proposed, how it will look, and what is wrong. No figure of any person is in it.

Its JSON form, `byline.preview/1`, is made of these classes: fields are added, never renamed (`docs/preview.md`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from ..model import Finding, State
from .crops import Look
from .differences import Block
from .snippets import Snippet

Degree = Literal["", "claimed", "approved", "signed"]
Verdict = Literal["ready", "look", "mend"]
Kind = Literal["added", "edited", "renamed", "deleted"]
DETAILED = 20  # texts whose details are shown; of more, nobody reads them


@dataclass(frozen=True)
class Signer:
    """Who signs a text; `evidence` shows that they stand behind it, `first` that it is the first text they sign."""

    id: str
    name: str
    evidence: Degree = ""
    first: bool = False


@dataclass(frozen=True)
class CardShown:
    """The share card: `file` beside the report, `url` where the preview has it (empty without one), and its looks."""

    file: str
    url: str
    alt: str
    width: int
    height: int
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True)
class Shared:
    """What people can say on a channel, `{url}` where the address goes; `own` are its author's words.

    `length` is that with the address, as the channel counts, of at most `limit` (0: any length).
    """

    channel: str
    label: str
    text: str
    length: int
    limit: int = 0
    own: bool = False


@dataclass(frozen=True)
class Weight:
    """Bytes that a reader loads for a page alone: the page itself, and the pictures in its text."""

    page: int
    pictures: int
    number: int

    @property
    def total(self) -> int:
        """Page and pictures."""
        return self.page + self.pictures


@dataclass(frozen=True)
class Proposed:
    """One article or page that is new, different or gone.

    path, was     its file now and at the base, in the content folder; empty where there is none
    date          when it is published, in the site's time zone; none for a page
    page          where it can be read in this preview: an address, or a path from the report; empty where nowhere
    address       its public address from then on; empty when it is gone
    old_address   its public address at the base, when that is another; `redirected` when it leads on
    """

    kind: Kind
    what: Literal["article", "page"]
    path: str
    was: str
    title: str
    lang: str
    state: State
    date: datetime | None = None
    live: bool = False
    signers: tuple[Signer, ...] = ()
    words: int = 0
    minutes: int = 0
    page: str = ""
    address: str = ""
    old_address: str = ""
    redirected: bool = False
    card: CardShown | None = None
    search: Snippet | None = None
    texts: tuple[Shared, ...] = ()
    difference: tuple[Block, ...] = ()
    weight: Weight | None = None


@dataclass(frozen=True)
class OtherFile:
    """A file that is no text of its own: a picture, an author, a list of categories."""

    kind: Kind
    path: str
    was: str = ""


@dataclass(frozen=True)
class Removed:
    """A page that readers found at the base; `leads_to` is where they are sent now, empty when they find nothing."""

    address: str
    leads_to: str = ""


@dataclass(frozen=True)
class Report:
    """All that is proposed.

    verdict    `mend` when something keeps it from going live, `look` when something is worth a look, else `ready`
    dead_ends  how many pages that readers found at the base lead nowhere from then on
    label      of what this is a preview; `home` is where the preview stands; both may be empty
    base, head full names of the commits that are compared
    findings   what is wrong with what is proposed, or because of it
    gallery    where all cards of the site can be seen, from the report; empty when nowhere
    """

    verdict: Verdict
    errors: int
    warnings: int
    advice: int
    dead_ends: int
    site: str
    lang: str
    timezone: str
    label: str
    home: str
    base: str
    head: str
    texts: tuple[Proposed, ...] = ()
    others: tuple[OtherFile, ...] = ()
    removed: tuple[Removed, ...] = ()
    findings: tuple[Finding, ...] = ()
    gallery: str = ""
    schema: Literal["byline.preview/1"] = "byline.preview/1"


def verdict_of(findings: Iterable[Finding], dead_ends: int) -> dict[str, Any]:
    """What findings amount to, and what they were counted from: the first fields of a report."""
    counted = Counter(finding.severity for finding in findings)
    errors, warnings, advice = counted["error"], counted["warning"], counted["advice"]
    verdict: Verdict = "mend" if errors else "look" if warnings or dead_ends else "ready"
    return {"verdict": verdict, "errors": errors, "warnings": warnings, "advice": advice, "dead_ends": dead_ends}
