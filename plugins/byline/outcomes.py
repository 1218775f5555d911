"""`programme/outcomes.csv`: what came of campaigns as somebody declares it. Never measured, never added to what was."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from .kpis import OUTCOMES, REACH
from .model import Finding, Outcome, Remark
from .settings import nearest
from .sources import read_text
from .tables import placed

FILE = "outcomes.csv"
COLUMNS = ("day", "campaign", "kind", "number", "source")
KINDS = (*OUTCOMES, *REACH)
LARGEST = 2_000_000
LONGEST = 200
HINT = "Write such as: 2026-05-04,spring-hiring,applications,7,recruiting tool"


def read_outcomes(programme: Path) -> tuple[tuple[Outcome, ...], list[Finding]]:
    """Every row that can be read, in order of day, and what is wrong with the others."""
    if not (programme / FILE).is_file():
        return (), []
    text, findings = read_text(programme, FILE, LARGEST)
    rows = csv.reader(io.StringIO((text or "").removeprefix("\ufeff"), newline=""))
    if text is None or tuple(cell.strip().lower() for cell in next(rows, ())) != COLUMNS:
        hint = f"The first line is: {','.join(COLUMNS)}"
        return (), findings or [Finding(FILE, 1, "bad-outcome", "its columns are not known.", "error", hint)]
    found = []
    for row in filter(None, rows):
        outcome = _outcome([cell.strip() for cell in row], rows.line_num)
        if isinstance(outcome, Remark):
            findings += placed(FILE, [outcome])
        else:
            found.append(outcome)
    return tuple(sorted(found, key=lambda one: (one.day, one.campaign, one.kind, one.source, one.number))), findings


def _outcome(row: list[str], line: int) -> Outcome | Remark:
    """A row, or what is wrong with it and what to write instead."""
    if len(row) != len(COLUMNS):
        message = f"a row has {len(COLUMNS)} columns, this one {len(row)}."
        return Remark(line, "bad-outcome", message, "error", HINT)
    cells: Mapping[str, str] = dict(zip(COLUMNS, (cell[:LONGEST] for cell in row), strict=True))
    if cells["kind"] not in KINDS:
        meant = nearest(cells["kind"].lower(), KINDS)
        known = ", ".join(KINDS)
        hint = f"Did you mean '{meant}'? Known: {known}." if meant else f"Known: {known}."
        return Remark(line, "bad-outcome", f"'{cells['kind']}' is no kind of outcome.", "error", hint)
    try:
        day = date.fromisoformat(cells["day"])
    except ValueError:
        return Remark(line, "bad-outcome", f"'{cells['day']}' is no day.", "error", HINT)
    if not (cells["number"].isascii() and cells["number"].isdigit()) or len(cells["number"]) > 12:
        message = f"'{cells['number']}' is no number: 0 or more, of digits alone."
        return Remark(line, "bad-outcome", message, "error", HINT)
    return Outcome(day, cells["campaign"], cells["kind"], int(cells["number"]), cells["source"])
