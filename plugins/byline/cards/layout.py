"""Layouts: a card's design as data, from `cards/<name>.toml` of the theme."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from annotated_types import Gt, MaxLen, MinLen
from pydantic import ConfigDict

from ..model import Brand
from ..settings import SettingsError, typed

Color = Literal["ink", "paper", "accent", "muted"]
Box = tuple[int, int, int, int]  # left, top, width, height in pixels
RGB = tuple[int, int, int]

MUTED = 0.3  # how much paper there is in the softer ink: enough contrast remains for small text


@dataclass(frozen=True)
class Shape:
    """A rectangle of one color."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: str
    box: Box
    color: Color


@dataclass(frozen=True)
class TextLayer:
    """Where a text stands: it shrinks from the first of `sizes` to the second, in pixels, and is cut only below that.

    `leading` is the height of a line as a multiple of the size; `on` is the color under the whole box.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: Literal["title", "byline", "site"]
    box: Box
    sizes: tuple[int, int]
    weight: int = 500
    leading: Annotated[float, Gt(0)] = 1.2
    color: Color = "ink"
    on: Color = "paper"
    valign: Literal["top", "middle", "bottom"] = "top"


@dataclass(frozen=True)
class CardLayout:
    """A card's design. `safe` is the box that every network shows, however it crops."""

    width: int
    height: int
    background: Color
    safe: Box
    texts: Annotated[tuple[TextLayer, ...], MinLen(1), MaxLen(8)]
    shapes: tuple[Shape, ...] = ()


def read_layouts(folder: Path) -> dict[str, CardLayout]:
    """Layouts by name, which is the file's; raises SettingsError for one that cannot be used."""
    return {file.stem: _layout(file) for file in sorted(folder.glob("*.toml"))}


def _layout(file: Path) -> CardLayout:
    try:
        values = tomllib.loads(file.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file.name}: this is not TOML: {error}") from None
    return typed(file.name, CardLayout, values)


def colors(brand: Brand) -> dict[str, RGB]:
    """The colors that layouts name, from the brand's."""
    ink, paper, accent = (_rgb(color) for color in (brand.ink, brand.paper, brand.accent))
    return {"ink": ink, "paper": paper, "accent": accent, "muted": mixed(ink, paper, MUTED)}


def mixed(first: RGB, second: RGB, part: float) -> RGB:
    """A color between two: 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _rgb(color: str) -> RGB:
    red, green, blue = bytes.fromhex(color.lstrip("#"))
    return red, green, blue
