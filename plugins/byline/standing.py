"""What stands in the output folders since the last commit, and what each file was made from.

A file whose inputs are the same, and which nobody touched since, need not be printed again. Whether it was touched is
told by its size, times and inode; a full build (`--verify`) trusts none of that.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .commit import Plan, Root
from .ledger import Ledger

if TYPE_CHECKING:
    from .build import Build

Marks = dict[str, Sequence[str]]  # by path in its root: the fingerprint of the inputs, and the file as it was left


@dataclass(frozen=True)
class Standing:
    """The marks of each root, in order; none where nobody knows, or where the commit was another ledger's. `seen` has
    what tells of each file of a root whether it was touched, as this build found it.
    """

    roots: tuple[Root, ...] = ()
    marks: tuple[Marks, ...] = ()
    seen: tuple[Mapping[str, str], ...] = ()

    @property
    def name(self) -> str:
        """What it is noted by."""
        return f"standing: {' and '.join(str(root.output.absolute()) for root in self.roots)}"

    def keeps(self, root: int, path: str, fingerprint: str) -> bool:
        """Whether a file was made from the same inputs and is still what it was."""
        if not self.marks or not fingerprint:
            return False
        made, left = self.marks[root].get(path, ("", ""))
        return made == fingerprint and left == self.seen[root].get(path)

    def paths(self, root: int) -> Iterable[str] | None:
        """Every file of a root; None where nobody knows."""
        return self.marks[root] if self.marks else None


def touched(path: str) -> str:
    """What tells whether a file was touched; empty for none. A symlink is never a file of ours."""
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    return mark(found)


def mark(found: os.stat_result) -> str:
    """What tells a file that was touched from what it was."""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_mode}"


def seen_in(folder: str | Path, passing: Collection[str] = ()) -> dict[str, os.stat_result]:
    """Every file below a folder but what has a name in `passing`, by path, as it stands; no symlink is followed. Those
    of a large site are tens of thousands.
    """
    found: dict[str, os.stat_result] = {}
    _see(str(folder), "", passing, found)
    return found


def _see(folder: str, prefix: str, passing: Collection[str], found: dict[str, os.stat_result]) -> None:
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            if entry.name in passing:
                continue
            if entry.is_dir(follow_symlinks=False):
                _see(entry.path, f"{prefix}{entry.name}/", passing, found)
            else:
                found[prefix + entry.name] = entry.stat(follow_symlinks=False)


def read_standing(ledger: Ledger, outputs: Sequence[Path]) -> Standing:
    """What an earlier build noted of these outputs, if their last commit was that build's."""
    roots = tuple(Root(output) for output in outputs)
    seen = tuple({path: mark(one) for path, one in seen_in(output).items()} for output in outputs)
    return Standing(roots, noted_marks(ledger, roots), seen)


def noted_marks(ledger: Ledger, roots: Sequence[Root]) -> tuple[Marks, ...]:
    """The marks of each root as the build noted them that made its last commit; none where it noted nothing here."""
    noted = ledger.note(Standing(tuple(roots)).name)
    if not isinstance(noted, dict) or not noted["sign"] or [root.sign for root in roots] != noted["sign"]:
        return ()
    return tuple(noted["marks"])


def keep_standing(build: Build, plans: Sequence[Plan]) -> Sequence[Marks]:
    """Note what stands in the outputs now, after a commit that carried out these plans; returns the marks."""
    before = build.standing
    if before.marks and not any(plan.place or plan.sweep for plan in plans) and _same_files(build):
        return before.marks
    marks: list[Marks] = []
    for number, root in enumerate(before.roots):
        known = before.marks[number] if before.marks else {}
        kept = {path: known[path] for path in build.kept[number]}
        staged = dict.fromkeys(plans[number].staged, "") | build.made[number]
        new = {path: (made, touched(f"{root.output}/{path}")) for path, made in staged.items() if path not in kept}
        marks.append(kept | new)
    build.ledger.keep_note(before.name, {"sign": [root.sign for root in before.roots], "marks": marks})
    return marks


def _same_files(build: Build) -> bool:
    """Whether what was noted before still holds for every file: nothing but what is always printed was printed."""
    return all(
        marks.keys() == made.keys() and all(path in kept for path, fingerprint in made.items() if fingerprint)
        for marks, made, kept in zip(build.standing.marks, build.made, build.kept, strict=True)
    )


def unnoticed(build: Build, plans: Sequence[Plan]) -> list[str]:
    """Files that were placed although, by all that is known, they were right as they were."""
    return [path for plan, trusted in zip(plans, build.trusted, strict=True) for path in plan.place if path in trusted]
