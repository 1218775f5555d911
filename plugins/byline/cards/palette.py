"""Colors: those that layouts name, made of the brand's, and those of one card."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..colors import contrast, mixed, readable
from ..model import Brand
from .layers import Color

RGB = tuple[int, int, int]

SHADES = 6  # of a text's edge, its two colors included
MOST = 256


def colors(brand: Brand) -> dict[Color, RGB]:
    """Every color that a layout may name. Those that carry text can be read on the one that they are made for."""
    ink, paper, accent = brand.ink.lower(), brand.paper.lower(), brand.accent.lower()
    on_accent = max(paper, ink, key=lambda color: contrast(color, accent))
    found: dict[Color, str] = {
        "paper": paper,
        "ink": ink,
        "muted": readable(mixed(ink, paper, 0.35), paper),
        "accent": accent,
        "tint": mixed(paper, accent, 0.1),
        "deep": mixed(accent, ink if on_accent == paper else paper, 0.35),
        "on-accent": on_accent,
        "on-accent-muted": readable(mixed(on_accent, accent, 0.2), accent),
    }
    return {name: rgb(color) for name, color in found.items()}


def rgb(color: str) -> RGB:
    """The three channels of `#rrggbb`."""
    red, green, blue = bytes.fromhex(color.lstrip("#"))
    return red, green, blue


def between(first: RGB, second: RGB, part: float) -> RGB:
    """A color between two: 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue


@dataclass
class Palette:
    """The colors of a card in the order in which they were first asked for."""

    colors: list[RGB] = field(default_factory=list)
    known: dict[RGB, int] = field(default_factory=dict)
    ramps: dict[tuple[RGB, RGB], list[int]] = field(default_factory=dict)

    def place(self, color: RGB) -> int:
        """Where a color stands; when there is no more room, where the nearest does."""
        if color not in self.known:
            if len(self.colors) == MOST:
                return min(range(MOST), key=lambda at: _distance(self.colors[at], color))
            self.known[color] = len(self.colors)
            self.colors.append(color)
        return self.known[color]

    def shades(self, ground: RGB, color: RGB) -> list[int]:
        """For each part of 255 of a pixel that is covered, the place of the shade between two colors."""
        if (ground, color) not in self.ramps:
            steps = [self.place(between(ground, color, number / (SHADES - 1))) for number in range(SHADES)]
            self.ramps[ground, color] = [steps[round(level * (SHADES - 1) / 255)] for level in range(256)]
        return self.ramps[ground, color]

    def copy(self) -> Palette:
        """One to go on from."""
        return Palette(list(self.colors), dict(self.known), dict(self.ramps))


def _distance(one: RGB, other: RGB) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
