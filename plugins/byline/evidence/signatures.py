"""Which commits show that an author stands behind a work: signed by that author's key, and holding it as it is now.

A tree holds everything, so a signature under a whole tree says little about one text in it. A commit counts for a work
when its signer either made this version of it (wrote and committed a change to one of its files), or says so in the
signed message, with a line `Signs: articles/2026/why-we-moved.md`. A commit that somebody else wrote, and that was
merely carried along by a rebase or a merge, counts only with such a line.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass

from ..changes import Since
from ..repository import Repository
from .keys import Keyring
from .works import Work

MOST_COMMITS = 500
SIGNS = "Signs"
FIELDS = (
    *("%H", "%P", "%an", "%ae", "%ce", "%(trailers:key=Signs,valueonly,unfold,separator=%x0A)"),
    "%(trailers:key=Signed-off-by,key=Co-authored-by,valueonly,unfold,separator=%x0A)",
)


@dataclass(frozen=True)
class Commit:
    """One commit.

    own     whoever committed it wrote it, and it is no merge
    signs   the paths that its message names
    named   the people whom its trailers name
    """

    name: str
    parents: int
    own: bool
    writer: str
    signs: frozenset[str]
    named: tuple[str, ...]

    def names(self, path: str) -> bool:
        """Whether its message says that it signs a path, written from the content folder or the repository's root."""
        whole = {written for written in self.signs if written.startswith(("articles/", "authors/"))}
        return path in self.signs or any(path.endswith(f"/{written}") for written in whole)


def commits_of(since: Since) -> list[Commit]:
    """The commits that the base does not have, newest first, at most 500."""
    if since.rev == since.head:
        return []
    told = since.repository.ask(
        *("log", "-z", "--encoding=UTF-8", f"--max-count={MOST_COMMITS}", f"--format={'%x00'.join(FIELDS)}%x00"),
        f"{since.rev}..{since.head}",
    )
    parts = told.decode("utf-8", "replace").split("\0")
    width = len(FIELDS) + 1
    return [_commit(*parts[start : start + width - 1]) for start in range(0, len(parts) - width + 1, width)]


def described(repository: Repository, commit: str) -> Commit:
    """What one commit says of itself."""
    told = repository.ask("log", "--no-walk", "--encoding=UTF-8", f"--format={'%x00'.join(FIELDS)}", commit, "--")
    return _commit(*told.decode("utf-8", "replace").removesuffix("\n").split("\0"))


def _commit(name: str, parents: str, writer: str, wrote: str, committed: str, signs: str, named: str) -> Commit:
    people = tuple(line.partition("<")[0].strip() for line in named.splitlines() if line.strip())
    paths = frozenset(line.strip() for line in signs.splitlines() if line.strip())
    count = len(parents.split())
    return Commit(name, count, count < 2 and wrote == committed, writer, paths, people)


def makers(since: Since, work: Work) -> frozenset[str]:
    """The commits that change a file of the work, merges left aside."""
    if since.rev == since.head:
        return frozenset()
    told = since.repository.ask(
        *("log", "--no-merges", "--full-history", f"--max-count={MOST_COMMITS}", "--format=%H"),
        *(f"{since.rev}..{since.head}", "--", *work.files),
    )
    return frozenset(told.decode("ascii").split())


def candidates(since: Since, work: Work, commits: Iterable[Commit], made: frozenset[str]) -> list[str]:
    """The commits that would show it if the author's key signed them: they hold the work exactly as the head does."""
    place = os.fsdecode(since.repository.ask("rev-parse", "--show-prefix")).removesuffix("\n") + work.source
    willing = [one.name for one in commits if (one.own and one.name in made) or one.names(place)]
    now = _held(since.repository, since.head, work.files) if willing else b""
    return [name for name in willing if now and _held(since.repository, name, work.files) == now]


def _held(repository: Repository, commit: str, files: Iterable[str]) -> bytes:
    """Names and contents of these files in a commit, as git identifies them."""
    return repository.ask("ls-tree", "-z", commit, "--", *files)


def is_signed(repository: Repository, commit: str, ring: Keyring) -> bool:
    """Whether git finds a good signature of this person under a commit."""
    asked = ("log", "--no-walk", "--format=%G?%x00%GS%x00%GF", commit, "--")
    told = repository.run(*ring.options, *asked, given=b"", **ring.variables)
    state, signer, key, *_ = (*told.stdout.decode("utf-8", "replace").rstrip("\n").split("\0"), "", "")
    if key.startswith("SHA256:"):  # SSH: good, and by somebody on the list
        return (state, signer) == ("G", ring.author)
    return bool(key) and state in ("G", "U")  # GPG: good; the keyring holds this person's keys alone, trusted or not
