"""What runs the expression: DuckDB in this process, or Spark for logs that one machine cannot hold."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import ibis
import pyarrow as pa

from ..refusals import Refusal
from . import logs
from .expression import parted
from .opening import Part, UnreadableFile

Expression = Callable[[Any, Any], Any]
MEMORY = "700MB"
MOST_REJECTS = 100_000


class EngineError(Refusal):
    """An engine that cannot do it here; the text says what is missing."""


class Engine(Protocol):
    """Runs an expression over the lines of logs and the table of landings; gives rows."""

    def __call__(
        self, expression: Expression, parts: Sequence[Part], json: bool, landings: Mapping[str, list[str]],
        counted: Counter[str], rejected: Counter[str],
    ) -> Iterator[Mapping[str, object]]: ...  # fmt: skip


def duckdb(
    expression: Expression,
    parts: Sequence[Part],
    json: bool,
    landings: Mapping[str, list[str]],
    counted: Counter[str],
    rejected: Counter[str],
) -> Iterator[Mapping[str, object]]:
    """Lines flow through memory alone: there is no folder for what does not fit, so no disk sees a reader's address."""
    from duckdb import Error, OutOfMemoryException

    connection = ibis.duckdb.connect(temp_directory="", memory_limit=os.environ.get("BYLINE_MEMORY", MEMORY))
    # The lines are a stream, whose size no optimizer knows: landings are what is small, and are written on the right.
    connection.raw_sql("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    connection.raw_sql("SET preserve_insertion_order = false")
    refused: list[Refusal] = []
    itself = not json and all(logs.is_clean(one, counted) for one in parts)
    if itself:
        connection.read_csv([str(one.path.absolute()) for one in parts], table_name="lines", **_reading(parts))
    else:
        counted["lines"] = 0
        lines = _noting(logs.batches(parts, json, counted, rejected), refused)
        connection.con.register("lines", pa.RecordBatchReader.from_batches(logs.columns(json), lines))
    connection.con.register("landings", _table(landings))
    counting = expression(connection.table("lines"), connection.table("landings"))
    try:
        for batch in connection.con.sql(connection.compile(counting)).to_arrow_reader():
            yield from batch.to_pylist()
        if itself:
            unfit = connection.con.sql("SELECT count(DISTINCT (file_id, line)) FROM reject_errors").fetchall()[0][0]
            rejected.update({logs.NO_LINE: unfit} if unfit else {})
    except OutOfMemoryException:
        raise EngineError(
            f"these logs hold more readers than fit into {MEMORY}: import fewer days at once, give more memory "
            "(BYLINE_MEMORY=4GB), or use --engine spark"
        ) from None
    except Error:
        if refused:  # while reading: the engine only passes on that something was
            raise refused[0] from None
        raise


def _reading(parts: Sequence[Part]) -> dict[str, Any]:
    """How DuckDB reads the lines of plain files itself: parted by quotation marks, and those that do not fit, apart."""
    return {
        "columns": dict.fromkeys(logs.places_of(parts[0], json=False), "VARCHAR"),
        "delim": '"',
        "quote": "",
        "escape": "",
        "nullstr": "\x01",  # a name that is empty is no name that is missing
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


def spark(
    expression: Expression,
    parts: Sequence[Part],
    json: bool,
    landings: Mapping[str, list[str]],
    counted: Counter[str],
    rejected: Counter[str],
) -> Iterator[Mapping[str, object]]:
    """Spark reads the files itself, from wherever its workers find them; `SPARK_MASTER` says where they are."""
    if any(one.member for one in parts):
        raise UnreadableFile("Spark reads plain and gzip files, no zip: expand it first")
    session = _session()
    try:
        connection = ibis.pyspark.connect(session)
        lines = session.read.text([str(one.path.absolute()) for one in parts]).withColumnRenamed("value", "line")
        lines.createOrReplaceTempView("lines")
        session.createDataFrame(_table(landings).to_pandas()).createOrReplaceTempView("landings")
        table = connection.table("lines")
        counting = expression(table if json else parted(table), connection.table("landings"))
        counted["lines"] += lines.count()
        yield from (row.asDict() for row in session.sql(connection.compile(counting)).toLocalIterator())
    finally:
        session.stop()


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


def _table(columns: Mapping[str, list[str]]) -> pa.Table:
    return pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()})


ENGINES: Mapping[str, Engine] = {"duckdb": duckdb, "spark": spark}
