"""A theme's folders: the theme itself, and those that it goes on from."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from .settings import SettingsError

FILE = "pages.toml"
EXTENDS = "extends"  # the theme beside this one that it goes on from


def lineage(folder: Path) -> tuple[Path, ...]:
    """A theme, the one that it extends, the one that this extends ...; raises `SettingsError` where there is none.

    Whatever a theme lacks is looked for in the next.
    """
    found = [folder]
    while parent := tables(found[-1]).get(EXTENDS):
        nearest = found[-1].parent / str(parent)
        if nearest in found or not (nearest / FILE).is_file():
            raise SettingsError(f"{found[-1].name}/{FILE}: extends: there is no other theme {str(parent)!r} beside it")
        found.append(nearest)
    return tuple(found)


def tables(folder: Path) -> dict[str, Any]:
    """The tables of a theme's `pages.toml`; none where there is no such file."""
    file = folder / FILE
    try:
        return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{folder.name}/{FILE}: {error}") from None
