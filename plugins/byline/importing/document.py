"""A document that was brought, as values: nothing here is written yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .marks import escaped


@dataclass(frozen=True)
class Document:
    """What an article can begin with.

    text        Markdown without front matter; headings begin at `##`
    title       empty when nothing says what it is
    author      a name as the document gives it, else empty
    pictures    encoded anew, without a trace of where they were taken, by the file name that `text` uses
    doubts      sentences: what was lost or guessed, for the person who brought it
    """

    text: str = ""
    title: str = ""
    author: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The text below what is in doubt, each doubt on a TODO line."""
        todos = "".join(f"- TODO {escaped(one)}\n" for one in self.doubts)
        return f"{todos}\n{self.text}" if todos else self.text
