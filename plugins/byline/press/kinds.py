"""`pages.toml`: which template prints which kind of page, what it may see, and which theme goes on from which."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..settings import SettingsError

FILE = "pages.toml"
FRAME = "frame"  # the table that is no kind of page: what each of them sees
EXTENDS = "extends"  # the theme beside this one that it goes on from


@dataclass(frozen=True)
class Kind:
    """A table of `pages.toml`: the template of a kind of page, and the names that it sees."""

    template: str
    sees: tuple[str, ...]


def lineage(folder: Path) -> tuple[Path, ...]:
    """A theme, the one that it extends, the one that this extends ...; raises `SettingsError` where there is none.

    Whatever a theme lacks is looked for in the next.
    """
    found = [folder]
    while parent := _tables(found[-1]).get(EXTENDS):
        nearest = found[-1].parent / str(parent)
        if nearest in found or not (nearest / FILE).is_file():
            raise SettingsError(f"{found[-1].name}/{FILE}: extends: there is no other theme {str(parent)!r} beside it")
        found.append(nearest)
    return tuple(found)


def kinds_of(folders: Sequence[Path]) -> dict[str, Kind]:
    """Every kind of page that a theme's lineage prints; raises `SettingsError` with every fault of one of its files."""
    kinds: dict[str, Mapping[str, Any]] = {}
    frame: list[str] = []
    for folder in reversed(folders):
        tables = {name: table for name, table in _tables(folder).items() if name != EXTENDS}
        frame += tables.pop(FRAME, {}).get("sees", ())
        if wrong := [name for name, table in tables.items() if not _sound(table)]:
            sentence = "needs `template` and `sees`, nothing else"
            raise SettingsError("\n".join(f"{folder.name}/{FILE}: [{name}] {sentence}" for name in wrong))
        kinds |= tables
    return {name: Kind(table["template"], (*frame, *table["sees"])) for name, table in kinds.items()}


def _sound(table: object) -> bool:
    return isinstance(table, dict) and set(table) == {"template", "sees"}


def _tables(folder: Path) -> dict[str, Any]:
    file = folder / FILE
    try:
        return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{folder.name}/{FILE}: {error}") from None
