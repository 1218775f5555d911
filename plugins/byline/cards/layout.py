"""Layouts: a card's design as data, from `cards/<name>.toml` of the theme. Layers are painted in the order written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from typing import Annotated, Any, ClassVar

from annotated_types import MinLen
from pydantic import ConfigDict

from .layers import CENTRAL_SQUARE, HEIGHT, STRICT, WIDTH, Block, Box, Color, CoverLayer, Disc, Layer, TextLayer


@dataclass(frozen=True)
class CardLayout:
    """A card's design. `safe` is the box that every network shows, however it crops: what matters stands in it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    background: Color
    layers: Annotated[tuple[Layer, ...], MinLen(1)]
    safe: Box = CENTRAL_SQUARE

    @property
    def photographic(self) -> bool:
        """Whether a photograph fills it."""
        return any(isinstance(layer, CoverLayer) for layer in self.layers)

    @property
    def texts(self) -> tuple[TextLayer, ...]:
        """The layers of text."""
        return tuple(layer for layer in self.layers if isinstance(layer, TextLayer))

    @property
    def shown(self) -> frozenset[str]:
        """The texts that it shows."""
        return frozenset(layer.shows for layer in self.texts)

    def without(self, empty: Collection[str]) -> CardLayout:
        """The layout of a card that has nothing to show of some texts: others take their room."""
        free = frozenset(layer.name for layer in self.texts if layer.shows in empty)
        return _without(self, free) if any(layer.takes in free for layer in self.texts) else self

    @cached_property
    def grounds(self) -> dict[str, Color]:
        """The color under each layer, by the layer's name; a photograph has that of its shade."""
        return {layer.name: self._under(number) for number, layer in enumerate(self.layers)}

    def _under(self, number: int) -> Color:
        box = _on_card(self.layers[number].box)
        below = self.layers[:number]
        return next((one.color for one in reversed(below) if has_color(one) and covers(one, box)), self.background)  # type: ignore[union-attr]

    @cached_property
    def identity(self) -> str:
        """Everything that it says, as one text."""
        return repr(asdict(self))

    @cached_property
    def mirrored(self) -> CardLayout:
        """The same for a language that is written from right to left: its left is our right."""
        layers: Iterator[Any] = (
            layer if isinstance(layer, CoverLayer) else replace(layer, box=_mirrored(layer.box))
            for layer in self.layers
        )
        return replace(self, layers=tuple(layers), safe=_mirrored(self.safe))


@cache
def _without(layout: CardLayout, free: frozenset[str]) -> CardLayout:
    boxes = {layer.name: layer.box for layer in layout.texts if layer.name in free}
    layers: Iterator[Any] = (
        replace(layer, box=around(layer.box, boxes[layer.takes]))
        if isinstance(layer, TextLayer) and layer.takes in boxes
        else layer
        for layer in layout.layers
    )
    return replace(layout, layers=tuple(layers))


def has_color(layer: Layer) -> bool:
    """Whether a layer lays one color under those that follow."""
    return isinstance(layer, Block | CoverLayer) or (isinstance(layer, Disc) and not layer.ring)


def covers(layer: Layer, box: Box) -> bool:
    """Whether a layer lies under the whole of a box."""
    if isinstance(layer, Disc):
        return all(_reach(layer, x, y) <= 1 for x, y in _corners(box))
    return inside(box, layer.box)


def touches(layer: Layer, box: Box) -> bool:
    """Whether a layer lies under any of a box."""
    left, top, width, height = box
    x, y, w, h = layer.box
    if isinstance(layer, Disc):
        nearest = (min(max(x + w / 2, left), left + width), min(max(y + h / 2, top), top + height))
        return _reach(layer, *nearest) < 1
    return left < x + w and x < left + width and top < y + h and y < top + height


def inside(box: Box, other: Box) -> bool:
    """Whether a box lies wholly in another."""
    left, top, width, height = box
    x, y, w, h = other
    return x <= left and y <= top and left + width <= x + w and top + height <= y + h


def _on_card(box: Box) -> Box:
    left, top, width, height = box
    x, y = max(0, left), max(0, top)
    return x, y, min(WIDTH, left + width) - x, min(HEIGHT, top + height) - y


def around(box: Box, other: Box) -> Box:
    """The smallest box that holds two."""
    (left, top, width, height), (x, y, w, h) = box, other
    right, bottom = max(left + width, x + w), max(top + height, y + h)
    return min(left, x), min(top, y), right - min(left, x), bottom - min(top, y)


def _reach(disc: Disc, x: float, y: float) -> float:
    """How far a point lies from the middle of a disc: 1 at its edge."""
    left, top, width, height = disc.box
    return ((x - left - width / 2) / (width / 2)) ** 2 + ((y - top - height / 2) / (height / 2)) ** 2


def _corners(box: Box) -> tuple[tuple[int, int], ...]:
    left, top, width, height = box
    return (left, top), (left + width, top), (left, top + height), (left + width, top + height)


def _mirrored(box: Box) -> Box:
    left, top, width, height = box
    return WIDTH - left - width, top, width, height
