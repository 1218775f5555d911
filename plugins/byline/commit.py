"""From the stage to the output: a file is wholly old or wholly new, and an interrupted commit is completed later.

Siblings of each output folder: `.<name>.byline-stage` holds what was rendered, `.<name>.byline-journal` what a commit
is about to do, `.<name>.byline-lock` keeps a second build waiting, `.<name>.byline-made` says that its content is ours
to sweep, and holds the sign of the last commit, `.<name>.byline-reports` names the files of `byline report`, which no
build sweeps.
"""

from __future__ import annotations

import fcntl
import filecmp
import json
import os
import posixpath
import shutil
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .refusals import Refusal


class OutputError(Refusal):
    """The output folder cannot be used; the text says why and what to do."""


@dataclass(frozen=True)
class Root:
    """An output folder. Its siblings tell that it is ours: a build that placed files there left `made` beside it."""

    output: Path

    def beside(self, what: str) -> Path:
        """Its stage, journal, lock, or the sign that we made it."""
        return self.output.parent / f".{self.output.name}.byline-{what}"

    @property
    def sign(self) -> str:
        """What the last commit was called; empty when none was, or when it was interrupted."""
        try:
            return self.beside("made").read_text("utf-8")
        except (OSError, ValueError):
            return ""

    @property
    def stage(self) -> Path:
        """Where its next content is rendered."""
        return self.beside("stage")


@dataclass(frozen=True)
class Plan:
    """What a commit does in one root: paths relative to it. What is `staged` and not placed was there already."""

    root: Root
    place: tuple[str, ...]
    sweep: tuple[str, ...]
    staged: tuple[str, ...] = ()


@contextmanager
def locked(roots: Sequence[Root]) -> Iterator[None]:
    """One build at a time for each output; the second waits. The system frees the locks of a process that died.

    Raises `OutputError` where nothing can be written.
    """
    with ExitStack() as locks:
        for root in sorted(roots, key=lambda root: str(root.output)):
            try:
                lock = locks.enter_context(_made(root.beside("lock")).open("w"))
            except OSError as error:
                message = f"{root.output} cannot be written ({error.strerror}). Choose another folder."
                raise OutputError(message) from None
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare(roots: Sequence[Root], never: Sequence[Path]) -> None:
    """Complete what an earlier command left half done, then empty the stages.

    Raises `OutputError` when an output folder holds, or lies above, something that is not Byline's to sweep.
    """
    recover(roots)
    for root in roots:
        refuse_foreign(root, never)
        if root.stage.exists():
            shutil.rmtree(root.stage)
        root.stage.mkdir(parents=True)


def commit(
    roots: Sequence[Root],
    kept: Sequence[Collection[str]] | None = None,
    there: Sequence[Collection[str]] | None = None,
) -> list[Plan]:
    """Make every output what its stage is, and what is `kept` there; returns what was placed and what was swept, files
    that somebody else put there too. `there` are the files of each, where somebody has just looked.
    """
    nothing: Sequence[tuple[str, ...]] = [()] * len(roots)
    old = there or [files_below(root.output) for root in roots]
    return _commit(
        roots,
        [_moved(root, files_below(root.stage), *one) for root, *one in zip(roots, old, kept or nothing, strict=True)],
    )


def reported(root: Root) -> frozenset[str]:
    """The files of an output that `byline report` put there: no build makes them, and none removes them."""
    try:
        return frozenset(root.beside("reports").read_text("utf-8").splitlines())
    except (OSError, ValueError):
        return frozenset()


def commit_folder(roots: Sequence[Root], root: Root, folder: str) -> bool:
    """Put one folder of one output in place and leave all else as it was, for what must be read when nothing else may
    change; returns whether the stage has it.
    """
    if not (root.stage / folder).is_dir():
        return False
    below = f"{folder}/"
    staged = [path for path in files_below(root.stage) if path.startswith(below)]
    old = [path for path in files_below(root.output) if path.startswith(below)]
    _commit(roots, [_moved(root, staged, old, ())])
    return True


def _commit(roots: Sequence[Root], plans: list[Plan]) -> list[Plan]:
    if not any(plan.place or plan.sweep for plan in plans) and all(root.beside("made").exists() for root in roots):
        _clear(roots)
        return plans
    journal = roots[0].beside("journal")
    text = json.dumps([[str(p.root.output.absolute()), p.place, p.sweep] for p in plans])
    _write_durably(journal, text)
    try:
        _carry_out(plans)
    except OSError as error:
        place = f"{error.strerror}: {error.filename}"
        raise OutputError(f"the new site is only partly in place ({place}). Any byline command completes it.") from None
    for root in roots:
        root.beside("made").write_text(f"{time.time_ns()} {os.getpid()}", "utf-8")
    journal.unlink()
    _clear(roots)
    return plans


def _clear(roots: Sequence[Root]) -> None:
    for root in roots:
        shutil.rmtree(root.stage, ignore_errors=True)


def interrupted(roots: Sequence[Root]) -> bool:
    """Whether a commit has begun that nobody ended."""
    return roots[0].beside("journal").is_file()


def recover(roots: Sequence[Root]) -> None:
    """Complete an interrupted commit, if there is one."""
    if not interrupted(roots):
        return
    journal = roots[0].beside("journal")
    try:
        rows = json.loads(journal.read_text("utf-8"))
        plans = [Plan(Root(Path(output)), tuple(place), tuple(sweep)) for output, place, sweep in rows]
    except ValueError:
        raise OutputError(f"{journal} cannot be read. Delete it and build again.") from None
    _carry_out(plans)
    journal.unlink()


def files_below(folder: Path) -> list[str]:
    """Every file below a folder, as sorted POSIX paths; none where there is no folder."""
    found: list[str] = []
    _walk(str(folder), "", found)
    return sorted(found)


def _walk(folder: str, prefix: str, found: list[str]) -> None:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _walk(entry.path, f"{prefix}{entry.name}/", found)
        else:
            found.append(prefix + entry.name)


def _moved(root: Root, staged: Sequence[str], old: Iterable[str], kept: Collection[str]) -> Plan:
    """Only what differs moves, so that unchanged files keep their dates. What a symlink leads to is no file of ours."""
    there = set(old)
    place = tuple(
        path for path in staged if path not in there or not _same(f"{root.stage}/{path}", f"{root.output}/{path}")
    )
    return Plan(root, place, tuple(sorted(there.difference(staged, kept, reported(root)))), tuple(staged))


def _same(one: str, other: str) -> bool:
    return not os.path.islink(other) and os.path.isfile(other) and filecmp.cmp(one, other, shallow=False)


def _carry_out(plans: Sequence[Plan]) -> None:
    """New files first, then the sweep: a page never waits for its pictures. May be done again from any point."""
    for plan in plans:
        _made(plan.root.beside("made")).write_bytes(b"")  # no sign: whoever interrupts this leaves nothing known
    for plan in plans:
        stage, output = str(plan.root.stage), str(plan.root.output)
        clear: set[str] = set()
        for path in plan.place:
            if os.path.exists(f"{stage}/{path}"):
                _put(f"{stage}/{path}", output, path, clear)
    for plan in plans:
        for path in plan.sweep:
            _sweep(plan.root.output, path)


def _put(staged: str, output: str, path: str, clear: set[str]) -> None:
    _make_way(output, posixpath.dirname(path), clear)
    target = f"{output}/{path}"
    if os.path.isdir(target) and not os.path.islink(target):
        shutil.rmtree(target)
    os.replace(staged, target)


def _make_way(output: str, folder: str, clear: set[str]) -> None:
    """A real folder, whatever stood in its place; those in `clear` are known to be."""
    if folder in clear:
        return
    here = f"{output}/{folder}"
    if folder:
        _make_way(output, posixpath.dirname(folder), clear)
        if os.path.isfile(here) or os.path.islink(here):
            os.unlink(here)
    os.makedirs(here, exist_ok=True)
    clear.add(folder)


def _sweep(output: Path, path: str) -> None:
    gone = output / path
    if gone.is_symlink() or gone.is_file():
        gone.unlink()
    for parent in gone.parents:
        if parent == output or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()


def refuse_foreign(root: Root, never: Sequence[Path]) -> None:
    """Raise `OutputError` when an output folder holds, or lies above, something that is not Byline's to sweep."""
    output = root.output.resolve()
    for folder in never:
        if folder.resolve().is_relative_to(output) or (folder.is_dir() and output.is_relative_to(folder.resolve())):
            raise OutputError(f"{root.output} would overwrite {folder}: choose another folder for what is built.")
    if root.output.is_symlink() or (root.output.exists() and not root.output.is_dir()):
        raise OutputError(f"{root.output} is not a folder: choose another one for what is built.")
    if root.output.is_dir() and any(root.output.iterdir()) and not root.beside("made").exists():
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
