"""Glyphs: letters that stand by themselves are drawn once in each size, and stamped wherever they come again."""

from __future__ import annotations

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
        self._kept: dict[tuple[Face, int, str], dict[tuple[str, int], Glyph | None]] = {}

    def draw(self, mask: Image.Image, placed: PlacedRun, size: int, lang: str) -> None:
        """Add to a mask how much of each of its pixels a run covers, 0 to 255."""
        if not placed.run.is_simple:
            self._shape(mask, placed, size, lang)
            return
        pen, face, baseline, ink = placed.x, placed.run.face, placed.baseline, mask.im
        known = self._kept_for(face, size, lang)
        for letter, step in zip(placed.run.text, self.fonts.steps(placed.run, lang), strict=True):
            at = floor(pen * PARTS + 0.5)
            key = (letter, at % PARTS)
            if key not in known:
                known[key] = self._drawn(face, letter, size, at % PARTS, lang)
            if glyph := known[key]:
                x, y = at // PARTS + glyph.left, baseline + glyph.top
                # What `Image.paste` does for each of fifty letters, without its questions.
                ink.paste(255, (x, y, x + glyph.covered.width, y + glyph.covered.height), glyph.covered.im)
            pen += step * size

    def _kept_for(self, face: Face, size: int, lang: str) -> dict[tuple[str, int], Glyph | None]:
        """The letters of a face at a size that were drawn before; all begin anew when there are too many."""
        if sum(map(len, self._kept.values())) > KEPT:
            self._kept.clear()
        return self._kept.setdefault((face, size, lang), {})

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
