"""What an engine counts in a log is what somebody would count who reads it line by line."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.at_once import apply
from byline.measures.importing import Wanted, bring_in
from byline.measures.opening import BLOCK, LONGEST_LINE, look
from byline.measures.reading import read
from measures.exports import FIREFOX, HOST, known, line

ARTICLES = ("why-we-moved", "why-we-sign")
AGENTS = (FIREFOX, "Mozilla/5.0 Safari/605.1.15", "Googlebot/2.1", "LinkedInBot/1.0")
OURS = f"https://{HOST}/articles/why-we-sign/"

visits = st.tuples(
    st.sampled_from(("2026-09-01", "2026-09-02")),
    st.sampled_from(("192.0.2.1", "192.0.2.2", "2001:db8::1")),
    st.sampled_from(ARTICLES),
    st.sampled_from(("", "linkedin", "x")),
    st.sampled_from(("reader", "account")),
    st.sampled_from(("", "&fbclid=a", "&fbclid=b", "&gclid=c")),
    st.sampled_from(AGENTS),
    st.sampled_from(("-", OURS)),
    st.sampled_from((200, 304, 404)),
)
Line = tuple[str, str, str, str, str, str, str, str, int]


def written(one: Line) -> str:
    day, reader, article, source, content, click, agent, referrer, status = one
    query = f"?utm_source={source}&utm_campaign={article}&utm_content={content}{click}" if source else ""
    return line(day, reader, f"/articles/{article}/{query}", agent, referrer, status)


def counted_by_hand(lines: list[Line]) -> dict[tuple[date, str, str, str], int]:
    """Each reader of a day, browser and link once; click ids and all that is no visit aside."""
    found = {
        (date.fromisoformat(day), article, source, content if source else "", reader, agent)
        for day, reader, article, source, content, _, agent, referrer, status in lines
        if status != 404 and "Bot" not in agent and "bot" not in agent and (source or referrer != OURS)
    }
    return Counter((day, article, source, content) for day, article, source, content, _, _ in found)


@settings(max_examples=15, deadline=None)
@given(st.lists(visits, min_size=1, max_size=40))
def test_readers_are_counted_as_by_hand(lines: list[Line]) -> None:
    first: Line = ("2026-09-01", "192.0.2.9", "why-we-moved", "x", "reader", "", FIREFOX, "-", 200)  # never empty
    with TemporaryDirectory() as folder:
        path = Path(folder, "access.log")
        path.write_text("".join(map(written, [first, *lines])), "ascii")
        apply(Path(folder), bring_in(Path(folder), Wanted("log", (path,)), known(), HOST).files)
        rows = {(one.day, one.article, one.channel, one.content): one.visits for one in read(Path(folder)).visits}

    assert rows == counted_by_hand([first, *lines])


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", 0),
        (b"\n", 1),
        (b"one\ntwo\n", 2),
        (b"one\ntwo", 2),
        (b"x" * (LONGEST_LINE // 2 - 1) + b"\n", 1),
        (b"x" * (LONGEST_LINE + 1) + b"\n", None),
        ((b"x" * 999 + b"\n") * (2 * BLOCK // 1000), 2 * BLOCK // 1000),
        (b"y\n" * (BLOCK // 2 - 9) + b"x" * (LONGEST_LINE + 1) + b"\ny\n", None),  # across two blocks
        (b"y\n" * (BLOCK // 2 - 9) + b"x" * 1000, BLOCK // 2 - 8),
        ("é\n".encode(), None),
        (b"y\n" * BLOCK + b"\0\n", None),
        (b"\x1f\x8b\x08\n", None),
    ],
)
def test_a_file_is_looked_at_once(tmp_path: Path, data: bytes, lines: int | None) -> None:
    path = tmp_path / "access.log"
    path.write_bytes(data)

    assert (look(path).digest, look(path).lines) == (hashlib.sha256(data).hexdigest(), lines)
