"""A person's calendar, read by another library: texts, addresses and moments come back, however hostile the words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import NOON, a_site, an_article
from byline.model import ShareText
from byline.planning.calendar import calendar
from byline.planning.slots import Slot

TARGET = "https://blog.example.com/articles/why/?utm_source=x&utm_content=abcdefghij"
MOMENT = datetime(2026, 6, 18, 13, 45, tzinfo=UTC)


def a_slot(**fields: Any) -> Slot:
    return Slot(**{"sharer": "lena", "article": an_article("why"), "channel": "x", "moment": MOMENT, **fields})


def a_text(words: str = "Three weekends.\n\n{url}") -> ShareText:
    return ShareText("x", "en", words, 10, 280, "rules", label="X")


def written(*slots: Slot, text: ShareText | None = None) -> bytes:
    return calendar(a_site(), [(slot, text or a_text(), TARGET) for slot in slots])


def events(data: bytes) -> list[Any]:
    return list(vobject.readOne(data.decode()).contents.get("vevent", []))


def test_an_event_says_where_what_and_when() -> None:
    (event,) = events(written(a_slot()))

    assert event.summary.value == "X: Why"
    assert event.description.value == f"Three weekends.\n\n{TARGET}"
    assert event.url.value == TARGET
    assert event.dtstart.value == MOMENT
    assert event.duration.value == timedelta(minutes=15)


def test_a_reminder_comes_with_the_event_and_so_in_working_hours() -> None:
    (event,) = events(written(a_slot()))

    assert event.valarm.trigger.value == timedelta()
    assert event.valarm.action.value == "DISPLAY"


def test_an_event_is_private_and_takes_no_time_away() -> None:
    (event,) = events(written(a_slot()))

    assert (event.transp.value, event.contents["class"][0].value) == ("TRANSPARENT", "PRIVATE")


@settings(max_examples=40)
@given(words=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]), max_size=400))
def test_words_read_back_and_no_line_is_longer_than_the_standard_allows(words: str) -> None:
    text = f'{words};,\\ "é" 👩‍👩‍👧‍👦 مرحبا\n{{url}}'

    data = written(a_slot(), text=a_text(text))

    (event,) = events(data)
    assert event.description.value == text.replace("{url}", TARGET)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode("utf-8")  # a fold never cuts a character


def test_an_event_has_one_name_all_week_and_tells_nobody_whose_it_is() -> None:
    first, again = (events(written(a_slot(moment=MOMENT + timedelta(hours=hours))))[0].uid.value for hours in (0, 2))
    others = [
        a_slot(sharer="omar"), a_slot(channel="linkedin"), a_slot(article=an_article("how")),
        a_slot(moment=MOMENT + timedelta(days=7)),
    ]  # fmt: skip

    assert first == again
    assert len({first, *(event.uid.value for event in events(written(*others)))}) == 5
    assert "lena" not in first


def test_the_stamp_is_no_clock() -> None:
    (event,) = events(written(a_slot()))

    assert event.dtstamp.value == NOON
    assert written(a_slot()) == written(a_slot())


def test_a_calendar_without_events_is_still_one() -> None:
    data = calendar(a_site(), [])

    assert events(data) == []
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")


@pytest.mark.parametrize("line", ["VERSION:2.0", "METHOD:PUBLISH", "PRODID:-//Byline//Planning//EN"])
def test_a_calendar_says_what_it_is(line: str) -> None:
    assert line.encode() in written(a_slot()).split(b"\r\n")
