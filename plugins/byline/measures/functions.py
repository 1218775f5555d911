"""Functions that engines have themselves, as the expression names them. None of these bodies is ever run."""

from __future__ import annotations

import ibis


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]  # ibis has no types
def split_part(text: str, mark: str, place: int) -> str:
    """The part of a text in one place, the first is 1, between marks; empty where there is none.

    Both engines have it. Spark would take the mark of a `split` for a regular expression.
    """
    return text.split(mark)[place - 1]


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def instr(text: str, part: str) -> int:
    """Where a part begins, the first place is 1; 0 where it is not."""
    return text.find(part) + 1


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def substring(text: str, start: int, length: int) -> str:
    """So many letters from a place, the first is 1."""
    return text[start - 1 :][: max(0, length)]


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def concat_ws(mark: str, one: str, two: str, three: str, four: str, five: str, six: str) -> str:
    """Texts as one, with a mark between them."""
    return mark.join((one, two, three, four, five, six))


@ibis.udf.scalar.builtin(name="hash")  # type: ignore[untyped-decorator]
def duckdb_code(text: str) -> int:
    """64 bits for a text, as DuckDB makes them."""
    return hash(text)


@ibis.udf.scalar.builtin(name="xxhash64")  # type: ignore[untyped-decorator]
def spark_code(text: str) -> int:
    """64 bits for a text, as Spark makes them."""
    return hash(text)
