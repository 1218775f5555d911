"""What differs from the base: the files of the content folder that a pull request, or a day's work, changes.

Changes are counted from the commit where this checkout left the base, as a pull request shows them: what the base has
gained since then is nobody's change here. Files that are not committed yet count too. What must be trusted, such as
somebody's keys, is read from the base as it stands now (`now_at_base`): a branch may begin anywhere in the past.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from .model import Change
from .repository import Repository
from .sources import unsafe

DIFF = (
    *("diff", "--raw", "-z", "--no-color", "--no-ext-diff", "--no-textconv", "--no-abbrev", "--relative"),
    *("--ignore-submodules=all", "--find-renames=50%", "-l10000", "-O/dev/null"),
)
Kind = Literal["added", "edited", "renamed", "deleted"]
KINDS: dict[str, Kind] = {"A": "added", "D": "deleted", "R": "renamed", "M": "edited", "T": "edited"}


@dataclass(frozen=True)
class Since:
    """What differs from a base commit.

    rev          full name of the base commit that was asked for
    parting      full name of the commit where this checkout left it; changes are counted from there
    head         full name of the commit that is checked out
    changes      every file that differs, by path; an unsafe name stands in its printable form
    repository   whom to ask for more
    """

    rev: str
    parting: str
    head: str
    changes: tuple[Change, ...] = ()
    repository: Repository = field(default=Repository(Path()), repr=False)

    def text(self, path: str) -> bytes | None:
        """A file as it was before these changes; None when it was not there."""
        return self._blob(self.parting, path)

    def now_at_base(self, path: str) -> bytes | None:
        """A file as the base has it now; None when it is not there."""
        return self._blob(self.rev, path)

    def _blob(self, commit: str, path: str) -> bytes | None:
        """A file in a commit; git is asked once, because each answer takes as long as reading many texts."""
        key = (commit, path)
        if key not in self._blobs:
            self._blobs[key] = self.repository.blob(commit, path)
        return self._blobs[key]

    @cached_property
    def _blobs(self) -> dict[tuple[str, str], bytes | None]:
        return {}

    @cached_property
    def paths(self) -> frozenset[str]:
        """The files that are new or different."""
        return frozenset(change.path for change in self.changes if change.path)

    @cached_property
    def gone(self) -> frozenset[str]:
        """The paths where a file was, and is no longer."""
        return frozenset(change.was for change in self.changes if change.was and change.was != change.path)

    @cached_property
    def unsaved(self) -> frozenset[str]:
        """The changed files that differ from the commit that is checked out: nobody can have approved those."""
        changes = self.changes if self.parting == self.head else _differences(self.repository, self.head)
        return frozenset(change.path for change in changes if change.path)


def changes_since(content: Path, rev: str) -> Since:
    """What differs between a revision and the content folder as it is now; raises `RevisionError`."""
    repository = Repository(content)
    base, head = repository.commits(rev, "HEAD")
    parting = repository.parting(base, head)
    return Since(base, parting, head, tuple(_differences(repository, parting)), repository)


def _differences(repository: Repository, commit: str) -> list[Change]:
    """The folder as it is now against a commit, by path."""
    new = repository.ask("ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    if not new:
        return _changes(repository.ask(*DIFF, commit, "--", "."))
    # A file that git does not know yet is not compared. A copy of the index knows it by name: so nothing of the
    # person's repository is touched, and a file that was moved without telling git is seen as moved.
    index = repository.ask("rev-parse", "--path-format=absolute", "--git-path", "index")
    with TemporaryDirectory(prefix="byline-") as folder:
        copy = Path(folder) / "index"
        known = Path(os.fsdecode(index).removesuffix("\n"))
        if known.exists():
            shutil.copyfile(known, copy)
        repository.ask("add", "--intent-to-add", "--", ".", GIT_INDEX_FILE=str(copy))
        return _changes(repository.ask(*DIFF, commit, "--", ".", GIT_INDEX_FILE=str(copy)))


def _changes(raw: bytes) -> list[Change]:
    parts = iter(os.fsdecode(part) for part in raw.split(b"\0"))
    return sorted(_each(parts), key=lambda change: (change.path or change.was, change.was))


def _each(parts: Iterator[str]) -> Iterable[Change]:
    """From `:100644 100644 <blob> <blob> R100`, then one path, or two for a file that was renamed."""
    for head in parts:
        if not head.startswith(":"):
            continue
        kind = KINDS.get(head.rpartition(" ")[2][:1], "edited")
        was = path = next(parts)
        if kind == "renamed":
            path = next(parts)
        yield Change(kind, "" if kind == "deleted" else _shown(path), "" if kind == "added" else _shown(was))


def _shown(path: str) -> str:
    """A path as findings name it: a name that no message can hold stands in its printable form."""
    return "/".join(unsafe(name) or name for name in path.split("/"))
