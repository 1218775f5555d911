"""Charts as values: what is drawn where, decided from figures. `chart_svg` draws them, a style sheet colors them.

A chart is 440 units wide, so that its words can be read on a phone and do not shout on a desk. Names and numbers come
in as people read them: a chart knows no language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDTH = 440
COLORS = 6  # as many as can be told apart; the style sheet has them as --c1 to --c6
LABEL = 46  # letters of a name that fit above a bar


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `look` is its class in the style sheet."""

    x: float
    y: float
    width: float
    height: float
    look: str
    round: float = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A text from, up to or about a point of its baseline, perhaps turned by degrees."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    look: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str = "rule"


@dataclass(frozen=True)
class Chart:
    """A drawing with what it says in a sentence, for those who do not see it."""

    title: str
    about: str
    height: float
    marks: tuple[Box | Word | Rule, ...]


@dataclass(frozen=True)
class Series:
    """One kind of thing, counted at each place along a chart."""

    name: str
    values: Sequence[int]


@dataclass(frozen=True)
class Bar:
    """A name, a number and the words for it; `aim` is what was wanted, None where nothing was."""

    name: str
    value: float
    shown: str
    aim: float | None = None


# --- columns: how much of each kind, along time -----------------------------------------------------------------------

LEFT, TOP, BOTTOM, TALL = 30, 10, 40, 210


def columns(title: str, about: str, along: Sequence[str], series: Sequence[Series]) -> Chart:
    """Series on top of each other at each place `along` the chart, the first at the bottom.

    A name may have a second line, as a month has its year.
    """
    steps = ticks(max((sum(heights) for heights in zip(*(one.values for one in series), strict=True)), default=0))
    scale = (TALL - TOP) / steps[-1]
    pitch = (WIDTH - LEFT) / max(1, len(along))
    every = -(-len(along) * 34 // (WIDTH - LEFT))  # a name of a month takes about 34 units
    marks: list[Box | Word | Rule] = []
    for step in steps:
        marks.append(Rule(LEFT, TALL - step * scale, WIDTH, TALL - step * scale, "base" if step == 0 else "rule"))
        marks.append(Word(LEFT - 8, TALL - step * scale + 4, str(step), "end", "soft"))
    for place, name in enumerate(along):
        middle = LEFT + (place + 0.5) * pitch
        marks += _stack(middle, min(40.0, pitch * 0.68), scale, [one.values[place] for one in series])
        for line, part in enumerate(name.split("\n") if place % max(1, every) == 0 else []):
            marks.append(Word(middle, TALL + 18 + 15 * line, part, "middle", "soft"))
    return Chart(title, about, TALL + BOTTOM, tuple(marks))


def _stack(middle: float, width: float, scale: float, values: Sequence[int]) -> Iterator[Box]:
    top = float(TALL)
    for number, value in enumerate(values):
        if value:
            top -= value * scale
            # A line of paper between two kinds, so that they differ without their colors too.
            yield Box(middle - width / 2, top + 1, width, value * scale - 1.5, color(number))


def color(number: int) -> str:
    """The class of the color of a series."""
    return f"c{number % COLORS + 1}"


def ticks(most: int) -> tuple[int, ...]:
    """Whole numbers from 0 to at least `most`, four steps or fewer, each 1, 2 or 5 times a power of ten."""
    step = next(size for power in range(12) for digit in (1, 2, 5) if (size := digit * 10**power) * 4 >= most)
    return tuple(range(0, step * max(1, -(-most // step)) + 1, step))


# --- bars: how much of each -------------------------------------------------------------------------------------------

ROW, THICK = 44, 14


def bars(title: str, about: str, rows: Sequence[Bar], most: float = 0) -> Chart:
    """A bar for each, its name and number above it; a mark where it should reach. The longest could be `most`."""
    most = most or max((max(row.value, row.aim or 0) for row in rows), default=0) or 1
    return Chart(
        title, about, ROW * len(rows), tuple(mark for n, row in enumerate(rows) for mark in _bar(n, row, most))
    )


def _bar(number: int, row: Bar, most: float) -> Iterator[Box | Word | Rule]:
    top = number * ROW
    yield Word(0, top + 16, shortened(row.name, LABEL - len(row.shown)), "start", "")
    yield Word(WIDTH, top + 16, row.shown, "end", "strong")
    yield Box(0, top + 23, WIDTH, THICK, "track", THICK / 2)
    if row.value > 0:
        yield Box(0, top + 23, max(THICK, WIDTH * row.value / most), THICK, "c1", THICK / 2)
    if row.aim:
        place = min(WIDTH - 1.5, WIDTH * row.aim / most)
        yield Rule(place, top + 19, place, top + 23 + THICK + 4, "aim")


def shortened(text: str, letters: int) -> str:
    """A name that fits; the table beside has it whole."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


# --- grid: what there is, and what is missing -------------------------------------------------------------------------

SIDE, HEAD, CELL = 124, 84, 36
SHADES = 4  # shades of a cell, from one thing to many


def grid(title: str, about: str, rows: Sequence[tuple[str, Sequence[int]]], across: Sequence[str]) -> Chart:
    """A number where rows and columns meet, darker the more there is; a hole where there is nothing."""
    pitch = (WIDTH - SIDE) / max(1, len(across))
    steps = shades(value for _, values in rows for value in values)
    marks: list[Box | Word | Rule] = []
    for place, name in enumerate(across):
        marks.append(Word(SIDE + pitch * (place + 0.42), HEAD - 8, shortened(name, 15), "start", "soft", -38))
    for number, (name, values) in enumerate(rows):
        top = HEAD + number * CELL
        marks.append(Word(SIDE - 12, top + CELL / 2 + 4, shortened(name, 17), "end"))
        for place, value in enumerate(values):
            look = f"shade{sum(value > step for step in steps)}" if value else "hole"
            marks.append(Box(SIDE + place * pitch + 2, top + 2, pitch - 4, CELL - 4, look, 5))
            words = Word(SIDE + (place + 0.5) * pitch, top + CELL / 2 + 4, str(value), "middle", "strong")
            marks += [words] if value else []
    return Chart(title, about, HEAD + CELL * len(rows), tuple(marks))


def shades(values: Iterable[int]) -> tuple[int, ...]:
    """From which number on a cell takes the next shade: between the different numbers that there are."""
    there = sorted({value for value in values if value})
    return (0, *sorted({there[len(there) * part // SHADES] for part in range(1, SHADES) if there}))
