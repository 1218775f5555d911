"""How networks show a share card: whole, cut to a square, or small in a list. Which do what is data (`looks.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

LOOKS = Path(__file__).with_name("looks.toml")


@dataclass(frozen=True)
class Crop:
    """The part of a picture that is seen, in its pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def view_box(self) -> str:
        """As an SVG's `viewBox`, so that a page needs no style of its own to show it."""
        return f"{self.left} {self.top} {self.width} {self.height}"


@dataclass(frozen=True)
class Look:
    """One way in which a card is shown, and the networks that show it so."""

    id: Literal["wide", "square", "list"]
    crop: Crop
    networks: tuple[str, ...]


def center_crop(width: int, height: int, across: int, down: int) -> Crop:
    """The largest part in the middle of a picture whose sides are as `across` to `down`."""
    if width * down > height * across:
        seen = max(1, round(height * across / down))
        return Crop((width - seen) // 2, 0, seen, height)
    seen = max(1, round(width * down / across))
    return Crop(0, (height - seen) // 2, width, seen)


def looks(width: int, height: int) -> tuple[Look, ...]:
    """Every way in which a card of this size is shown."""
    return tuple(
        Look(one["id"], center_crop(width, height, *one["ratio"]), tuple(one["networks"])) for one in _written()
    )


def _written() -> Iterator[dict[str, Any]]:
    yield from tomllib.loads(LOOKS.read_text("utf-8"))["looks"]
