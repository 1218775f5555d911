"""What will change when a person leaves: files and sentences, decided before anything is touched."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..model import Leave
from ..refusals import Refusal
from .traces import Person


class LeavingError(Refusal):
    """A person cannot be found, or a file cannot be changed without harm; the text says what to do."""


@dataclass
class Withdrawal:
    """What will change (bytes by file, None to remove it), the same in sentences, and which lines stay for people."""

    person: Person
    leave: Leave
    changes: dict[Path, bytes | None] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    mentions: tuple[tuple[Path, int, str], ...] = ()

    def write(self, path: Path, text: str, sentence: str) -> None:
        """Change a file."""
        self.changes[path] = text.encode()
        self.sentences.append(sentence)

    def remove(self, path: Path, sentence: str) -> None:
        """Take a file away."""
        self.changes[path] = None
        self.sentences.append(sentence)
