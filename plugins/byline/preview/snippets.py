"""What a search engine shows of a text: a title and a description, cut where there is no more room."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Record

TITLE_ROOM = 60  # characters; engines count pixels, and this many nearly always fit
DESCRIPTION_ROOM = 160


@dataclass(frozen=True)
class Snippet:
    """Title and description as they are seen, and how long they really are, in characters."""

    title: str
    title_length: int
    description: str
    description_length: int

    @property
    def title_cut(self) -> bool:
        """Whether the title is longer than what is seen."""
        return self.title_length > TITLE_ROOM

    @property
    def description_cut(self) -> bool:
        """Whether the description is longer than what is seen."""
        return self.description_length > DESCRIPTION_ROOM


def snippet(record: Record) -> Snippet:
    """The text as search shows it: its title and its summary, else its first words, as its page tells machines."""
    description = record.summary.plain or record.body.plain[:200]
    return Snippet(
        cut(record.title, TITLE_ROOM), len(record.title), cut(description, DESCRIPTION_ROOM), len(description)
    )


def cut(text: str, room: int) -> str:
    """The text if there is room, else its first words and an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= room:
        return text
    kept = text[: room - 1]
    words = kept.rpartition(" ")[0]
    return (words if len(words) > room // 2 else kept).rstrip() + "…"
