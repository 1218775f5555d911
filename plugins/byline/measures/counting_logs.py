"""Access logs of one command, counted together by an engine."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from . import expression, logs
from .attributing import Known
from .engines import ENGINES
from .importing import Gathered
from .opening import UnreadableFile, parts_of
from .tools import Told

PREVIEWS = Path(__file__).with_name("previews.toml")


def machines() -> str:
    """A regular expression for the names of machines, from a list that is kept up to date by its own project."""
    from crawleruseragents import CRAWLER_USER_AGENTS_DATA

    return "|".join(one["pattern"] for one in CRAWLER_USER_AGENTS_DATA)


def previews() -> tuple[tuple[str, str], ...]:
    """A part of the name of each machine that shows previews, with its channel."""
    given = tomllib.loads(PREVIEWS.read_text("utf-8"))["previews"]
    return tuple((one["agent"], one["channel"]) for one in given)


def gathered(paths: Sequence[Path], known: Known, host: str, engine: str) -> Gathered:
    """What the logs tell; all in the combined format, or all in Caddy's JSON. Raises `UnreadableFile`."""
    parts = [part for path in paths for part in parts_of(path)]
    kinds = {logs.is_json(part) for part in parts}
    if len(kinds) > 1:
        raise UnreadableFile("some of these logs are lines of JSON, others are not: import them one by one")
    fields = expression.caddy if True in kinds else expression.combined
    counted, found, told = Counter[str](), logs.Previews(), Told()
    rows = ENGINES[engine](
        lambda lines, landings: expression.visits(fields(lines), landings, host, machines(), previews()),
        parts,
        True in kinds,
        logs.landings(known),
        counted,
        told.rejected,
    )
    told.arrivals = [*logs.arrivals(rows, known, counted, told.rejected, found)]
    return Gathered(told, dict(found), counted["machines"], counted["lines"])
