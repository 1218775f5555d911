"""`programme/measures/shown.csv`: every number about people that a report ever showed, so that none tells on another.

No name and no date of a person is in it. It is kept with the programme: without it, a report does not know what it must
not be compared with. `byline report` adds a line only when it shows something new.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from ..refusals import Refusal
from .privacy import Group, Shown

FILE = "measures/shown.csv"
COLUMNS = ("report", "table", "period", "places", "people", "number")


@dataclass
class Memory:
    """What reports ever showed, the oldest first, and what this one shows for the first time."""

    past: tuple[Shown, ...] = ()
    new: list[Shown] = field(default_factory=list)

    def of(self, table: str, period: str = "") -> list[Shown]:
        """What was shown of a table, in a period when it is named."""
        return [one for one in (*self.past, *self.new) if one.table == table and period in ("", one.period)]

    def add(self, shown: Shown) -> None:
        """Remember what is shown now, unless it is what was shown of this period last."""
        if self.of(shown.table, shown.period)[-1:] != [shown]:
            self.new.append(shown)

    def written(self) -> bytes:
        """The file with what is new at its end."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for number, one in enumerate((*self.past, *self.new), 1):
            for group in one.groups:
                places = " ".join(sorted(group.atoms))
                writer.writerow([number, one.table, one.period, places, group.people, group.active])
        return text.getvalue().encode()


class LostMemory(Refusal):
    """The file cannot be read: nothing may be shown that could be compared with what is unknown."""


def recall(programme: Path | None) -> Memory:
    """What was ever shown, the oldest first. Raises when the file was damaged: guessing would break a promise."""
    if programme is None or not (programme / FILE).is_file():
        return Memory()
    rows = csv.reader(io.StringIO((programme / FILE).read_text("utf-8-sig"), newline=""))
    try:
        if tuple(next(rows, ())) != COLUMNS:
            raise ValueError("its columns are not known")
        return Memory(tuple(_shown(rows)))
    except (ValueError, csv.Error) as error:
        hint = "Put it back as it was: it says what must not be compared with a new report"
        raise LostMemory(f"{programme / FILE}, line {rows.line_num}: {error}. {hint}") from None


def _shown(rows: Iterable[list[str]]) -> Iterator[Shown]:
    for (_, table, period), group in groupby(filter(None, rows), key=lambda row: tuple(row[:3])):
        yield Shown(table, period, tuple(_group(*row[3:]) for row in group))


def _group(places: str, people: str, number: str) -> Group:
    return Group(frozenset(places.split(" ")), int(people), int(number))
