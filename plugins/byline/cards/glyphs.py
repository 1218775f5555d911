"""Glyphs: letters that stand by themselves are drawn once in each size, and stamped wherever they come again."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from PIL import Image, ImageDraw

from .faces import Face
from .fonts import Fonts
from .plan import PlacedRun

PARTS = 2  # of a pixel: as fine as letters are placed
KEPT = 8192


class Glyph(NamedTuple):
    """How much of each pixel a letter covers, and where its corner stands from the foot of the pen."""

    covered: Image.Image
    left: int
    top: int


class Glyphs:
    """Draws runs of letters on a mask: simple ones with stamps, others as a whole, as their script demands."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._glyph = lru_cache(maxsize=KEPT)(self._drawn)

    def draw(self, mask: Image.Image, placed: PlacedRun, size: int, lang: str) -> None:
        """Add to a mask how much of each of its pixels a run covers, 0 to 255."""
        if not placed.run.is_simple:
            self._shape(mask, placed, size, lang)
            return
        pen, face = placed.x, placed.run.face
        for letter, step in zip(placed.run.text, self.fonts.steps(placed.run, lang), strict=True):
            at = floor(pen * PARTS + 0.5)
            if glyph := self._glyph(face, letter, size, at % PARTS, lang):
                mask.paste(255, (at // PARTS + glyph.left, placed.baseline + glyph.top), glyph.covered)
            pen += step * size

    def _shape(self, mask: Image.Image, placed: PlacedRun, size: int, lang: str) -> None:
        font, fonts = self.fonts.opened(placed.run.face, size), self.fonts
        ImageDraw.Draw(mask).text(
            (placed.x, placed.baseline),
            placed.run.text,
            fill=255,
            font=font,
            anchor="ls",
            direction=fonts.direction(placed.run),
            language=fonts.language(lang),
        )

    def _drawn(self, face: Face, letter: str, size: int, part: int, lang: str) -> Glyph | None:
        font, said = self.fonts.opened(face, size), self.fonts.language(lang)
        # Measuring a letter costs as much as drawing it, so it gets more room than any needs.
        before, above = size, 2 * size
        covered = Image.new("L", (2 * before + ceil(font.getlength(letter)), above + size))
        draw = ImageDraw.Draw(covered)
        draw.text((before + part / PARTS, above), letter, fill=255, font=font, anchor="ls", language=said)
        inked = covered.getbbox()
        return Glyph(covered.crop(inked), inked[0] - before, inked[1] - above) if inked else None
