"""Access logs: lines as a stream for an engine, and what an engine counted as arrivals.

Lines go from the file into the engine's memory and from there nowhere: no address of a reader is ever written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .attributing import Arrival, Known, short_content
from .expression import BROKEN, LINK
from .opening import Part, chunks

if TYPE_CHECKING:
    import pyarrow as pa

LONGEST_LINE = 65_536  # bytes; servers take addresses of 8 KiB
TOO_LONG = f"longer than {LONGEST_LINE // 1024} KiB"
MONTHS = {name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
COMBINED_DAY = re.compile(r"(\d{2})/([A-Z][a-z]{2})/(\d{4})")
ISO_DAY = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})")
EPOCH = date(1970, 1, 1)
LAST_DAY = (date.max - EPOCH).days


def is_json(part: Part) -> bool:
    """Whether a log is of lines of JSON, as Caddy writes them."""
    return next(chunks(part), b"").lstrip()[:1] == b"{"


def batches(parts: Iterable[Part], counted: Counter[str], rejected: Counter[str]) -> Iterator[pa.RecordBatch]:
    """The lines of all parts, in a column `line`; what is too long for one is counted under `rejected`.

    Bytes that are no UTF-8 stand as U+FFFD. The text of a batch is that of the file, not a copy for each line.
    """
    import numpy as np
    import pyarrow as pa

    schema = pa.schema([("line", pa.string())])
    for part in parts:
        for block in _blocks(chunks(part)):
            text = block if block.isascii() else block.decode("utf-8", "replace").encode()
            ends = np.flatnonzero(np.frombuffer(text, np.uint8) == ord("\n")) + 1
            offsets = np.concatenate(([0], ends)).astype(np.int32)
            lines = pa.StringArray.from_buffers(len(ends), pa.py_buffer(offsets), pa.py_buffer(text))
            counted["lines"] += len(ends)
            fits = np.diff(offsets) <= LONGEST_LINE
            if not fits.all():
                rejected[TOO_LONG] += int((~fits).sum())
                lines = lines.filter(pa.array(fits))
            yield pa.record_batch([lines], schema=schema)


def _blocks(read: Iterator[bytes]) -> Iterator[bytes]:
    """Whole lines, the last with its end; of one that never ends no more is kept than shows that it is too long."""
    rest = b""
    for chunk in read:
        text = rest + chunk
        cut = text.rfind(b"\n") + 1
        rest = text[cut:][: LONGEST_LINE + 1]
        if cut:
            yield text[:cut]
    if rest:
        yield rest + b"\n"


def landings(known: Known) -> dict[str, list[str]]:
    """Where visits can begin, as columns: articles by their addresses, and short links with what theirs say."""
    rows = [(path, article, "", "") for path, article in sorted(known.paths.items())]
    for code, link in sorted(known.short.items()):
        source = next((name for name, ids in known.sources.items() if link.channel in ids), "")
        if link.article in known.articles and source:
            rows.append((f"/s/{code}/", link.article, source, short_content(link, known)))
    return {name: [row[place] for row in rows] for place, name in enumerate(("path", "article", "source", "content"))}


Previews = Counter[tuple[date, str, str]]


def arrivals(
    rows: Iterable[Mapping[str, object]],
    known: Known,
    counted: Counter[str],
    rejected: Counter[str],
    previews: Previews,
) -> Iterator[Arrival]:
    """What an engine counted, as arrivals; machines, and lines that are none, are counted beside."""
    for row in rows:
        machine, lines = str(row["machine"]), int(str(row["lines"]))
        if machine == BROKEN:
            rejected["that are no line of such a log"] += lines
            continue
        counted["machines"] += lines if machine else 0
        day = _day(str(row["day"]))
        if machine == "bot":
            continue
        if day is None:
            rejected["without a day that can be read"] += lines
            continue
        words = dict(zip(LINK, map(unquote, str(row["link"]).split("\n")), strict=True))
        if not machine:
            visits = int(str(row["visits"]))
            article, path, source, content, id, campaign = (words[name] for name in LINK)
            yield Arrival(day, article, path, source, content, id, campaign, visits, visits)
        elif article := words["article"] or (words["campaign"] if words["campaign"] in known.articles else ""):
            previews[day, article, machine] += lines


@cache
def _day(text: str) -> date | None:
    """The day of a line: as the combined format, ISO 8601 or a number of days since 1970 says it."""
    try:
        if match := COMBINED_DAY.fullmatch(text):
            return date(int(match[3]), MONTHS[match[2]], int(match[1]))
        if match := ISO_DAY.fullmatch(text):
            return date(*map(int, match.groups()))
        return EPOCH + timedelta(days=int(text)) if text.isdecimal() and int(text) <= LAST_DAY else None
    except (KeyError, ValueError):
        return None
