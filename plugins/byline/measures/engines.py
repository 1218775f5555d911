"""What counts lines: DuckDB in this process, or Spark for logs that one machine cannot hold."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ..refusals import Refusal
from . import logs
from .attributing import Origin
from .machines import PARTS, machines, previews
from .opening import Part, UnreadableFile
from .rows import memory, table

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

MOST_REJECTS = 100_000
LANDINGS = dict.fromkeys(("path", "article", "source", "content"), "VARCHAR")
# The order in which the parts of a link stand in one text, between line ends, which no part can hold.
LINK = tuple(one.name for one in fields(Origin))
# What the expression says of lines that are none, and of machines that show no previews.
BROKEN, BOT = "broken", "bot"
# What is not known before a log is imported, under the names that it has in DuckDB's statements.
GIVEN = ("$https", "$http"), tuple(f"$machines_{part}" for part in range(PARTS))


class EngineError(Refusal):
    """An engine that cannot do it here; the text says what is missing."""


@dataclass(frozen=True)
class Asked:
    """Logs to be counted, in lines of JSON or in the combined format, where visits can begin, and the site's host.

    `lines` is how many there are, when all are plain (`opening.Look`).
    """

    parts: Sequence[Part]
    json: bool
    lines: int | None
    landings: Sequence[tuple[str, str, str, str]]
    host: str

    @property
    def own(self) -> tuple[str, str]:
        """How addresses of the site begin, with and without TLS."""
        return f"https://{self.host}/", f"http://{self.host}/"


class Engine(Protocol):
    """Gives a table of day, link, machine, visits and lines (`expression.visits`), and counts lines and unfit ones."""

    def __call__(
        self, db: DuckDBPyConnection, asked: Asked, counted: Counter[str], rejected: Counter[str], /
    ) -> DuckDBPyRelation: ...


def duckdb(db: DuckDBPyConnection, asked: Asked, counted: Counter[str], rejected: Counter[str]) -> DuckDBPyRelation:
    """Lines flow through memory alone. What is asked was made from the expression."""
    from duckdb import Error, OutOfMemoryException

    # The lines are a stream, whose size no optimizer knows: landings are what is small, and are written on the right.
    db.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    refused: list[Refusal] = []
    plain = None if asked.json else asked.lines
    if plain is not None:
        counted["lines"] += plain
        paths = [str(one.path.absolute()) for one in asked.parts]
        db.read_csv(paths, **_reading(asked.parts)).create_view("lines")
    else:
        from pyarrow import RecordBatchReader

        lines = _noting(logs.batches(asked.parts, asked.json, counted, rejected), refused)
        db.register("lines", RecordBatchReader.from_batches(logs.columns(asked.json), lines))
    table(db, LANDINGS, asked.landings).create_view("landings")
    statement = Path(__file__).with_name("caddy.sql" if asked.json else "combined.sql").read_text("utf-8")
    names, values = chain(*GIVEN), chain(asked.own, machines())
    given = {name.removeprefix("$"): value for name, value in zip(names, values, strict=True)}
    try:
        db.execute(f"CREATE TEMP TABLE counted AS {statement}", given)
        if plain is not None:
            unfit = db.sql("SELECT count(DISTINCT (file_id, line)) FROM reject_errors").fetchall()[0][0]
            rejected.update({logs.NO_LINE: unfit} if unfit else {})
    except OutOfMemoryException:
        raise EngineError(
            f"these logs hold more readers than fit into {memory()}: import fewer days at once, give more memory "
            "(BYLINE_MEMORY=4GB), or use --engine spark"
        ) from None
    except Error:
        if refused:  # while reading: the engine only passes on that something was
            raise refused[0] from None
        raise
    return db.table("counted")


def _reading(parts: Sequence[Part]) -> dict[str, Any]:
    """How DuckDB reads the lines of plain files itself: parted by quotation marks, and those that do not fit, apart."""
    return {
        "columns": dict.fromkeys(logs.places_of(parts[0], json=False), "VARCHAR"),
        "delimiter": '"',
        "quotechar": "",
        "escapechar": "",
        "na_values": "\x01",  # a name that is empty is no name that is missing
        "header": False,
        "auto_detect": False,
        "null_padding": True,
        "store_rejects": True,
        "rejects_limit": MOST_REJECTS,
        "compression": "none",
    }


def _noting(batches: Iterator[pa.RecordBatch], refused: list[Refusal]) -> Iterator[pa.RecordBatch]:
    try:
        yield from batches
    except Refusal as error:
        refused.append(error)
        raise


def spark(db: DuckDBPyConnection, asked: Asked, counted: Counter[str], _rejected: Counter[str]) -> DuckDBPyRelation:
    """Spark reads the files itself, from wherever its workers find them; `SPARK_MASTER` says where they are."""
    if any(one.member for one in asked.parts):
        raise UnreadableFile("Spark reads plain and gzip files, no zip: expand it first")
    session = _session()
    try:
        import ibis

        from .expression import caddy, combined, parted, visits
        from .functions import spark_code

        connection = ibis.pyspark.connect(session)
        lines = session.read.text([str(one.path.absolute()) for one in asked.parts]).withColumnRenamed("value", "line")
        lines.filter("line <> ''").createOrReplaceTempView("lines")  # as DuckDB reads them
        landings = session.createDataFrame(asked.landings, ", ".join(f"{name} string" for name in LANDINGS))
        landings.createOrReplaceTempView("landings")
        table = connection.table("lines")
        fields = caddy(table) if asked.json else combined(parted(table))
        counting = visits(fields, connection.table("landings"), asked.own, machines(), previews(), spark_code)
        counted["lines"] += lines.count()
        db.from_arrow(session.sql(connection.compile(counting)).toArrow()).create("counted")
    finally:
        session.stop()
    return db.table("counted")


def _session() -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise EngineError("Spark is not installed: `.ci/setup spark` does it (430 MB), see docs/scale.md") from None
    builder = SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local[*]")).appName("byline")
    settings = {
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "false",  # a part that a line does not have is nothing, no error
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "8",
        "spark.log.level": "ERROR",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


ENGINES: Mapping[str, Engine] = {"duckdb": duckdb, "spark": spark}
