"""What a text is once it is read, and what the checks remark about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .site import Site

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One remark of the checks: where, what, how bad, and what to do.

    `start` and `end` are the columns of what it is about in its line, counted in characters from 0; both 0 when it is
    about the whole line. They are for the caret in a terminal and stand in no machine-readable form.
    """

    path: str
    line: int
    name: str
    message: str
    severity: Severity = "error"
    hint: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or picture that a text names: what was written, and on which line of its file."""

    kind: Literal["link", "picture"]
    target: str
    line: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text, for tables of contents."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding of a text before its file is known."""

    line: int
    name: str
    message: str
    severity: Severity = "warning"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A rendered text: safe HTML whose links and pictures still stand as they were written (see `markup.resolve`)."""

    html: str = ""
    plain: str = ""
    words: int = 0
    headings: tuple[Heading, ...] = ()
    references: tuple[Reference, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def targets(self) -> Iterable[tuple[str, str]]:
        """Kind and target of each link and picture."""
        return ((one.kind, one.target) for one in self.references)

    def local(self, site: Site) -> list[Reference]:
        """Links and pictures but for those that certainly lead to another site."""
        return [one for one in self.references if not site.is_elsewhere(one.target)]
