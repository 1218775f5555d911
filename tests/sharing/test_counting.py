"""Lengths as networks publish their rules, worked out by hand for texts that are easily counted wrongly.

Columns: code points; UTF-16 units (most JavaScript); graphemes (UAX 29, Bluesky); X (docs.x.com/fundamentals/
counting-characters: NFC, address 23, emoji 2, light ranges 1, else 2); Mastodon (graphemes, address 23, no domain in
mentions); Threads (an emoji by its bytes); percent-encoded (RFC 3986, line ends as CRLF).
"""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.channels import Channel, shipped
from byline.counting import Counts, clusters, counted

CHANNELS = {channel.id: channel for channel in shipped()}
COLUMNS: tuple[Counts, ...] = ("characters", "units", "graphemes", "x", "mastodon", "threads", "encoded")
# fmt: off
TABLE: tuple[tuple[str, int, int, int, int, int, int, int], ...] = (
    ('', 0, 0, 0, 0, 0, 0, 0),
    ('abc', 3, 3, 3, 3, 3, 3, 3),
    ('é', 1, 1, 1, 1, 1, 1, 6),
    ('é', 2, 2, 1, 1, 1, 2, 7),
    ('漢字', 2, 2, 2, 4, 2, 2, 18),
    ('ｶﾅ', 2, 2, 2, 4, 2, 2, 18),
    ('→', 1, 1, 1, 2, 1, 1, 9),
    ('a—b', 3, 3, 3, 3, 3, 3, 11),
    ('wait…', 5, 5, 5, 6, 5, 5, 13),
    ('5 €', 3, 3, 3, 4, 3, 3, 13),
    ('👍', 1, 2, 1, 2, 1, 4, 12),
    ('👍🏽', 2, 4, 1, 2, 1, 8, 24),
    ('👨\u200d👩\u200d👧\u200d👦', 7, 11, 1, 2, 1, 25, 75),
    ('🇫🇷🇩🇪', 4, 8, 2, 4, 2, 16, 48),
    ('1️⃣', 3, 3, 1, 2, 1, 7, 19),
    ('❤️', 2, 2, 1, 2, 1, 6, 18),
    ('❤', 1, 1, 1, 2, 1, 1, 9),
    ('©', 1, 1, 1, 1, 1, 1, 6),
    ('™', 1, 1, 1, 2, 1, 1, 9),
    ('one\ntwo', 7, 7, 7, 7, 7, 7, 12),
    ('שָׁלוֹם', 7, 7, 4, 7, 4, 7, 42),
    ('مرحبا', 5, 5, 5, 5, 5, 5, 30),
    ('สวัสดี', 6, 6, 4, 6, 4, 6, 54),
    ('नमस्ते', 6, 6, 3, 6, 3, 6, 54),
    ('ἀρχή', 4, 4, 4, 5, 4, 4, 27),
    ('각', 1, 1, 1, 2, 1, 1, 9),
    ('𝕏', 1, 2, 1, 2, 1, 1, 12),
    ('Ⴀᄀ', 2, 2, 2, 3, 2, 2, 18),
    ('\u200b', 1, 1, 1, 1, 1, 1, 9),
    ('#one @two', 9, 9, 9, 9, 9, 9, 15),
    ('🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f', 7, 14, 1, 2, 1, 28, 84),
    ('https://example.com', 19, 19, 19, 23, 23, 19, 25),
    (f"https://example.com/{'a' * 100}", 120, 120, 120, 23, 23, 120, 128),
    ('See http://a.co.', 16, 16, 16, 28, 28, 16, 24),
    ('(https://en.wikipedia.org/wiki/X_(Y))', 37, 37, 37, 25, 25, 37, 55),
    ('https://a.co https://b.co', 25, 25, 25, 47, 47, 25, 39),
    ('example.com', 11, 11, 11, 23, 11, 11, 11),
    ('www.example.de', 14, 14, 14, 23, 14, 14, 14),
    ('example.de/x', 12, 12, 12, 23, 12, 12, 14),
    ('example.de', 10, 10, 10, 10, 10, 10, 10),
    ('e.g. this', 9, 9, 9, 9, 9, 9, 11),
    ('name@example.com', 16, 16, 16, 16, 16, 16, 18),
    ('@jane@example.social hi', 23, 23, 23, 23, 8, 23, 29),
    ('https://example.social/@jane', 28, 28, 28, 23, 23, 28, 38),
)
# fmt: on
CASES = [(counts, row[0], length) for row in TABLE for counts, length in zip(COLUMNS, row[1:], strict=True)]


def test_every_way_of_counting_is_tried_with_more_than_thirty_texts() -> None:
    assert set(get_args(Counts)) == {*COLUMNS}
    assert len({row[0] for row in TABLE}) == len(TABLE) > 40


@pytest.mark.parametrize(("counts", "text", "length"), CASES)
def test_a_text_is_as_long_as_the_network_says(counts: Counts, text: str, length: int) -> None:
    assert counted(text, counts) == length


@given(st.text())
def test_texts_of_any_kind_are_counted_and_none_is_shorter_than_what_readers_see(text: str) -> None:
    assert counted(text, "graphemes") <= counted(text, "characters") <= counted(text, "units")
    assert counted(text, "characters") <= counted(text, "threads") <= 4 * counted(text, "characters")
    assert "".join(clusters(text)) == text


@given(st.text("aé漢👍 \n", max_size=60), st.text("aé漢👍 \n", max_size=60))
def test_what_is_added_makes_no_text_shorter(text: str, more: str) -> None:
    for counts in COLUMNS:
        assert counted(text, counts) <= counted(f"{text} {more}", counts)


# --- limits -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "unit", "fitting"),
    [
        ("x", "a", 280), ("x", "漢", 140), ("x", "👨\u200d👩\u200d👧\u200d👦", 140), ("x", "é", 280), ("x", "→", 140),
        ("mastodon", "a", 500), ("mastodon", "👍🏽", 500), ("mastodon", "e\u0301", 500),
        ("bluesky", "a", 300), ("bluesky", "👍🏽", 300), ("bluesky", "漢", 300),
        ("threads", "a", 500), ("threads", "漢", 500), ("threads", "👍", 125),
        ("linkedin", "a", 3000), ("linkedin", "👍", 1500), ("facebook", "a", 63206), ("slack", "漢", 4000),
        ("email", "a", 1400), ("email", "漢", 155),
    ],
)  # fmt: skip
def test_a_channel_takes_so_many_and_not_one_more(channel: str, unit: str, fitting: int) -> None:
    assert CHANNELS[channel].takes(unit * fitting)
    assert not CHANNELS[channel].takes(unit * (fitting + 1))


def test_bluesky_has_a_limit_of_bytes_too() -> None:
    """A family of four is one grapheme of 25 bytes: 120 of them are 3,000."""
    family = "👨\u200d👩\u200d👧\u200d👦"

    assert CHANNELS["bluesky"].takes(family * 120)
    assert not CHANNELS["bluesky"].takes(family * 121)
    assert CHANNELS["bluesky"].length(family * 121) == 303


def test_a_channel_without_a_limit_takes_any_text() -> None:
    own = Channel("own", "Own", "own", "social", date(2026, 11, 1), how="copy")

    assert own.takes("a" * 100_000)
