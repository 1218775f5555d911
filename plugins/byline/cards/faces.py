"""Faces: the fonts that there are, what each of them has, and what tells them apart."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from PIL import features

from .scripts import SHAPED, clusters

SUFFIXES = (".otf", ".ttc", ".ttf", ".woff")
SYSTEM = re.compile(r"^Noto(?:Sans.*-(?:Bold|Regular)|ColorEmoji|Emoji.*)\.(?:otf|ttc|ttf)$")
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700, "ExtraBold": 800, "Black": 900}


class Face(NamedTuple):
    """One of the designs in a font file: a collection holds several."""

    path: Path
    number: int = 0

    @property
    def is_pictures(self) -> bool:
        """Whether it draws emoji in color."""
        return "ColorEmoji" in self.path.name


@dataclass(frozen=True)
class Run:
    """A part of a line that one face draws in one direction."""

    text: str
    face: Face
    level: int = 0

    @cached_property
    def is_simple(self) -> bool:
        """Whether its letters stand one after the other, each by itself: then they can be kept and used again."""
        if self.text.isascii():
            return not self.level % 2
        joined = self.level % 2 or self.face.is_pictures or SHAPED.search(self.text)
        return not joined and len(clusters(self.text)) == len(self.text)


@dataclass(frozen=True)
class Extent:
    """How far a text reaches above and below the foot of its letters, as multiples of their size."""

    rise: float = 0.76
    drop: float = 0.22

    def around(self, other: Extent) -> Extent:
        """Both."""
        return Extent(max(self.rise, other.rise), max(self.drop, other.drop))


def theme_fonts(folders: Sequence[Path]) -> tuple[Path, ...]:
    """The fonts in folders of themes, by name; of two with one name, that in the earlier folder."""
    found = {file.name: file for folder in reversed(folders) for file in folder.glob("*")}
    return tuple(found[name] for name in sorted(found) if found[name].suffix.lower() in SUFFIXES)


def system_fonts(folders: Sequence[str]) -> tuple[Path, ...]:
    """The Noto fonts of the machine, by name; none where there are none."""
    found = {file.name: file for folder in folders for file in Path(folder).rglob("Noto*") if SYSTEM.match(file.name)}
    return tuple(found[name] for name in sorted(found))


def identity(theme: Sequence[Path], system: Sequence[Path]) -> list[str]:
    """What cards depend on: the theme's fonts by content, the machine's many large ones by name and size."""
    own = [f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in theme]
    shaping = [f"{name} {features.version(name)}" for name in ("raqm", "fribidi", "harfbuzz", "freetype2")]
    return [*shaping, *own, *(f"{file.name} {file.stat().st_size}" for file in system)]


def coverage(font: Path) -> frozenset[int]:
    """The characters of a font, by its own table; none of one that Pillow cannot draw."""
    from fontTools.ttLib import TTFont, TTLibError  # a font is opened for letters that were not seen before

    try:
        with TTFont(font, fontNumber=0, lazy=True) as opened:
            if Face(font).is_pictures and "CBDT" not in opened:
                return frozenset()
            return frozenset(opened.getBestCmap() or ())
    except (OSError, TTLibError):
        return frozenset()


def weight_of(font: Path) -> int:
    """100 to 900, as the file's name tells: `inter-latin-800-normal`, `NotoSans-Bold`."""
    words = re.split(r"[-_]", font.stem)
    numbers = (int(word) for word in words if re.fullmatch(r"[1-9]00", word))
    return next(numbers, next((WEIGHTS[word] for word in words if word in WEIGHTS), 400))
