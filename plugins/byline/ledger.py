"""The ledger: what was made from the same inputs is not made again.

One SQLite file in the cache folder maps a hash of (kind, inputs, versions) to bytes, with a checksum: an entry that was
altered or cut off is a miss, a file that is no database is begun anew, and a folder that cannot be written costs time,
never correctness. Nothing in it is executable: values are JSON or pictures, never pickle.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .workers import in_processes

log = logging.getLogger(__name__)

OWN_CODE = sorted(Path(__file__).parent.rglob("*.py"))
MAKERS = ("Markdown", "pymdown-extensions", "Pygments", "nh3", "pillow", "pelican")
# What made a value is one of its inputs: libraries by version, our own code by content, so that a change to it counts.
VERSIONS = [
    *(f"{name} {version(name)}" for name in MAKERS),
    hashlib.sha256(b"".join(path.read_bytes() for path in OWN_CODE)).hexdigest(),
]


def fingerprint(*inputs: Any) -> str:
    """A hash of JSON values and bytes that is the same on every machine; raises TypeError for anything else."""
    return hashlib.sha256(json.dumps(inputs, sort_keys=True, default=_plain).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    raise TypeError(f"not an input: {type(value).__name__}")


class Ledger:
    """Remembers bytes by what they were made from. Without a folder it remembers for one build only."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = folder / "ledger.sqlite" if folder else None
        self._database = self._open()

    def remember(self, kind: str, key: str, inputs: Sequence[Any], make: Callable[[], bytes]) -> bytes:
        """What `make` returned for the same inputs before, else what it returns now. `key` names it in the log."""
        return self.remember_all(kind, [(key, inputs)], lambda _: make(), processes=1)[0]

    def remember_all(
        self,
        kind: str,
        items: Sequence[tuple[str, Sequence[Any]]],
        make: Callable[[int], bytes],
        processes: int | None = None,
    ) -> list[bytes]:
        """The same for many: `make(index)` is called, in forked processes, for those not yet remembered."""
        hashes = [fingerprint(kind, list(inputs), VERSIONS) for _, inputs in items]
        found = self._read(set(hashes))
        missing = [index for index, one in enumerate(hashes) if one not in found]
        if missing:
            log.info("making %d of %d: %s", len(missing), len(items), kind)
        for index in missing:
            log.debug("%s: made %s", kind, items[index][0])
        made = dict(zip(missing, in_processes(make, missing, processes), strict=True))
        self._write({hashes[index]: data for index, data in made.items()})
        return [made[index] if index in made else found[one] for index, one in enumerate(hashes)]

    def _open(self) -> sqlite3.Connection:
        if self._file is None:
            return _prepared(sqlite3.connect(":memory:"))
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            return self._opened()
        except (OSError, sqlite3.Error) as error:
            log.warning("the cache %s cannot be used (%s); this build is slower", self._file, error)
            return _prepared(sqlite3.connect(":memory:"))

    def _opened(self) -> sqlite3.Connection:
        assert self._file
        try:
            return _prepared(sqlite3.connect(self._file, timeout=30))
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._file.unlink()
            return _prepared(sqlite3.connect(self._file, timeout=30))

    def _read(self, wanted: set[str]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        try:
            for one in sorted(wanted):
                row = self._database.execute("SELECT sum, data FROM made WHERE hash = ?", (one,)).fetchone()
                if row and _sum(row[1]) == row[0]:
                    found[one] = row[1]
        except sqlite3.Error as error:
            log.warning("the cache cannot be read (%s); this build is slower", error)
        return found

    def _write(self, made: dict[str, bytes]) -> None:
        if not made:
            return
        rows = [(one, _sum(data), data) for one, data in made.items()]
        try:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", rows)
        except sqlite3.Error as error:
            log.warning("the cache cannot be written (%s); the next build is slower", error)


def _prepared(database: sqlite3.Connection) -> sqlite3.Connection:
    database.execute("PRAGMA synchronous = OFF")
    database.execute("CREATE TABLE IF NOT EXISTS made (hash TEXT PRIMARY KEY, sum TEXT, data BLOB) WITHOUT ROWID")
    return database


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def packed(parts: Sequence[bytes]) -> bytes:
    """Several byte strings as one value: a line of their lengths, then themselves."""
    return " ".join(str(len(part)) for part in parts).encode() + b"\n" + b"".join(parts)


def unpacked(data: bytes) -> list[bytes]:
    """What `packed` put together."""
    lengths, _, rest = data.partition(b"\n")
    parts = []
    for length in map(int, lengths.split()):
        parts.append(rest[:length])
        rest = rest[length:]
    return parts
