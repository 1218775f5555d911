"""`pages.toml`: which template prints which kind of page, what it may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..settings import SettingsError
from ..theme_folders import EXTENDS, FILE
from ..theme_folders import tables as tables_of

FRAME = "frame"  # the table that is no kind of page: what each of them sees


@dataclass(frozen=True)
class Kind:
    """A table of `pages.toml`: the template of a kind of page, and the names that it sees."""

    template: str
    sees: tuple[str, ...]


def kinds_of(folders: Sequence[Path]) -> dict[str, Kind]:
    """Every kind of page that a theme's lineage prints; raises `SettingsError` with every fault of one of its files."""
    kinds: dict[str, Mapping[str, Any]] = {}
    frame: list[str] = []
    for folder in reversed(folders):
        tables = {name: table for name, table in tables_of(folder).items() if name != EXTENDS}
        frame += tables.pop(FRAME, {}).get("sees", ())
        if wrong := [name for name, table in tables.items() if not _sound(table)]:
            sentence = "needs `template` and `sees`, nothing else"
            raise SettingsError("\n".join(f"{folder.name}/{FILE}: [{name}] {sentence}" for name in wrong))
        kinds |= tables
    return {name: Kind(table["template"], (*frame, *table["sees"])) for name, table in kinds.items()}


def _sound(table: object) -> bool:
    return isinstance(table, dict) and set(table) == {"template", "sees"}
