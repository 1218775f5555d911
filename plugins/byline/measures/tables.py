"""Tables as tools export them: comment lines, any order of columns, totals, and numbers as people write them."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import dropwhile
from pathlib import Path
from typing import Any

from unidecode import unidecode

from .attributing import shown
from .opening import UnreadableFile

COLUMNS = Path(__file__).with_name("columns.toml")
GROUPED = re.compile(r"\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3}){1,4}", re.ASCII)
WHOLE = re.compile(r"(\d{1,15})(?:[.,]0+)?", re.ASCII)
DAY = re.compile(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})", re.ASCII)
# What tools write where there is nothing; (other) is not among them.
NOTHING = {"(not set)", "(direct)", "(none)", "(not provided)", "(data not available)", "(non definie)", "(non defini)"}
TOTALS = {"grand total", "total", "totals", "total general", "totaux"}
OTHER = "(other)"
OTHERS = {OTHER, "(autre)", "(autres)"}
MOST_COLUMNS = 500


@dataclass(frozen=True)
class Columns:
    """The columns of one kind of table: by our name, the tool's names for it; `export` says what to export."""

    names: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    export: str

    def place(self, header: list[str]) -> dict[str, int]:
        """Where each column is that is there. Of two with one name the first holds."""
        places = {_plain(cell): number for number, cell in reversed([*enumerate(header)])}
        found = {ours: [places[name] for name in names if name in places] for ours, names in self.names.items()}
        return {ours: numbers[0] for ours, numbers in found.items() if numbers}


@cache
def columns_of(tool: str) -> Columns:
    """What `columns.toml` says of a tool."""
    given: dict[str, Any] = tomllib.loads(COLUMNS.read_text("utf-8"))[tool]
    names = {
        ours: tuple(_plain(name.removesuffix(" (?)")) for name in names)
        for ours, names in given.items()
        if ours not in ("needed", "export")
    }
    return Columns(names, tuple(given["needed"]), given["export"])


def rows(name: str, text: str, columns: Columns, rejected: Counter[str]) -> Iterator[dict[str, str]]:
    """The cells of each row by our names; a row that is no row of the table is counted under `rejected`.

    Raises `UnreadableFile` that names the missing columns and says what to export.
    """
    lines, delimiter, header = opened(text)
    places = columns.place(header)
    if missing := [ours for ours in columns.needed if ours not in places]:
        wanted = ", ".join(columns.names[ours][0] for ours in missing)
        raise UnreadableFile(f"{shown(name)} has no column {wanted}. Export {columns.export}")
    for cells in _cells(lines, delimiter, rejected):
        if len(cells) < len(header) and not _is_total(cells):
            rejected["with fewer columns than the first line"] += 1
        elif not _is_total(cells):
            yield {ours: cells[place].strip() for ours, place in places.items()}


def opened(text: str) -> tuple[Iterator[str], str, list[str]]:
    """The lines after the first that is no comment, what parts their cells, and the names in that first line."""
    lines = dropwhile(lambda line: not line.strip() or line.startswith("#"), io.StringIO(text))
    first = next(lines, "")
    delimiter = max(",;\t", key=first.count)
    try:
        header = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        header = []
    return lines, delimiter, [cell.strip() for cell in header[:MOST_COLUMNS]]


def word(cells: Mapping[str, str], name: str) -> str:
    """A cell as the tool means it: empty where it says that there is nothing."""
    cell = cells.get(name, "")
    return "" if _plain(cell) in NOTHING else cell


def others(cells: Mapping[str, str]) -> bool:
    """Whether the tool put this row together from several, because there were too many."""
    return any(_plain(cell) in OTHERS for cell in cells.values())


def number(cells: Mapping[str, str], name: str) -> int | None:
    """A count; None where the table has no such column. Raises ValueError with what the cell is not."""
    if name not in cells:
        return None
    cell = cells[name]
    if GROUPED.fullmatch(cell):
        return int(re.sub(r"\D", "", cell))
    whole = WHOLE.fullmatch(cell or "0")
    if not whole:
        raise ValueError(f"with {name} that are no whole number")
    return int(whole[1])


def day(cell: str) -> date:
    """A day, year first; raises ValueError with what the cell is not."""
    match = DAY.fullmatch(cell)
    try:
        if match:
            return date(*map(int, match.groups()))
    except ValueError:
        pass
    raise ValueError("without a day that can be read")


def each(
    rows: Iterator[dict[str, str]], rejected: Counter[str], make: Callable[[dict[str, str]], Any]
) -> Iterator[Any]:
    """What is made of each row; one of which nothing can be made is counted with the reason."""
    for cells in rows:
        try:
            yield make(cells)
        except ValueError as error:
            rejected[str(error)] += 1


def _cells(lines: Iterator[str], delimiter: str, rejected: Counter[str]) -> Iterator[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            rejected["that no table can hold"] += 1
            continue
        if cells and not cells[0].startswith("#"):
            yield cells


def _is_total(cells: list[str]) -> bool:
    return any(_plain(cell) in TOTALS for cell in cells)


def _plain(text: str) -> str:
    return " ".join(unidecode(text).casefold().split())
