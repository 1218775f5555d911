"""Tables for spreadsheets: CSV in which no cell is computed, whatever people wrote into it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# What programs take for the beginning of a formula (OWASP, CSV injection), also after blanks and in full width.
FORMULA = re.compile(r"\s*[=+\-@|%\t\r\uff1d\uff0b\uff0d\uff20]")


def as_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """UTF-8, CRLF at the end of lines (RFC 4180); numbers stay numbers, what is missing is empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _inert(cell: object) -> object:
    """An apostrophe before a text that would be a formula: spreadsheets take it for a sign that a text follows."""
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
