"""Forewarning: what cards could not write, known from the texts alone, before anything is built."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..settings import typed
from ..theme_folders import lineage
from .faces import system_fonts, theme_fonts
from .fonts import Fonts
from .scripts import clusters, package
from .settings import CardSettings

HEADER = 8192  # bytes: front matter stands at the beginning
SHOWN = re.compile(r"(?m)^(?:title|name|role|tagline|organisation)\s*[:=]\s*(.+)$")


def unwritable(content: Path, settings: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The texts with a title or name that no font has all characters of, by the packages that would provide them.

    `settings` are those of `pelicanconf.py`. Raises SettingsError for wrong settings of cards.
    """
    given = typed("BYLINE_CARDS", CardSettings, settings.get("BYLINE_CARDS", {}))
    folders = [folder / "fonts" for folder in lineage(Path(given.folder or settings["THEME"]))]
    fonts = Fonts(theme_fonts(folders), system_fonts(given.system_fonts))
    found: dict[str, list[str]] = {}
    for file in sorted(path for path in content.rglob("*") if path.suffix in (".md", ".toml") and path.is_file()):
        with file.open("rb") as opened:
            header = opened.read(HEADER).decode("utf-8", "ignore")
        if header.isascii():
            continue
        seen = {cluster for text in SHOWN.findall(header) for cluster in clusters(text) if not cluster.isascii()}
        if missing := [character for cluster in sorted(seen) for character in fonts.missing(cluster)]:
            found.setdefault(package(missing, fonts.shaping), []).append(file.relative_to(content).as_posix())
    return {names: tuple(found[names]) for names in sorted(found)}
