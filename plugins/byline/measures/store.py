"""Where visits are kept: `programme/measures/`, a month in two files.

`visits-<yyyymm>.parquet` holds the rows, for machines; `visits-<yyyymm>.json` is its ledger, for people: which files
were imported, which days each covers, and what was counted. The same imports give the same bytes in both.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..refusals import Refusal
from .rows import Rows, merged

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FOLDER = "measures"
SCHEMA = "byline.measures/1"
MONTH = re.compile(r"visits-(\d{4})(0[1-9]|1[0-2])\.json")


class StoreError(Refusal):
    """What is kept cannot be read or added to; the text says what to do."""


@dataclass(frozen=True)
class Counted:
    """What one file says of one day: visits by our share links, by links that nobody knows, and by no such link."""

    attributed: int = 0
    unknown: int = 0
    untagged: int = 0

    @property
    def visits(self) -> int:
        """All of them."""
        return self.attributed + self.unknown + self.untagged


@dataclass(frozen=True)
class Import:
    """Files that were imported together, as the ledger of a month tells it. `files` are names by the SHA-256 of each.

    channel   the only channel that it tells of; empty: all
    days      what it says of each day of the month; of a tool's own totals (`total`), nothing but visits is known
    unknown   visits by each word that nobody knows, the most frequent first
    rejected  lines that say nothing that can be counted, by reason; in the ledger of the first month alone
    previews  how often machines of networks fetched an article, by month (its first day), article and channel
    """

    files: Mapping[str, str]
    tool: str
    channel: str = ""
    total: bool = False
    days: Mapping[date, Counted] = field(default_factory=dict)
    unknown: Mapping[str, int] = field(default_factory=dict)
    rejected: Mapping[str, int] = field(default_factory=dict)
    previews: Mapping[tuple[date, str, str], int] = field(default_factory=dict)

    def overlap(self, other: Import) -> tuple[date, ...]:
        """The days that both tell of, in order. Totals are beside the rows, never among them."""
        if self.total != other.total or (self.channel and other.channel and self.channel != other.channel):
            return ()
        return tuple(sorted(self.days.keys() & other.days.keys()))


def names_of(entry: Import) -> str:
    """The names of its files."""
    return ", ".join(sorted(entry.files.values()))


@dataclass(frozen=True)
class Month:
    """The rows of a month, in tables that are yet to be put together, and where they come from."""

    visits: tuple[Rows, ...] = ()
    imports: tuple[Import, ...] = ()


def months(programme: Path) -> tuple[str, ...]:
    """The months that are kept, such as `2026-06`, in order."""
    folder = programme / FOLDER
    names = (MONTH.fullmatch(one.name) for one in folder.iterdir()) if folder.is_dir() else ()
    return tuple(sorted(f"{name[1]}-{name[2]}" for name in names if name))


def load(programme: Path, month: str, db: DuckDBPyConnection) -> Month:
    """A month as it is kept, empty when it is not; raises `StoreError` when its two files do not belong together."""
    rows, ledger = _paths(programme, month)
    if not ledger.is_file():
        return Month()
    try:
        said = json.loads(ledger.read_text("utf-8"))
        if said["schema"] != SCHEMA:
            raise ValueError(f"the schema is {said['schema']!r}, this Byline knows {SCHEMA!r}")
        if hashlib.sha256(rows.read_bytes()).hexdigest() != said["rows"]:
            raise ValueError(f"{rows.name} is not the file that it speaks of")
        return Month((Rows.read(db, rows),), tuple(map(_import, said["imports"])))
    except (OSError, KeyError, TypeError, ValueError) as error:
        hint = "Put both files back from the last copy that belongs together, or remove both and import again"
        raise StoreError(f"{ledger}: {error}. {hint}") from None


def files_of(programme: Path, month: str, kept: Month) -> dict[Path, bytes | None]:
    """Both files of a month, to be put in place as one change; a month without any import leaves (None)."""
    rows, ledger = _paths(programme, month)
    if not kept.imports:
        return {rows: None, ledger: None}
    data = merged(kept.visits).as_parquet()
    said = {
        "schema": SCHEMA,
        "rows": hashlib.sha256(data).hexdigest(),
        "imports": [_told(one) for one in sorted(kept.imports, key=_order)],
    }
    return {rows: data, ledger: (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()}


def _paths(programme: Path, month: str) -> tuple[Path, Path]:
    stem = programme / FOLDER / f"visits-{month.replace('-', '')}"
    return stem.with_suffix(".parquet"), stem.with_suffix(".json")


def _order(one: Import) -> tuple[Any, ...]:
    return min(one.days, default=date.max), one.tool, one.channel, sorted(one.files)


def _told(one: Import) -> dict[str, Any]:
    days = {
        day.isoformat(): {"visits": c.visits, "attributed": c.attributed, "unknown": c.unknown, "untagged": c.untagged}
        for day, c in sorted(one.days.items())
    }
    told: dict[str, Any] = {
        "files": [{"sha256": digest, "name": name} for digest, name in sorted(one.files.items())],
        "tool": one.tool,
        "days": days,
    }
    told |= {"channel": one.channel} if one.channel else {}
    told |= {"total": True} if one.total else {}
    told |= {"unknown": dict(one.unknown)} if one.unknown else {}
    told |= {"rejected": dict(sorted(one.rejected.items()))} if one.rejected else {}
    previews: dict[str, dict[str, int]] = {}
    for (_, article, channel), number in sorted(one.previews.items()):
        previews.setdefault(article, {})[channel] = number
    return told | ({"previews": previews} if previews else {})


def _import(told: Mapping[str, Any]) -> Import:
    days = {
        date.fromisoformat(day): Counted(number["attributed"], number["unknown"], number["untagged"])
        for day, number in told["days"].items()
    }
    month = min(days).replace(day=1) if days else date.min
    previews = {
        (month, article, channel): number
        for article, channels in told.get("previews", {}).items()
        for channel, number in channels.items()
    }
    files = {file["sha256"]: file["name"] for file in told["files"]}
    channel, total = told.get("channel", ""), told.get("total", False)
    return Import(
        files, told["tool"], channel, total, days, told.get("unknown", {}), told.get("rejected", {}), previews
    )
