"""Drawing plans: everything on a card, and where it stands, before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .faces import Extent, Run
from .layers import Color, PortraitLayer, TextLayer
from .layout import CardLayout


@dataclass(frozen=True)
class Portrait:
    """Who is shown: their picture, a path in the content folder, or their initials where there is none."""

    initials: str
    picture: str = ""


@dataclass(frozen=True)
class PlacedRun:
    """A run with the place where it begins: `x` and `baseline` in pixels from the corner of its box."""

    run: Run
    x: float
    baseline: int


@dataclass(frozen=True)
class PlacedText:
    """A text of a layer: its lines, their size in pixels, the runs that draw them, and the color below."""

    layer: TextLayer
    lines: tuple[str, ...]
    size: int
    runs: tuple[PlacedRun, ...]
    extent: Extent
    ground: Color

    @property
    def rows(self) -> tuple[int, int]:
        """The first row of the card that it may change, and the one after the last."""
        top, height = self.layer.box[1], self.layer.box[3]
        baselines = [placed.baseline for placed in self.runs]
        above, below = round(self.extent.rise * self.size) + 2, round(self.extent.drop * self.size) + 2
        return top + max(0, min(baselines) - above), top + min(height, max(baselines) + below)


@dataclass(frozen=True)
class PlacedPortrait:
    """A portrait's disc: the corner of its square in pixels, and the runs of the initials that stand for it."""

    layer: PortraitLayer
    portrait: Portrait
    corner: tuple[int, int]
    runs: tuple[PlacedRun, ...]
    letters: int
    ground: Color


Item = PlacedText | PlacedPortrait


@dataclass(frozen=True)
class DrawingPlan:
    """All that is drawn on a card; `cover` is the picture that fills it, a path in the content folder."""

    layout: CardLayout
    texts: tuple[PlacedText, ...]
    portraits: tuple[PlacedPortrait, ...]
    lang: str
    cover: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """What is drawn upon the layout, in this order."""
        return (*self.portraits, *self.texts)


@dataclass(frozen=True)
class Contents:
    """What a card shows: texts by what a layout calls them, people in their order, and a picture that fills it."""

    texts: Mapping[str, str]
    portraits: tuple[Portrait, ...] = ()
    cover: str = ""


def described(plan: DrawingPlan) -> str:
    """The plan for people to read and to compare: a line for each text, run and portrait, in pixels of the card."""
    rows = [f"cover {plan.cover}"] * bool(plan.cover)
    for text in plan.texts:
        left, top = text.layer.box[:2]
        rows.append(f"{text.layer.name}: {text.size} px, {text.layer.color} on {text.ground}")
        rows += [
            f"  {left + placed.x:7.1f} {top + placed.baseline:4d}  {placed.run.face.path.stem}"
            f"{'/' + str(placed.run.face.number) if placed.run.face.number else ''}"
            f"{'  from right' if placed.run.level % 2 else ''}  {placed.run.text!r}"
            for placed in text.runs
        ]
    rows += [
        f"{one.layer.name}: {one.portrait.picture or one.portrait.initials} at {one.corner[0]} {one.corner[1]}, "
        f"{one.layer.size} px"
        for one in plan.portraits
    ]
    return "\n".join(rows) + "\n"
