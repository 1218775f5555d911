"""The whole site as rules see it, which ask what shows only when texts and files stand side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ..ledger import Ledger
from ..model import Article, Campaign, Record
from .desk import Desk


@dataclass(frozen=True)
class Whole:
    """Everything that one build publishes or keeps back, and the files that it is made of.

    content   the content folder
    files     the paths of its files that are asked for, in order
    articles, records  of every state
    campaigns by id
    redirects old address to new one
    leads     for each of these texts by path, where its links lead on this site: what is written, its line, the address
    used      paths of the pictures that texts and people use, when it is asked for pictures
    lines     the line of each key of each text, by path
    """

    content: Path
    now: datetime
    desk: Desk = field(default_factory=Desk)
    ledger: Ledger = field(default_factory=Ledger)
    files: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    records: tuple[Record, ...] = ()
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, tuple[tuple[str, int, str], ...]] = field(default_factory=dict)
    used: Collection[str] = ()
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def line(self, path: str, key: str) -> int:
        """Where a key of a text stands; the first line for one that does not."""
        return self.lines.get(path, {}).get(key, 1)
