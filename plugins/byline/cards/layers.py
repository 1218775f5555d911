"""Layers: the parts of a layout, each as its designer writes it.

Lengths are pixels. A box is left, top, width, height.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from annotated_types import Ge, Le, Len, MinLen
from pydantic import ConfigDict, Field

WIDTH, HEIGHT = 1200, 630

Color = Literal["paper", "ink", "muted", "accent", "tint", "deep", "on-accent", "on-accent-muted"]
Box = tuple[int, int, int, int]
Size = Annotated[int, Ge(12), Le(400)]
Part = Annotated[float, Ge(0), Le(1)]
STRICT = ConfigDict(extra="forbid")

CENTRAL_SQUARE: Box = ((WIDTH - HEIGHT) // 2, 0, HEIGHT, HEIGHT)


@dataclass(frozen=True)
class Block:
    """A rectangle of one color."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    draws: Literal["box"]
    name: str
    box: Box
    color: Color


@dataclass(frozen=True)
class Disc:
    """A disc that fills its box, which may reach over the card's edges; with `ring`, only its edge of that width."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    draws: Literal["disc"]
    name: str
    box: Box
    color: Color
    ring: Annotated[int, Ge(0)] = 0


@dataclass(frozen=True)
class TextLayer:
    """Where a text stands. It is set in the first of its sizes in which it fits, and cut only below the last.

    `leading` is the least height of a line as a multiple of the size; taller scripts get more. `takes` is the name of
    a layer of text whose box it takes as well when that one has nothing to show. `beside`: it may stand outside of the
    safe area.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    draws: Literal["text"]
    name: str
    shows: Literal["title", "names", "label", "about", "site", "domain"]
    box: Box
    sizes: Annotated[tuple[Size, ...], MinLen(1)]
    color: Color = "ink"
    weight: Annotated[int, Ge(100), Le(900)] = 500
    leading: Annotated[float, Ge(1), Le(2)] = 1.2
    align: Literal["start", "center"] = "start"
    valign: Literal["top", "middle", "bottom"] = "top"
    takes: str = ""
    beside: bool = False


@dataclass(frozen=True)
class PortraitLayer:
    """Portraits in a row, in signing order; each is a disc of `size`, and `step` pixels lie from one to the next (0: as
    many as `size`).

    Where there is no portrait, initials stand on a disc of `color`. `align` says where fewer than fit stand. Where they
    overlap, a rim keeps them apart.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    draws: Literal["portraits"]
    name: str
    box: Box
    size: Size
    step: Annotated[int, Ge(0)] = 0
    color: Color = "accent"
    letters: Color = "on-accent"
    align: Literal["start", "center", "end"] = "start"
    beside: bool = False

    @property
    def rim(self) -> int:
        """How wide it is."""
        return self.size // 20 if self.stride < self.size else 0

    @property
    def stride(self) -> int:
        """From the beginning of one to that of the next."""
        return self.step or self.size


@dataclass(frozen=True)
class LogoLayer:
    """The brand's logo, as large as fits its box; nothing where the brand has none."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    draws: Literal["logo"]
    name: str
    box: Box
    align: Literal["start", "center"] = "start"


@dataclass(frozen=True)
class CoverLayer:
    """The article's picture over the whole card, under a `shade` of `color`: how much at its top, and at its bottom."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    draws: Literal["cover"]
    name: str
    color: Color = "ink"
    shade: Annotated[tuple[Part, Part], Len(2, 2)] = (0.4, 0.9)

    @property
    def box(self) -> Box:
        """All of it."""
        return 0, 0, WIDTH, HEIGHT


Layer = Annotated[
    Block | Disc | TextLayer | PortraitLayer | LogoLayer | CoverLayer,
    Field(discriminator="draws"),
]
