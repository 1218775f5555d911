"""Visits as tables of DuckDB in this process: a month can have more of them than are quick to hold one by one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import reduce
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ..model import Visit
from ..tokens import TOKEN_LENGTH

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

KEY = ("day", "article", "channel", "campaign", "content", "tool")
NUMBERS = ("visits", "readers", "engaged", "conversions")
TYPES = dict.fromkeys(KEY, "VARCHAR") | {"day": "DATE"} | dict.fromkeys(NUMBERS, "BIGINT")
IN_ORDER = ", ".join(KEY)
MEMORY = "700MB"

SHARERS = ("reader", "ambassador", "account")
AMBASSADOR = "ambassador"
TOKEN = rf"[a-z2-7]{{{TOKEN_LENGTH}}}"
PERSONAL = f"content NOT IN {SHARERS} AND regexp_full_match(content, '{TOKEN}')"


def database(threads: int | None = None) -> DuckDBPyConnection:
    """DuckDB in this process, on all cores or with so many threads: what forks later must have begun none.

    Nothing is ever put on disk when memory is short: there is no folder for it.
    """
    from duckdb import connect

    # What is told in order is put in order; keeping lines in theirs costs memory.
    given: dict[str, Any] = {"temp_directory": "", "memory_limit": memory(), "preserve_insertion_order": False}
    return connect(config=given | ({"threads": threads} if threads else {}))


def memory() -> str:
    """How much memory all tables together may take."""
    return os.environ.get("BYLINE_MEMORY", MEMORY)


def table(db: DuckDBPyConnection, types: Mapping[str, str], rows: Iterable[Sequence[object]]) -> DuckDBPyRelation:
    """Rows of Python as a table with these columns."""
    columns = [*zip(*rows, strict=True)] or [()] * len(types)
    asked = ", ".join(f"unnest(${name}::{type}[]) AS {name}" for name, type in types.items())
    given = {name: [*column] for name, column in zip(types, columns, strict=True)}
    name = f"given_{len(db.sql('SHOW TABLES').fetchall())}"
    db.execute(f"CREATE TEMP TABLE {name} AS SELECT {asked}", given)
    return db.table(name)


@dataclass(frozen=True)
class Rows:
    """A table of visits. It is looked up each time that it is asked for; those put together are of one database."""

    table: DuckDBPyRelation

    @staticmethod
    def of(db: DuckDBPyConnection, visits: Iterable[Visit]) -> Rows:
        """Visits as a table."""
        return Rows(table(db, TYPES, map(attrgetter(*TYPES), visits)))

    @staticmethod
    def read(db: DuckDBPyConnection, path: Path) -> Rows:
        """The rows of a parquet file; raises ValueError when it is none of visits."""
        from duckdb import Error

        try:
            columns = ", ".join(f"CAST({name} AS {type}) AS {name}" for name, type in TYPES.items())
            return Rows(db.read_parquet(str(path)).project(columns))
        except Error as error:
            raise ValueError(f"the rows cannot be read: {error}") from None

    def as_parquet(self) -> bytes:
        """A parquet file: in order, without anything that tells when or where it was written."""
        with TemporaryDirectory() as folder:
            path = Path(folder, "rows.parquet")
            self.table.order(IN_ORDER).write_parquet(str(path), compression="zstd")
            return path.read_bytes()

    def __iter__(self) -> Iterator[Visit]:
        names = ", ".join(one.name for one in fields(Visit))
        return (Visit(*row) for row in self.table.project(names).order(IN_ORDER).fetchall())

    def where(self, condition: str) -> Rows:
        """Those for which a condition holds."""
        return Rows(self.table.filter(condition))

    def between(self, first: date, last: date) -> Rows:
        """Those of these days, both included."""
        return self.where(f"day BETWEEN {literal(first)} AND {literal(last)}")

    def personal(self, before: date) -> Rows:
        """Those of days before that say, by a token, whose link it was."""
        return self.where(f"day < {literal(before)} AND {PERSONAL}")

    def nameless(self, before: date) -> Rows:
        """The same with those of some ambassador in the place of the personal ones."""
        content = f"CASE WHEN day < {literal(before)} AND {PERSONAL} THEN '{AMBASSADOR}' ELSE content END AS content"
        return Rows(self.table.project(", ".join(content if name == "content" else name for name in TYPES)))

    @property
    def number(self) -> int:
        """How many they are."""
        return int(self.table.aggregate("count(*)").fetchall()[0][0])


def merged(tables: Sequence[Rows]) -> Rows:
    """One row for each day, article, channel, campaign, content and tool. A number that one part lacks is not known."""
    sums = (f"CASE WHEN count({one}) = count(*) THEN sum({one})::BIGINT END AS {one}" for one in NUMBERS)
    whole = reduce(lambda one, other: one.union(other), (one.table for one in tables))
    return Rows(whole.aggregate(f"{IN_ORDER}, {', '.join(sums)}", IN_ORDER))


def literal(value: Any) -> str:
    """A day or a word as SQL has it."""
    return f"DATE '{value}'" if isinstance(value, date) else "'" + str(value).replace("'", "''") + "'"
