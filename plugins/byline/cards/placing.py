"""Placing: what a card shows finds its place in the boxes of a layout."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from .bidi import reads_from_right, visual_order
from .breaking import Measure, Piece, balanced, broken, pieces, shortened, tidy, wrapped
from .faces import Extent, Run
from .fonts import Fonts
from .layers import Color, PortraitLayer, TextLayer
from .layout import CardLayout
from .plan import Contents, DrawingPlan, PlacedPortrait, PlacedRun, PlacedText, Portrait
from .scripts import IDEOGRAPHS

SIDE = 0.03  # how far a letter may reach beyond where the pen stood, as a multiple of the size
ROUNDED = 2  # pixels: what is lost when letters are laid on whole ones
AIR = 0.06  # between the deepest of a line and the highest of the next, as a multiple of the size
IDEOGRAPHIC_LEADING = 1.3  # ideographs fill their squares, so that their lines need more room
CAP_HEIGHT = 0.73  # of capitals, as a multiple of the size


def place(contents: Contents, layout: CardLayout, fonts: Fonts, lang: str, from_right: bool = False) -> DrawingPlan:
    """Place what is shown in its boxes; a text that does not fit at its smallest size ends in an ellipsis.

    `from_right`: the language is written from right to left, and the whole layout with it.
    """
    empty = {layer.shows for layer in layout.texts if not contents.texts.get(layer.shows, "").strip()}
    drawn = layout.without(empty)
    drawn = drawn.mirrored if from_right else drawn
    texts = (
        _text(contents.texts.get(layer.shows, ""), layer, drawn.grounds[layer.name], fonts, lang, from_right)
        for layer in drawn.texts
    )
    people = (
        placed
        for layer in drawn.layers
        if isinstance(layer, PortraitLayer)
        for placed in _portraits(contents.portraits, layer, drawn.grounds[layer.name], fonts, from_right)
    )
    return DrawingPlan(drawn, tuple(text for text in texts if text), tuple(people), lang, contents.cover)


# --- texts ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=512)  # the site's name and those of people come again and again
def _text(
    written: str, layer: TextLayer, ground: Color, fonts: Fonts, lang: str, from_right: bool
) -> PlacedText | None:
    text = tidy(written)
    if not text:
        return None
    extent = fonts.extent(text, layer.weight, lang)
    leading = max(layer.leading, extent.rise + extent.drop + AIR, IDEOGRAPHIC_LEADING * bool(IDEOGRAPHS.search(text)))
    fit = _Fit(layer, extent, leading)
    lines, size = _lines(text, fit, lang, lambda part: fonts.width(part, layer.weight, lang))
    right = reads_from_right(text)
    at_end = right or from_right
    runs = tuple(
        placed
        for line, baseline in zip(lines, fit.baselines(len(lines), size), strict=True)
        for placed in _line(fonts.runs(line, layer.weight, lang, right), baseline, size, layer, fonts, lang, at_end)
    )
    return PlacedText(layer, tuple(lines), size, runs, extent, ground) if runs else None


@dataclass(frozen=True)
class _Fit:
    """How much of a text fits a layer's box. Widths are multiples of the size of its letters."""

    layer: TextLayer
    extent: Extent
    leading: float

    def width(self, size: int) -> float:
        """The width of the box, less what letters reach over the begin and end of their lines."""
        return self.layer.box[2] / size - 2 * SIDE

    def lines(self, size: int) -> int:
        """How many lines the box holds, at least one."""
        free = (self.layer.box[3] - ROUNDED) / size - self.extent.rise - self.extent.drop
        return max(1, 1 + int(free / self.leading))

    def holds(self, parts: Sequence[Piece], size: int) -> bool:
        """Whether all of it fits at a size, no word broken."""
        width = self.width(size)
        return (
            (self.extent.rise + self.extent.drop) * size + ROUNDED <= self.layer.box[3]
            and all(part.width <= width for part in parts)
            and len(wrapped(parts, width)) <= self.lines(size)
        )

    def baselines(self, count: int, size: int) -> list[int]:
        """Where each line stands, in pixels below the top of the box."""
        tall = (self.extent.rise + self.extent.drop + (count - 1) * self.leading) * size + ROUNDED
        free = max(0.0, self.layer.box[3] - tall)
        above = {"top": 0.0, "middle": free / 2, "bottom": free}[self.layer.valign] + ROUNDED / 2
        return [ceil(above + (self.extent.rise + number * self.leading) * size) for number in range(count)]


def _lines(text: str, fit: _Fit, lang: str, measure: Measure) -> tuple[list[str], int]:
    """The lines of a text and the largest size at which they fit; words too wide even for the smallest are broken."""
    sizes = fit.layer.sizes
    parts = broken(pieces(text, measure, lang), fit.width(sizes[-1]), measure)
    size = sizes[min(bisect_left(sizes, True, key=lambda one: fit.holds(parts, one)), len(sizes) - 1)]
    width = fit.width(size)
    return shortened(balanced(parts, width), fit.lines(size), width, measure), size


def _line(
    runs: Sequence[Run], baseline: int, size: int, layer: TextLayer, fonts: Fonts, lang: str, at_end: bool
) -> Iterator[PlacedRun]:
    """A line's runs from left to right; a text that is read from right to left stands at the right of its box."""
    advances = [fonts.advance(run, lang) * size for run in runs]
    free = layer.box[2] - sum(advances)
    x = free / 2 if layer.align == "center" else free - SIDE * size if at_end else SIDE * size
    for number in visual_order([run.level for run in runs]):
        yield PlacedRun(runs[number], round(x, 2), baseline)
        x += advances[number]


# --- people -----------------------------------------------------------------------------------------------------------


def _portraits(
    people: Sequence[Portrait], layer: PortraitLayer, ground: Color, fonts: Fonts, from_right: bool
) -> Iterator[PlacedPortrait]:
    """As many as the box holds, the first of them in front where they overlap."""
    left, top, width, height = layer.box
    count = min(len(people), 1 + max(0, width - layer.size) // layer.stride)
    free = width - layer.size - (count - 1) * layer.stride
    begin = {"start": 0, "center": free // 2, "end": free}[layer.align]
    size = round(layer.size * 0.38)
    for number in reversed(range(count)):
        along = begin + number * layer.stride
        x = left + (width - layer.size - along if from_right else along)
        corner = (x, top + (height - layer.size) // 2)
        yield PlacedPortrait(layer, people[number], corner, _initials(people[number], layer, size, fonts), size, ground)


def _initials(portrait: Portrait, layer: PortraitLayer, size: int, fonts: Fonts) -> tuple[PlacedRun, ...]:
    runs = () if portrait.picture else fonts.runs(portrait.initials, 800, "")
    advances = [fonts.advance(run, "") * size for run in runs]
    baseline = round((layer.size + size * CAP_HEIGHT) / 2)
    begins = [(layer.size - sum(advances)) / 2 + sum(advances[:number]) for number in range(len(runs))]
    return tuple(PlacedRun(run, round(x, 2), baseline) for run, x in zip(runs, begins, strict=True))
