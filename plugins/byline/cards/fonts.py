"""Fonts: which of them draws which character, and how wide a text is."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import regex
from fontTools.ttLib import TTFont
from PIL import ImageFont

SUFFIXES = (".otf", ".ttc", ".ttf", ".woff")
SYSTEM = re.compile(r"^NotoSans.*-(?:Bold|Regular)\.(?:otf|ttc|ttf)$")
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700, "ExtraBold": 800, "Black": 900}
ANY_WEIGHT = 400
MEASURED_AT = 256  # pixels: advances grow with the size to within 0.02 %, so a text is measured once


@dataclass(frozen=True)
class Run:
    """A part of a line that one font draws."""

    text: str
    font: Path


def theme_fonts(folder: Path) -> tuple[Path, ...]:
    """The fonts in a folder of a theme, by name."""
    return tuple(sorted(file for file in folder.glob("*") if file.suffix.lower() in SUFFIXES))


def system_fonts(folders: Sequence[str]) -> tuple[Path, ...]:
    """The Noto Sans fonts of the machine, by name; none where there are none."""
    found = [file for folder in folders for file in Path(folder).rglob("NotoSans*") if SYSTEM.match(file.name)]
    return tuple(sorted(found, key=lambda file: file.name))


def identity(theme: Sequence[Path], system: Sequence[Path]) -> list[str]:
    """What cards depend on: the theme's fonts by content, the machine's many large ones by name and size."""
    own = [f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in theme]
    return own + [f"{file.name} {file.stat().st_size}" for file in system]


class Fonts:
    """Opens fonts when they are needed, each once. The theme's come first, then those nearest in weight."""

    def __init__(self, theme: Sequence[Path], system: Sequence[Path] = ()) -> None:
        self._ranks = [(rank, file) for rank, files in enumerate((theme, system)) for file in files]
        self._chains: dict[int, tuple[Path, ...]] = {}
        self._characters: dict[Path, frozenset[int]] = {}
        self._opened: dict[tuple[Path, int], ImageFont.FreeTypeFont] = {}
        self._chosen: dict[tuple[str, int], Path | None] = {}

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that cannot be drawn, sorted, each once."""
        unknown = [cluster for cluster in regex.findall(r"\X", text) if self._font(cluster, ANY_WEIGHT) is None]
        return tuple(sorted({character for cluster in unknown for character in self._lacking(cluster)}))

    def runs(self, text: str, weight: int) -> tuple[Run, ...]:
        """The text in parts, each with the first font that has all of its characters; what none has is left out."""
        parts: list[tuple[Path, str]] = []
        for cluster in regex.findall(r"\X", text):
            before = parts[-1][0] if parts else None
            font = before if before and not "".join(_visible(cluster)).strip() else self._font(cluster, weight)
            if font:
                parts.append((font, cluster))
        return tuple(
            Run("".join(cluster for _, cluster in group), font) for font, group in groupby(parts, lambda part: part[0])
        )

    def width(self, text: str, weight: int, lang: str) -> float:
        """How wide a text is, as a multiple of the size of its letters."""
        return sum(self.advance(run, MEASURED_AT, lang) for run in self.runs(text, weight)) / MEASURED_AT

    def advance(self, run: Run, size: int, lang: str) -> float:
        """How far a run moves the pen at a size, both in pixels."""
        return self.opened(run.font, size).getlength(run.text, language=lang)

    def opened(self, font: Path, size: int) -> ImageFont.FreeTypeFont:
        """A font at a size in pixels, ready to draw."""
        if (font, size) not in self._opened:
            self._opened[font, size] = ImageFont.truetype(str(font), size)
        return self._opened[font, size]

    def _font(self, cluster: str, weight: int) -> Path | None:
        """The first font that has every visible character of what people see as one."""
        if (cluster, weight) not in self._chosen:
            wanted = {ord(character) for character in _visible(cluster)}
            chain = self._chain(weight)
            self._chosen[cluster, weight] = next((font for font in chain if wanted <= self._has(font)), None)
        return self._chosen[cluster, weight]

    def _lacking(self, cluster: str) -> list[str]:
        """The characters of a cluster that no font has; its first one when only their combination is lacking."""
        lone = [character for character in _visible(cluster) if self._font(character, ANY_WEIGHT) is None]
        return lone or [cluster[0]]

    def _chain(self, weight: int) -> tuple[Path, ...]:
        if weight not in self._chains:
            ranked = sorted(self._ranks, key=lambda pair: (pair[0], abs(_weight(pair[1]) - weight)))
            self._chains[weight] = tuple(file for _, file in ranked)
        return self._chains[weight]

    def _has(self, font: Path) -> frozenset[int]:
        if font not in self._characters:
            with TTFont(font, fontNumber=0, lazy=True) as opened:
                self._characters[font] = frozenset(opened.getBestCmap() or ())
        return self._characters[font]


def _visible(cluster: str) -> Iterator[str]:
    """Characters that need a glyph: no joiners, direction marks and variation selectors."""
    return (c for c in cluster if unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f")


def _weight(font: Path) -> int:
    """100 to 900, as the file's name tells: `inter-latin-800-normal`, `NotoSans-Bold`."""
    words = re.split(r"[-_]", font.stem)
    numbers = (int(word) for word in words if re.fullmatch(r"[1-9]00", word))
    return next(numbers, next((WEIGHTS[word] for word in words if word in WEIGHTS), 400))
