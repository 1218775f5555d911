"""Flat shapes with smooth edges: all that the sample's pictures are made of. Coordinates are pixels of the result."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

Point = tuple[float, float]
Width = float | Callable[[float], float]

SCALE = 3  # drawn this much larger, then reduced: that is what smooths the edges
COLORS = 64  # flat shapes need few, and a palette keeps the files small

CREAM, SAND, OCHRE, GOLD, RED = "#f3efe4", "#e8dfc8", "#d9a06f", "#e8bd62", "#b0402e"
TEAL, DEEP, MIST, INK, SNOW = "#0f5e5a", "#0b3a3c", "#8aa096", "#16211f", "#fbf9f3"


@dataclass
class Canvas:
    """A picture in the making; later shapes lie above earlier ones."""

    width: int
    height: int
    ground: str

    def __post_init__(self) -> None:
        self._image = Image.new("RGB", (self.width * SCALE, self.height * SCALE), self.ground)
        self._limit: Image.Image | None = None

    def polygon(self, points: Iterable[Point], color: str, alpha: float = 1) -> None:
        """A filled shape with straight edges."""
        self._paint(color, alpha, lambda draw: draw.polygon([_large(p) for p in points], fill=255))

    def rectangle(self, left: float, top: float, right: float, bottom: float, color: str, alpha: float = 1) -> None:
        """A filled rectangle."""
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], color, alpha)

    def disc(self, x: float, y: float, radius: float, color: str, alpha: float = 1) -> None:
        """A filled circle."""
        self._paint(color, alpha, lambda draw: draw.ellipse(_box(x, y, radius), fill=255))

    def ring(self, x: float, y: float, radius: float, width: float, color: str, alpha: float = 1) -> None:
        """A circle's line, which lies inside its radius."""
        thick = round(width * SCALE)
        self._paint(color, alpha, lambda draw: draw.ellipse(_box(x, y, radius), outline=255, width=thick))

    def stroke(self, points: Iterable[Point], width: Width, color: str, alpha: float = 1) -> None:
        """A line through all points with round ends; `width` may depend on the place along it, from 0 to 1."""
        self._paint(color, alpha, lambda draw: _stroke(draw, [_large(p) for p in points], width))

    @contextmanager
    def inside(self, x: float, y: float, radius: float) -> Iterator[None]:
        """What is drawn meanwhile shows within a circle only."""
        self._limit = Image.new("L", self._image.size)
        ImageDraw.Draw(self._limit).ellipse(_box(x, y, radius), fill=255)
        yield
        self._limit = None

    def png(self) -> bytes:
        """The finished picture."""
        small = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        data = io.BytesIO()
        few = small.quantize(COLORS, method=Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
        few.save(data, "PNG", optimize=True)
        return data.getvalue()

    def _paint(self, color: str, alpha: float, draw: Callable[[ImageDraw.ImageDraw], None]) -> None:
        mask = Image.new("L", self._image.size)
        draw(ImageDraw.Draw(mask))
        if self._limit:
            mask = ImageChops.multiply(mask, self._limit)
        self._image.paste(color, mask=mask.point([round(value * alpha) for value in range(256)]))


def curve(height: Callable[[float], float], left: float, right: float, step: float = 4) -> list[Point]:
    """The points of a function between two places."""
    return [(x, height(x)) for x in (left + step * i for i in range(int((right - left) / step) + 1))]


def wave(middle: float, tall: float, length: float, shift: float = 0) -> Callable[[float], float]:
    """A wave around `middle`; `length` is that of one radian in pixels, `shift` is in radians."""
    return lambda x: middle + tall * math.sin(x / length + shift)


def scattered(count: int, across: float, down: float) -> list[Point]:
    """Points that look thrown by chance and are always the same."""
    return [((i * 0.618034 % 1) * across, (i * 0.754878 % 1) * down) for i in range(1, count + 1)]


def _large(point: Point) -> Point:
    return point[0] * SCALE, point[1] * SCALE


def _box(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return (x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE


def _stroke(draw: ImageDraw.ImageDraw, points: list[Point], width: Width) -> None:
    """Discs close enough together to look like a pen's line."""
    lengths = [math.dist(a, b) for a, b in pairwise(points)]
    whole, done = sum(lengths) or 1, 0.0
    for ((ax, ay), (bx, by)), length in zip(pairwise(points), lengths, strict=True):
        for i in range(steps := max(1, round(length / SCALE))):
            share = i / steps
            _dot(draw, ax + (bx - ax) * share, ay + (by - ay) * share, width, (done + length * share) / whole)
        done += length
    _dot(draw, *points[-1], width, 1)


def _dot(draw: ImageDraw.ImageDraw, x: float, y: float, width: Width, place: float) -> None:
    radius = (width(place) if callable(width) else width) * SCALE / 2
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
