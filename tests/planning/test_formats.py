"""Files for schedulers: each in its own form, read back by Python's own reader, and nothing that computes."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import NOON
from byline.planning.formats import HARMLESS, Format, Post, files, formats, harmless
from byline.settings import SettingsError, typed

LATER = datetime(2026, 6, 18, 15, 45, tzinfo=UTC)
LINK, CARD = "https://blog.example.com/s/abcd/", "https://blog.example.com/cards/article/why.1.png"
FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    '=HYPERLINK("https://evil.example";"x")',
    "|calc",
    "%0A",
)


def a_post(words: str = "Three weekends.", moment: datetime = LATER) -> Post:
    return Post(f"{words}\n\n{LINK}", words, LINK, CARD, moment)


def read(data: bytes) -> list[list[str]]:
    """As a strict reader of RFC 4180 reads it."""
    return [*csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)]


def only(id: str, *posts: Post, now: datetime = NOON) -> list[list[str]]:
    (data,) = files(formats()[id], posts, now)
    return read(data)


def test_buffer_reads_its_own_columns() -> None:
    assert only("buffer", a_post()) == [
        ["Text", "Image URL", "Tags", "Posting Time"],
        [f"Three weekends.\n\n{LINK}", CARD, "", "2026-06-18 15:45"],
    ]


def test_hootsuite_reads_moment_message_and_link_without_names() -> None:
    assert only("hootsuite", a_post()) == [["06/18/2026 15:45", "Three weekends.", LINK]]


def test_sprout_reads_its_own_columns() -> None:
    assert only("sprout", a_post()) == [
        ["date", "time_24hr", "message_text"],
        ["18/06/2026", "15:45", f"Three weekends.\n\n{LINK}"],
    ]


@pytest.mark.parametrize("id", list(formats()))
def test_nothing_lies_in_the_past_or_too_near(id: str) -> None:
    near = NOON + timedelta(minutes=formats()[id].ahead - 1)
    posts = [a_post("past", NOON - timedelta(days=1)), a_post("now", NOON), a_post("near", near), a_post("coming")]

    rows = only(id, *posts)

    assert sum("coming" in "".join(row) for row in rows) == 1
    assert not [row for row in rows if any(word in "".join(row) for word in ("past", "now", "near"))]


def test_without_anything_to_come_there_is_no_file() -> None:
    assert [*files(formats()["buffer"], [a_post(moment=NOON)], NOON)] == []


@pytest.mark.parametrize(("id", "rows"), [("buffer", 100), ("hootsuite", 350), ("sprout", 350)])
def test_no_file_has_more_rows_than_its_scheduler_reads(id: str, rows: int) -> None:
    posts = [a_post(f"{number}", LATER + number * timedelta(minutes=15)) for number in range(rows + 5)]

    found = [read(data) for data in files(formats()[id], posts, NOON)]
    heads = bool(formats()[id].columns)

    assert [len(file) - heads for file in found] == [rows, 5]


@pytest.mark.parametrize("id", list(formats()))
@given(words=st.sampled_from(FORMULAS) | st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_no_cell_can_be_computed_and_every_text_reads_back(id: str, words: str) -> None:
    rows = only(id, a_post(words))

    for cell in (cell for row in rows for cell in row if cell):
        assert cell[0] not in "=+-@\t\r|%"
        assert cell.lstrip()[:1] not in ("=", "+", "-", "@")
    assert any(cell.removeprefix(HARMLESS).startswith(words) for cell in rows[-1])


@pytest.mark.parametrize("id", list(formats()))
def test_lines_end_as_the_standard_says(id: str) -> None:
    (data,) = files(formats()[id], [a_post("one"), a_post("two")], NOON)

    assert data.endswith(b"\r\n")
    assert data.replace(b"\r\n", b"").count(b"\r") == 0
    assert not data.startswith(b"\xef\xbb\xbf")


def test_an_ordinary_text_is_left_as_it_is() -> None:
    assert harmless("I carried racks = work.") == "I carried racks = work."


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"cells": ["{text}"]}, "has 2 columns, but 1 cells"),
        ({"cells": ["{text}", "{picture}"]}, "no place picture"),
        ({"row": 3}, "row: is unknown"),
        ({"rows": "many"}, "rows: cannot be 'many'"),
    ],
)
def test_a_wrong_form_is_an_error_at_start(changed: dict[str, Any], sentence: str) -> None:
    given = {"label": "A", "columns": ["a", "b"], "cells": ["{text}", "{day}"], "day": "%d", "time": "%H", "rows": 1,
             "ahead": 1, "verified": "2026-11-01"}  # fmt: skip

    with pytest.raises(SettingsError, match=sentence):
        typed("formats.toml", Format, {**given, **changed}) if "row" not in changed else _whole(given | changed)


def _whole(given: dict[str, Any]) -> None:
    from byline.planning.formats import FormatsFile

    typed("formats.toml", FormatsFile, {"formats": {"a": given}})
