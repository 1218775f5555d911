"""From the stage to the output: a file is wholly old or wholly new, and an interrupted commit is completed later.

Siblings of each output folder: `.<name>.byline-stage` holds what was rendered, `.<name>.byline-journal` what a commit
is about to do, `.<name>.byline-lock` keeps a second build waiting.
"""

from __future__ import annotations

import fcntl
import filecmp
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


class OutputError(Exception):
    """The output folder cannot be used; the text says why and what to do."""


@dataclass(frozen=True)
class Root:
    """An output folder; `mark` is a file that every build of ours puts into it."""

    output: Path
    mark: str

    def beside(self, what: str) -> Path:
        """Its stage, journal or lock."""
        return self.output.parent / f".{self.output.name}.byline-{what}"

    @property
    def stage(self) -> Path:
        """Where its next content is rendered."""
        return self.beside("stage")


@dataclass(frozen=True)
class Plan:
    """What a commit does in one root: paths relative to it."""

    root: Root
    place: tuple[str, ...]
    sweep: tuple[str, ...]


@contextmanager
def locked(roots: Sequence[Root]) -> Iterator[None]:
    """One build at a time for an output; the second waits. The system frees the lock of a process that died."""
    with open(_made(roots[0].beside("lock")), "w") as lock:  # noqa: PTH123  flock wants a plain file
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare(roots: Sequence[Root], never: Sequence[Path]) -> None:
    """Complete what an earlier command left half done, then empty the stages.

    Raises `OutputError` when an output folder holds, or lies above, something that is not Byline's to sweep.
    """
    recover(roots)
    for root in roots:
        _refuse_foreign(root, never)
        if root.stage.exists():
            shutil.rmtree(root.stage)
        root.stage.mkdir(parents=True)


def commit(roots: Sequence[Root]) -> tuple[int, int]:
    """Make every output what its stage is; returns how many files were placed and how many swept."""
    plans = [_plan(root) for root in roots]
    journal = roots[0].beside("journal")
    text = json.dumps([[str(p.root.output.absolute()), p.root.mark, p.place, p.sweep] for p in plans])
    _write_durably(journal, text)
    _carry_out(plans)
    journal.unlink()
    for root in roots:
        shutil.rmtree(root.stage, ignore_errors=True)
    return sum(len(plan.place) for plan in plans), sum(len(plan.sweep) for plan in plans)


def interrupted(roots: Sequence[Root]) -> bool:
    """Whether a commit has begun that nobody ended."""
    return roots[0].beside("journal").is_file()


def recover(roots: Sequence[Root]) -> None:
    """Complete an interrupted commit, if there is one."""
    if not interrupted(roots):
        return
    journal = roots[0].beside("journal")
    rows = json.loads(journal.read_text("utf-8"))
    _carry_out([Plan(Root(Path(output), mark), tuple(place), tuple(sweep)) for output, mark, place, sweep in rows])
    journal.unlink()


def files_below(folder: Path) -> list[str]:
    """Every file below a folder, as sorted POSIX paths."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()
    )


def _plan(root: Root) -> Plan:
    """Only what differs moves, so that unchanged files keep their dates."""
    new, old = files_below(root.stage), files_below(root.output) if root.output.is_dir() else []
    kept = {path for path in set(new) & set(old) if _same(root.stage / path, root.output / path)}
    return Plan(root, tuple(p for p in new if p not in kept), tuple(p for p in old if p not in set(new)))


def _same(one: Path, other: Path) -> bool:
    return not other.is_symlink() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def _carry_out(plans: Sequence[Plan]) -> None:
    """New files first, then the sweep: a page never waits for its pictures. May be done again from any point."""
    for plan in plans:
        for path in plan.place:
            if (plan.root.stage / path).exists():
                _put(plan.root.stage / path, plan.root.output, path)
    for plan in plans:
        for path in plan.sweep:
            _sweep(plan.root.output, path)


def _put(staged: Path, output: Path, path: str) -> None:
    target = output / path
    for parent in reversed(target.parents):
        if parent.is_relative_to(output) and parent != output and (parent.is_file() or parent.is_symlink()):
            parent.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    os.replace(staged, target)  # noqa: PTH105  the one call that is atomic on every system


def _sweep(output: Path, path: str) -> None:
    gone = output / path
    if gone.is_symlink() or gone.is_file():
        gone.unlink()
    for parent in gone.parents:
        if parent == output or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()


def _refuse_foreign(root: Root, never: Sequence[Path]) -> None:
    output = root.output.resolve()
    for folder in never:
        if folder.resolve().is_relative_to(output) or (folder.is_dir() and output.is_relative_to(folder.resolve())):
            raise OutputError(f"{root.output} would overwrite {folder}: choose another folder for what is built.")
    if root.output.is_symlink() or (root.output.exists() and not root.output.is_dir()):
        raise OutputError(f"{root.output} is not a folder: choose another one for what is built.")
    if root.output.is_dir() and any(root.output.iterdir()) and not (root.output / root.mark).exists():
        raise OutputError(f"{root.output} holds files that Byline did not make: choose an empty folder, or empty it.")


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _write_durably(path: Path, text: str) -> None:
    draft = path.with_name(path.name + "-new")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
