"""Canvases: the two that a card is painted on, one with few colors and one with a photograph below."""

from __future__ import annotations

from io import BytesIO
from typing import Protocol

from PIL import Image

from .layers import Box
from .palette import RGB, Palette
from .png import EDGE
from .sprites import Sprite, as_places

LARGEST = 300_000  # bytes: what WhatsApp still shows
QUALITIES = (84, 76, 68, 58, 46, 32)
ANY = [0, *[255] * 255]  # of what is covered at all


class Canvas(Protocol):
    """What a painter asks of either."""

    def fill(self, box: Box, color: RGB) -> None:
        """One color in a box."""

    def stamp(self, covered: Image.Image, corner: tuple[int, int], color: RGB, ground: RGB, alone: bool) -> None:
        """A color where something covers its ground, 0 to 255; `alone`: below it there is nothing but this ground."""

    def lay(self, sprite: Sprite, corner: tuple[int, int], box: Box) -> None:
        """A small picture, without what would stand outside of a box."""


class Places:
    """Places in a palette: mode L, so that they can be reckoned with, beside the column that a PNG needs."""

    def __init__(self, image: Image.Image, palette: Palette) -> None:
        self.image, self.palette = image, palette

    @classmethod
    def of(cls, size: tuple[int, int], color: RGB) -> Places:
        """A canvas of one color, which is the first of its palette."""
        palette = Palette()
        assert palette.place(color) == 0
        return cls(Image.new("L", (size[0] + EDGE, size[1])), palette)

    def copy(self) -> Places:
        """One to go on from."""
        return Places(self.image.copy(), self.palette.copy())

    def fill(self, box: Box, color: RGB) -> None:
        left, top, right, bottom = corners(box)
        self.image.paste(self.palette.place(color), (max(0, left) + EDGE, top, right + EDGE, bottom))

    def stamp(self, covered: Image.Image, corner: tuple[int, int], color: RGB, ground: RGB, alone: bool) -> None:
        shades = covered.point(self.palette.shades(ground, color))
        self._put(shades, corner, None if alone else covered.point(ANY))

    def lay(self, sprite: Sprite, corner: tuple[int, int], box: Box) -> None:
        places = as_places(sprite, self.palette.place)
        if kept := _within(corner, places.size, box):
            at = (corner[0] + kept[0], corner[1] + kept[1])
            self._put(places.crop(kept), at, sprite.mask.crop(kept))

    def _put(self, places: Image.Image, corner: tuple[int, int], mask: Image.Image | None) -> None:
        x, y = corner
        if x < 0:  # the column stays as it is
            box = (-x, 0, places.width, places.height)
            x, places, mask = 0, places.crop(box), mask and mask.crop(box)
        self.image.paste(places, (x + EDGE, y), mask)


class Photograph:
    """A photograph in full color."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image

    def fill(self, box: Box, color: RGB) -> None:
        self.image.paste(color, corners(box))

    def stamp(self, covered: Image.Image, corner: tuple[int, int], color: RGB, ground: RGB, alone: bool) -> None:
        self.image.paste(color, corner, covered)

    def lay(self, sprite: Sprite, corner: tuple[int, int], box: Box) -> None:
        if kept := _within(corner, sprite.picture.size, box):
            at = (corner[0] + kept[0], corner[1] + kept[1])
            self.image.paste(sprite.picture.crop(kept), at, sprite.mask.crop(kept))

    def shade(self, top: float, bottom: float, color: RGB) -> None:
        """A color over all of it: so much at the top, so much at the bottom."""
        height = self.image.height
        column = Image.new("L", (1, height))
        column.putdata([round(255 * (top + (bottom - top) * row / (height - 1))) for row in range(height)])
        self.image.paste(color, mask=column.resize(self.image.size))

    def jpeg(self) -> bytes:
        """As good as fits what every network shows."""
        data = b""
        for quality in QUALITIES:
            out = BytesIO()
            self.image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
            data = out.getvalue()
            if len(data) <= LARGEST:
                break
        return data


def corners(box: Box) -> Box:
    """A box as Pillow has it: left, top, right, bottom."""
    left, top, width, height = box
    return left, top, left + width, top + height


def _within(corner: tuple[int, int], size: tuple[int, int], box: Box) -> Box | None:
    """What of a picture at a corner stands in a box: left, top, right, bottom in the picture; None for nothing."""
    left, top, right, bottom = corners(box)
    x, y = corner
    kept = (max(0, left - x), max(0, top - y), min(size[0], right - x), min(size[1], bottom - y))
    return kept if kept[0] < kept[2] and kept[1] < kept[3] else None
