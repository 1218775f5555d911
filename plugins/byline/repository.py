"""Git, asked for facts: what a repository holds, never anything that would run a program of its choosing.

Nobody's text becomes an option or a command: arguments are lists, revisions and paths stand behind markers, and file
names are separated by NUL bytes. Hooks, monitors, text conversions and external diffs stay off, nothing is fetched, and
variables that would lead git to another repository are not handed on. Whether a repository that belongs to another user
is trusted at all remains git's own decision (`safe.directory`).
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .refusals import WrongUse

REVISION = re.compile(r"(?!-)[^\x00-\x20\x7f]{1,200}")
SHA = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
QUIET = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat"),
    *("-c", "diff.external=", "-c", "protocol.allow=never", "-c", "log.showSignature=false", "--no-pager"),
)
KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM")


class RevisionError(WrongUse):
    """What was asked about a repository has no answer; the text says what to do."""


@dataclass(frozen=True)
class Repository:
    """The repository that holds a folder; paths are relative to that folder."""

    folder: Path

    def ask(self, *arguments: str, fails: str = "", **more: str) -> bytes:
        """What git answers in this folder; raises `RevisionError` with `fails`, or with git's own words."""
        done = self.run(*arguments, given=b"", **more)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
            raise RevisionError(fails or f"git cannot say what --since asks: {said}")
        return done.stdout

    def run(self, *arguments: str, given: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
        """One git command with these variables added to its environment, whatever comes of it; it reads `given`."""
        try:
            return subprocess.run(
                ["git", *QUIET, *arguments],
                cwd=self.folder,
                env=_environment(more),
                input=given,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise RevisionError("git is missing: install it to use --since") from None

    def commits(self, *revisions: str) -> list[str]:
        """The full names of several commits; git is asked once, and once more for the one that it does not know."""
        if all(map(REVISION.fullmatch, revisions)):
            asked = "".join(f"{revision}^{{commit}}\n" for revision in revisions)
            told = self.run("cat-file", "--batch-check=%(objectname)", given=os.fsencode(asked)).stdout.split()
            names = [name.decode("ascii", "replace") for name in told]
            if len(names) == len(revisions) and all(map(SHA.fullmatch, names)):
                return names
        return [self.commit(revision) for revision in revisions]

    def commit(self, revision: str) -> str:
        """The full name of the commit that a person's revision means; raises `RevisionError`."""
        if not REVISION.fullmatch(revision):
            raise RevisionError(f"--since {_shown(revision)} is no revision: name a branch, a tag or a commit")
        found = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        name = found.stdout.decode("ascii", "replace").strip()
        if found.returncode or not SHA.fullmatch(name):
            self.ask("rev-parse", "--git-dir", fails=f"--since needs a git repository, and {self.folder} is in none")
            raise RevisionError(f"--since {_shown(revision)}: this repository has no such commit. {self._help()}")
        return name

    def parting(self, base: str, head: str) -> str:
        """The commit where `head` left `base`: what is new since then is what a pull request changes."""
        if base == head:
            return base
        found = self.run("merge-base", "--end-of-options", base, head)
        if found.returncode:
            raise RevisionError(f"--since {base[:12]}: it has no past in common with this checkout. {self._help()}")
        return found.stdout.decode("ascii").split()[0]

    def blob(self, commit: str, path: str) -> bytes | None:
        """A file as it is in a commit; None when there is none."""
        done = self.run("cat-file", "blob", f"{commit}:./{path}")
        return None if done.returncode else done.stdout

    def _help(self) -> str:
        shallow = self.run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        if shallow:
            return "The clone is shallow: fetch the whole history with `git fetch --unshallow` (`fetch-depth: 0` in CI)"
        return "Fetch it first, such as with `git fetch origin main`, and name it as `git log` shows it"


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in KEPT}
    fixed = {"LC_ALL": "C.UTF-8", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    fixed["GIT_LITERAL_PATHSPECS"] = "1"
    return {**kept, **fixed, **more}


def _shown(revision: str) -> str:
    """A revision as a log may print it."""
    return ascii(revision[:80])
