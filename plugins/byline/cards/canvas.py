"""Canvases: the two that a card is painted on, one with few colors and one with a photograph below."""

from __future__ import annotations

from io import BytesIO
from typing import Protocol

from PIL import Image

from .layers import Box
from .palette import RGB, Palette
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
    """Places in a palette: mode L, so that they can be reckoned with."""

    def __init__(self, image: Image.Image, palette: Palette) -> None:
        self.image, self.palette = image, palette

    def copy(self) -> Places:
        """One to go on from."""
        return Places(self.image.copy(), self.palette.copy())

    def fill(self, box: Box, color: RGB) -> None:
        self.image.paste(self.palette.place(color), corners(box))

    def stamp(self, covered: Image.Image, corner: tuple[int, int], color: RGB, ground: RGB, alone: bool) -> None:
        shades = covered.point(self.palette.shades(ground, color))
        self.image.paste(shades, corner, None if alone else covered.point(ANY))

    def lay(self, sprite: Sprite, corner: tuple[int, int], box: Box) -> None:
        _lay(self.image, as_places(sprite, self.palette.place), sprite.mask, corner, box)


class Photograph:
    """A photograph in full color."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image

    def fill(self, box: Box, color: RGB) -> None:
        self.image.paste(color, corners(box))

    def stamp(self, covered: Image.Image, corner: tuple[int, int], color: RGB, ground: RGB, alone: bool) -> None:
        self.image.paste(color, corner, covered)

    def lay(self, sprite: Sprite, corner: tuple[int, int], box: Box) -> None:
        _lay(self.image, sprite.picture, sprite.mask, corner, box)

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


def _lay(onto: Image.Image, picture: Image.Image, mask: Image.Image, corner: tuple[int, int], box: Box) -> None:
    left, top, right, bottom = corners(box)
    x, y = corner
    kept = (max(0, left - x), max(0, top - y), min(picture.width, right - x), min(picture.height, bottom - y))
    if kept[0] < kept[2] and kept[1] < kept[3]:
        onto.paste(picture.crop(kept), (x + kept[0], y + kept[1]), mask.crop(kept))
