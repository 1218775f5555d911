"""Badges as pictures: one small template, the brand's colors in both schemes, and a rim that follows from the id."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from ..brand import schemes
from ..model import BadgeRule, Brand
from ..speaking import environment
from ..words import words_for

ROOM = Path(__file__).parent
RADIUS = 52.0
LOBES = (12, 15, 18, 21)  # each divides the circle into arcs that still look round
DASHES = ("none", "0.01 4", "6 3", "12 2.5 0.01 2.5")


def badge_svg(rule: BadgeRule, lang: str, brand: Brand) -> str:
    """A badge, with its name and meaning in a language as its alternative; nothing in it is fetched from elsewhere."""
    light, dark = schemes(brand)
    drawn = sha256(rule.id.encode()).digest()
    many = str(rule.goal.at_least) if rule.goal.at_least > 1 and not rule.challenge else ""
    return (
        _templates()
        .get_template("badge.svg")
        .render(
            name=f"badge-{rule.id}",
            title=rule.named(lang),
            meaning=rule.meant(lang),
            light=light,
            dark=dark,
            edge=rim(LOBES[drawn[0] % len(LOBES)]),
            dashes=DASHES[drawn[1] % len(DASHES)],
            symbol=_symbols()[rule.symbol],
            number=many,
            width=max(25, 12 + 9 * len(many)),
        )
    )


def rim(lobes: int) -> str:
    """The path of a seal's rim: as many arcs, side by side around the middle of a field of 120 by 120."""
    turn = 2 * math.pi / lobes
    arc = RADIUS * math.sin(turn / 2) * 1.06
    points = [
        f"{60 + RADIUS * math.sin(turn * one):.2f} {60 - RADIUS * math.cos(turn * one):.2f}" for one in range(lobes)
    ]
    arcs = "".join(f"A{arc:.2f} {arc:.2f} 0 0 1 {point}" for point in (*points[1:], points[0]))
    return f"M{points[0]}{arcs}z"


@cache
def _templates() -> Environment:
    return environment(FileSystemLoader(ROOM / "templates"), words_for("en"))


@cache
def _symbols() -> Mapping[str, str]:
    return tomllib.loads((ROOM / "symbols.toml").read_text("utf-8"))
