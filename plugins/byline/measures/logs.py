"""Access logs: lines as a stream for an engine, and where visits can begin.

Lines go from the file into the engine's memory and from there nowhere: no address of a reader is ever written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .attributing import Known, short_content
from .opening import CHUNK, LONGEST_LINE, Part, chunks, may_have_long_line

if TYPE_CHECKING:
    import pyarrow as pa

TOO_LONG = f"longer than {LONGEST_LINE // 1024} KiB"
NO_LINE = "that are no line of such a log"
SAMPLE = 100_000
# What stands between the quotation marks of a line; what has no name says nothing.
PARTS = ("before", "request", "status", "referrer", "", "agent")


def is_json(part: Part) -> bool:
    """Whether a log is of lines of JSON, as Caddy writes them."""
    return next(chunks(part), b"").lstrip()[:1] == b"{"


def columns(json: bool) -> pa.Schema:
    """The columns in which an engine gets lines: the whole of a line of JSON, the parts of any other."""
    import pyarrow as pa

    return pa.schema([(name, pa.string()) for name in (["line"] if json else filter(None, PARTS))])


def batches(
    parts: Iterable[Part], json: bool, counted: Counter[str], rejected: Counter[str]
) -> Iterator[pa.RecordBatch]:
    """The lines of all parts, in these columns; what is no line is counted under `rejected`.

    Bytes that are no UTF-8 stand as U+FFFD.
    """
    from pyarrow import BufferReader, csv

    def unfit(row: csv.InvalidRow) -> str:
        rejected[NO_LINE] += 1
        return "skip"

    mark = "\x01" if json else '"'  # no text of JSON holds a control character
    for part in parts:
        places: list[str] = []
        for block in _blocks(chunks(part), counted, rejected):
            text = block if block.isascii() else block.decode("utf-8", "replace").encode()
            places = places or _places(text, json)
            yield from csv.open_csv(
                BufferReader(text),
                csv.ReadOptions(column_names=places, block_size=CHUNK * 2, use_threads=False),
                csv.ParseOptions(delimiter=mark, quote_char=False, invalid_row_handler=unfit),
                csv.ConvertOptions(
                    column_types=columns(json),
                    include_columns=columns(json).names,
                    strings_can_be_null=False,
                    check_utf8=False,
                ),
            )


def places_of(part: Part, json: bool) -> list[str]:
    """The names of what stands between the marks of a part's lines, by its first ones."""
    return _places(next(chunks(part), b""), json)


def _places(text: bytes, json: bool) -> list[str]:
    """The names of what stands between the marks of a line, as many as most lines at the beginning have."""
    if json:
        return ["line"]
    sample = Counter(line.count(b'"') + 1 for line in text[:SAMPLE].split(b"\n")[:-1])
    number = max(len(PARTS), sample.most_common(1)[0][0] if sample else 0)
    return [PARTS[place] if place < len(PARTS) and PARTS[place] else f"part {place}" for place in range(number)]


def _blocks(read: Iterator[bytes], counted: Counter[str], rejected: Counter[str]) -> Iterator[bytes]:
    """Whole lines, none of them too long: of one that never ends, no more is kept than shows that."""
    rest = b""
    for chunk in read:
        text = rest + chunk
        cut = text.rfind(b"\n") + 1
        rest = text[cut:][: LONGEST_LINE + 1]
        if cut:
            yield _fitting(text[:cut], counted, rejected)
    if rest:
        yield _fitting(rest + b"\n", counted, rejected)


def _fitting(text: bytes, counted: Counter[str], rejected: Counter[str]) -> bytes:
    counted["lines"] += text.count(b"\n")
    if not may_have_long_line(text):
        return text
    lines = text.split(b"\n")
    fits = [line for line in lines if len(line) <= LONGEST_LINE]
    rejected[TOO_LONG] += len(lines) - len(fits)
    return b"\n".join(fits)


def landings(known: Known) -> list[tuple[str, str, str, str]]:
    """Where visits can begin: articles by their addresses, and short links with what theirs say."""
    rows = [(path, article, "", "") for path, article in sorted(known.paths.items())]
    for code, link in sorted(known.short.items()):
        source = next((name for name, ids in known.sources.items() if link.channel in ids), "")
        if link.article in known.articles and source:
            rows.append((f"/s/{code}/", link.article, source, short_content(link, known)))
    return rows
