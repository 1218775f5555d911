"""Drawing plans: every text of a card placed, before anything is drawn."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .breaking import Measure, Piece, balanced, broken, pieces, shortened, tidy, wrapped
from .fonts import Fonts, Run
from .layout import CardLayout, TextLayer

CAP_HEIGHT = 0.73  # of capitals, as a multiple of the size: what the eye centers a line by


@dataclass(frozen=True)
class PlacedRun:
    """A run with the place where it begins: `x` and `baseline` in pixels from the corner of its box."""

    run: Run
    x: float
    baseline: int


@dataclass(frozen=True)
class PlacedText:
    """A text of a layer: its lines, their size in pixels, and the runs that draw them."""

    layer: TextLayer
    lines: tuple[str, ...]
    size: int
    runs: tuple[PlacedRun, ...]


@dataclass(frozen=True)
class DrawingPlan:
    """All that is drawn on a card."""

    layout: CardLayout
    texts: tuple[PlacedText, ...]
    lang: str


def place(texts: Mapping[str, str], layout: CardLayout, fonts: Fonts, lang: str) -> DrawingPlan:
    """Place the texts, by layer's name, in their boxes; what does not fit at the smallest size ends in an ellipsis."""
    placed = (_placed(tidy(texts.get(layer.name, "")), layer, fonts, lang) for layer in layout.texts)
    return DrawingPlan(layout, tuple(text for text in placed if text.lines), lang)


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is of a script that is written from right to left (UAX 9, P2)."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((direction != "L" for direction in directions if direction in ("L", "R", "AL")), False)


def _placed(text: str, layer: TextLayer, fonts: Fonts, lang: str) -> PlacedText:
    lines, size = _lines(text, layer, lambda part: fonts.width(part, layer.weight, lang))
    from_right = reads_from_right(text)
    runs = [
        PlacedRun(run, x, baseline)
        for line, baseline in zip(lines, _baselines(len(lines), size, layer), strict=True)
        for run, x in _across(fonts.runs(line, layer.weight), size, layer, fonts, lang, from_right)
    ]
    return PlacedText(layer, tuple(lines), size, tuple(runs))


def _lines(text: str, layer: TextLayer, measure: Measure) -> tuple[list[str], int]:
    """The lines of a text and the largest size at which they fit; words too wide even for the smallest are broken."""
    words = pieces(text, measure)
    parts = broken(words, _width(min(layer.sizes), layer), measure)
    size = _size(parts, layer)
    width = _width(size, layer)
    return shortened(balanced(parts, width), _room(size, layer), width, measure), size


def _size(parts: Sequence[Piece], layer: TextLayer) -> int:
    sizes = range(min(layer.sizes), max(layer.sizes) + 1)
    too_large = bisect_left(sizes, True, key=lambda size: not _fits(parts, size, layer))
    return sizes[max(0, too_large - 1)]


def _fits(parts: Sequence[Piece], size: int, layer: TextLayer) -> bool:
    width = _width(size, layer)
    return all(part.width <= width for part in parts) and len(wrapped(parts, width)) <= _room(size, layer)


def _width(size: int, layer: TextLayer) -> float:
    """The width of the box as a multiple of the size, less a pixel for what measuring leaves open."""
    return (layer.box[2] - 1) / size


def _room(size: int, layer: TextLayer) -> int:
    """How many lines of a size the box holds."""
    return max(1, int(layer.box[3] / (size * layer.leading)))


def _baselines(count: int, size: int, layer: TextLayer) -> list[int]:
    """Where each line stands, in pixels below the top of the box: the middle of its capitals is the line's."""
    height = size * layer.leading
    free = max(0.0, layer.box[3] - count * height)
    first = {"top": 0.0, "middle": free / 2, "bottom": free}[layer.valign] + (height + size * CAP_HEIGHT) / 2
    return [round(first + number * height) for number in range(count)]


def _across(
    runs: Sequence[Run], size: int, layer: TextLayer, fonts: Fonts, lang: str, from_right: bool
) -> Iterator[tuple[Run, float]]:
    """A line's runs with their `x`; a text that is written from right to left stands at the right of its box."""
    advances = [fonts.advance(run, size, lang) for run in runs]
    x = layer.box[2] - sum(advances) if from_right else 0.0
    pairs = list(zip(runs, advances, strict=True))
    for run, advance in reversed(pairs) if from_right else pairs:
        yield run, x
        x += advance
