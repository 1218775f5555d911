"""The ledger: what was made from the same inputs is not made again.

One SQLite file in the cache folder maps a hash of (kind, inputs, versions) to bytes, with a checksum: an entry that was
altered or cut off is a miss, a file that is no database is begun anew, and a folder that cannot be written costs time,
never correctness. Nothing in it is executable: values are JSON or pictures, never pickle.

Besides, it keeps notes: what one build wants to tell the next, under a name, such as what stands in an output folder.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .forgetting import forget
from .plain_json import heard, told
from .workers import in_processes

log = logging.getLogger(__name__)

MAKERS = ("Markdown", "pymdown-extensions", "Pygments", "nh3", "pillow", "pelican", "jinja2", "babel")
AT_ONCE = 500  # how many entries one question asks for


@cache
def versions() -> tuple[str, ...]:
    """What made a value is one of its inputs: libraries by version, our own code by content, so that changes count."""
    code = hashlib.sha256()
    for path in sorted(_modules(str(Path(__file__).parent))):
        with open(path, "rb") as module:  # noqa: PTH123  some 300 of them at each start
            code.update(module.read())
    return (*(f"{name} {version(name)}" for name in MAKERS), code.hexdigest())


def _modules(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _modules(entry.path)
        elif entry.name.endswith(".py"):
            yield entry.path


def fingerprint(*inputs: Any) -> str:
    """A hash of JSON values and bytes that is the same on every machine; raises TypeError for anything else."""
    return hashlib.sha256(told(inputs, _plain, ordered=True)).hexdigest()


@cache
def _versions_hash() -> str:
    return fingerprint(versions())


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    raise TypeError(f"not an input: {type(value).__name__}")


class Ledger:
    """Remembers bytes by what they were made from. Without a folder it remembers for one build only."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = folder / "ledger.sqlite" if folder else None
        self._unwritten: dict[str, bytes] = {}  # what could not be kept is at least at hand until this build ends
        self._troubled = False
        self._named: set[str] = set()
        self._database, self._process = self._open(), os.getpid()

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
        hashes = [self.name(kind, inputs) for _, inputs in items]
        found = self.read(hashes)
        missing = [index for index, one in enumerate(hashes) if one not in found]
        if missing:
            log.info("making %d of %d: %s", len(missing), len(items), kind)
        for index in missing:
            log.debug("%s: made %s", kind, items[index][0])
        made = dict(zip(missing, in_processes(make, missing, processes), strict=True))
        self.write(kind, {hashes[index]: data for index, data in made.items()})
        return [made[index] if index in made else found[one] for index, one in enumerate(hashes)]

    def heads(
        self,
        kind: str,
        items: Sequence[tuple[str, Sequence[Any]]],
        make: Callable[[int], bytes],
        head: Callable[[bytes], Any],
        processes: int | None = None,
    ) -> list[tuple[Any, Callable[[], bytes]]]:
        """The same, when only a few facts of each are needed at once: what `head` gives, as JSON has it, of what was
        made, and a function that brings the whole.
        """
        names = [self.name(kind, inputs) for _, inputs in items]
        noted = self.note(f"heads: {kind}") or {}
        known = {name: noted[name] for name in names if name in noted}
        rest = [index for index, name in enumerate(names) if name not in known]
        made = self.remember_all(kind, [items[index] for index in rest], lambda n: make(rest[n]), processes)
        known |= {names[index]: heard(told(head(data))) for index, data in zip(rest, made, strict=True)}
        if known != noted:
            self.keep_note(f"heads: {kind}", known)
        return [(known[name], partial(self._whole, name, partial(make, index))) for index, name in enumerate(names)]

    def _whole(self, name: str, make: Callable[[], bytes]) -> bytes:
        return self.read([name]).get(name) or make()

    def name(self, kind: str, inputs: Sequence[Any]) -> str:
        """What an entry is found by."""
        found = fingerprint(_versions_hash(), kind, list(inputs))
        self._named.add(found)
        return found

    def still(self, names: Iterable[str]) -> None:
        """Say that entries are wanted, which nobody reads this time."""
        self._named.update(names)

    def prune(self, today: int) -> None:
        """Forget what no build has named for a while, once on a day; `today` counts days from anywhere. Whatever goes
        can be made again.
        """
        if self._file and not self._troubled:
            try:
                forget(self._database, self._named, today)
            except sqlite3.Error as error:
                self._trouble("written, so the next build is slower", error)

    def read(self, wanted: Collection[str]) -> dict[str, bytes]:
        """The entries that are there, and whole, by their names. May be asked in a forked process too."""
        found = {name: self._unwritten[name] for name in wanted if name in self._unwritten}
        asked = sorted(set(wanted) - set(found))
        try:
            for start in range(0, len(asked), AT_ONCE):
                found |= self._read(asked[start : start + AT_ONCE])
        except sqlite3.Error as error:
            self._trouble("read, so this build is slower", error)
        return found

    def _read(self, names: Sequence[str]) -> dict[str, bytes]:
        question = f"SELECT name, sum, data FROM entries WHERE name IN ({','.join('?' * len(names))})"  # noqa: S608
        rows = self._reader().execute(question, names)
        return {name: data for name, check, data in rows if _sum(data) == check}

    def write(self, kind: str, made: Mapping[str, bytes]) -> None:
        """Keep entries by their names."""
        rows = ((name, kind, _sum(data), data) for name, data in made.items())
        if made and not self._written(
            "INSERT OR REPLACE INTO entries (name, kind, sum, data) VALUES (?, ?, ?, ?)", rows
        ):
            self._unwritten |= made

    def note(self, name: str) -> Any:
        """What an earlier build of the same versions noted under a name; None when it did not, or cannot be read."""
        try:
            data = self.read([self.name("note", [name])]).popitem()[1]
            return heard(data)
        except (KeyError, ValueError):
            return None

    def keep_note(self, name: str, value: Any) -> None:
        """Note JSON values for the next build, in the place of what was noted under this name."""
        self.write("note", {self.name("note", [name]): told(value)})

    def _written(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> bool:
        try:
            with self._database:
                self._database.executemany(statement, rows)
        except sqlite3.Error as error:
            self._trouble("written, so the next build is slower", error)
            return False
        return True

    def _trouble(self, sentence: str, error: sqlite3.Error) -> None:
        """Say so once; a file that is damaged within is begun anew, so that it does not stay so."""
        if not self._troubled:
            log.warning("the cache cannot be %s (%s)", sentence, error)
        self._troubled = True
        if not isinstance(error, sqlite3.OperationalError) and self._file and self._process == os.getpid():
            self._database.close()
            self._file.unlink(missing_ok=True)
            self._database = self._open()

    def _reader(self) -> sqlite3.Connection:
        """The database; in a forked process its own connection, because SQLite's cannot be shared."""
        if self._file and self._process != os.getpid():
            self._database, self._process = self._open(), os.getpid()
        return self._database

    def _open(self) -> sqlite3.Connection:
        if self._file is None:
            return _prepared(sqlite3.connect(":memory:"))
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            return self._opened()
        except (OSError, sqlite3.Error) as error:
            log.warning("the cache %s cannot be used (%s); this build is slower", self._file, error)
            self._file = None
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


def _prepared(database: sqlite3.Connection) -> sqlite3.Connection:
    database.execute("PRAGMA synchronous = OFF")
    database.execute("DROP TABLE IF EXISTS made")  # of Byline before it kept kinds
    # `day` is when a build last named an entry; a build that did not look at it yet leaves it open.
    database.execute(
        "CREATE TABLE IF NOT EXISTS entries (name TEXT PRIMARY KEY, kind TEXT, sum TEXT, data BLOB, day INTEGER)"
    )
    if not any(column[1] == "day" for column in database.execute("PRAGMA table_info(entries)")):
        database.execute("ALTER TABLE entries ADD COLUMN day INTEGER")  # of Byline before it forgot
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
