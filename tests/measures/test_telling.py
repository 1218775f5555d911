"""What an import says to whoever asked for it."""

from __future__ import annotations

from datetime import date

from byline.measures.importing import Imported
from byline.measures.store import Counted, Import
from byline.measures.telling import sentences


def test_one_visit_is_one_and_lines_that_were_left_out_are_counted_by_reason() -> None:
    days = {date(2026, 9, 1): Counted(0, 1, 0)}
    unknown = {"channel 'intranet'": 1}
    entry = Import({"0": "a.log"}, "log", days=days, unknown=unknown, rejected={"that are no line of such a log": 1})

    assert [*sentences(Imported(entry, lines=2))] == [
        "a.log: 2026-09-01",
        "  1 visit, 0 attributed, 1 unknown",
        "    unknown: channel 'intranet', 1 visit",
        "  2 lines read; 0 of machines, of which networks' previews 0",
        "  rejected, lines that are no line of such a log: 1",
    ]
