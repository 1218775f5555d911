"""Charts: figures become marks, marks become SVG that says the same to those who do not see it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.chart_svg import STYLE, svg
from byline.charts import WIDTH, Bar, Box, Chart, Rule, Series, Word, bars, columns, grid, shades, ticks

MONTHS = ("Jan", "Feb", "Mar")
NAMES = {"svg": "http://www.w3.org/2000/svg"}


def boxes(chart: Chart, *looks: str) -> list[Box]:
    return [mark for mark in chart.marks if isinstance(mark, Box) and mark.look in looks]


def texts(chart: Chart) -> list[str]:
    return [mark.text for mark in chart.marks if isinstance(mark, Word)]


def test_columns_are_as_high_as_their_numbers() -> None:
    first, second = boxes(columns("", "", MONTHS, [Series("a", (1, 2, 0))]), "c1")

    assert (second.height + 1.5) == pytest.approx(2 * (first.height + 1.5))


def test_kinds_stand_on_each_other_and_a_line_apart() -> None:
    chart = columns("", "", ("Jan",), [Series("a", (3,)), Series("b", (2,))])
    (lower,), (upper,) = boxes(chart, "c1"), boxes(chart, "c2")

    assert upper.y + upper.height < lower.y


def test_what_is_nothing_is_not_drawn() -> None:
    assert boxes(columns("", "", MONTHS, [Series("a", (0, 0, 0))]), "c1") == []
    assert boxes(bars("", "", [Bar("a", 0, "0")]), "c1") == []


def test_months_are_named_as_often_as_there_is_room() -> None:
    along = [f"m{number}" for number in range(36)]
    named = [text for text in texts(columns("", "", along, [Series("a", [1] * 36)])) if text.startswith("m")]

    assert named == along[::3]


@given(st.integers(0, 10**9))
def test_ticks_reach_what_is_drawn_and_are_few(most: int) -> None:
    steps = ticks(most)

    assert steps[0] == 0
    assert steps[-1] >= most
    assert 2 <= len(steps) <= 5


def test_a_bar_has_a_mark_where_it_should_reach() -> None:
    chart = bars("", "", [Bar("Visits", 30, "30 of 40", aim=40)])
    (mark,) = (one for one in chart.marks if isinstance(one, Rule))

    assert boxes(chart, "c1")[0].width == pytest.approx(WIDTH * 30 / 40)
    assert mark.x1 == pytest.approx(WIDTH, abs=2)


def test_a_long_name_leaves_room_for_its_number() -> None:
    assert texts(bars("", "", [Bar("a" * 80, 1, "1 of 3")]))[0] == "a" * 39 + "…"


def test_a_grid_shows_its_holes() -> None:
    chart = grid("", "", [("Trust", (2, 0)), ("Voices", (0, 1))], ("growth", "voice"))

    assert len(boxes(chart, "hole")) == 2
    assert [text for text in texts(chart) if text.isdigit()] == ["2", "1"]


@given(st.lists(st.integers(0, 60), max_size=30))
def test_a_shade_grows_with_its_number(values: list[int]) -> None:
    steps = shades(values)
    looks = [sum(value > step for step in steps) for value in sorted(values) if value]

    assert looks == sorted(looks)
    assert set(looks) <= {1, 2, 3, 4}


def test_a_chart_says_what_it_shows_and_runs_nothing() -> None:
    drawn = svg(bars("Visits <b>", 'From "LinkedIn" & others', [Bar("<script>", 3, "3")]), "visits")
    root = ET.fromstring(drawn)

    assert root.get("role") == "img"
    assert [root.get("aria-labelledby"), root.get("aria-describedby")] == [one.get("id") for one in root[:2]]
    assert [one.text for one in root[:2]] == ["Visits <b>", 'From "LinkedIn" & others']
    assert "<script" not in drawn


def test_every_color_and_shade_is_in_the_style_sheet() -> None:
    series = [Series(str(number), (1,)) for number in range(6)]
    chart = grid("", "", [("a", (1, 2, 3, 4, 5, 0))], "bcdefg")
    looks = {mark.look for one in (chart, columns("", "", ("Jan",), series)) for mark in one.marks if mark.look}
    looks |= {mark.look for mark in bars("", "", [Bar("a", 1, "1", aim=2)]).marks if mark.look}

    assert [look for look in sorted(looks) if f".{look}" not in STYLE.read_text("utf-8")] == []


def test_no_color_is_in_the_drawing() -> None:
    drawn = svg(columns("a", "b", MONTHS, [Series("a", (1, 2, 3))]), "x")

    assert "#" not in drawn
    assert "style=" not in drawn
