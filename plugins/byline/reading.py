"""Reading: which files must be read because they changed, each within limits, and what is kept for the next time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from .ledger import Ledger, packed, unpacked
from .model import Remark
from .plain_json import heard, told
from .slips import Kind, Slip, read_slip
from .sources import LARGEST_TEXT, Tree
from .workers import Limits, begun

MOST_CHANGES = 200  # so many files are noted beside the note of all, before that is written anew
Known = dict[str, Sequence[Any]]  # by path: what tells whether a file was touched, the hash of its bytes, its slip


@dataclass(frozen=True)
class Reading:
    """One reading of a content folder; see `read_shelf`."""

    content: Path
    ledger: Ledger
    limits: Limits
    tree: Tree
    trusting: bool
    noting: bool

    @contextmanager
    def begun(self, kinds: Mapping[str, Kind]) -> Iterator[Callable[[], dict[str, Slip]]]:
        """Begin to read what changed, and give what waits for it: the slip of each file, in the same order."""
        all_known, changes = self._noted()
        found, changed = self._unchanged(kinds, {**all_known, **changes})
        with self._begun(kinds, changed) as read:

            def slips() -> dict[str, Slip]:
                found.update(read())
                self.ledger.still(slip["text"] for _, _, slip in found.values() if "text" in slip)
                self._keep_note(all_known, found)
                return {path: found[path][2] if path in found else _too_complex(self.limits) for path in kinds}

            yield slips

    def _unchanged(self, kinds: Iterable[str], known: Known) -> tuple[Known, dict[str, str]]:
        """The files that are as they were known, and the hash of each that is not."""
        found: Known = {}
        changed: dict[str, str] = {}
        for path in kinds:
            mark, before = self.tree.touched[path], known.get(path)
            if before and self.trusting and before[0] == mark and mark:
                found[path] = before
            elif before and before[1] == (digest := _hash(self.content / path)):
                found[path] = (mark, digest, before[2])
            else:
                changed[path] = _hash(self.content / path)
        return found, changed

    @contextmanager
    def _begun(self, kinds: Mapping[str, Kind], changed: Mapping[str, str]) -> Iterator[Callable[[], Known]]:
        """Begin with the changed files that the ledger does not know; gives all of them but for what took too long."""
        names = {path: self.ledger.name("slip", [path, kinds[path], digest]) for path, digest in changed.items()}
        at_hand = self.ledger.read(names.values())
        paths = [path for path, name in names.items() if name not in at_hand]

        with begun(self.limits, lambda n: self._one(paths[n], kinds[paths[n]]), range(len(paths))) as read:

            def known() -> Known:
                fresh = {names[path]: data for path, data in zip(paths, read(), strict=True) if isinstance(data, bytes)}
                slips = at_hand | self._keep({name: unpacked(data) for name, data in fresh.items()})
                return {
                    path: (self.tree.touched[path], changed[path], heard(slips[name]))
                    for path, name in names.items()
                    if name in slips
                }

            yield known

    def _keep(self, fresh: Mapping[str, Sequence[bytes]]) -> dict[str, bytes]:
        """Keep slips and their texts for the next time; returns the slips."""
        slips = {name: slip for name, (slip, _) in fresh.items()}
        self.ledger.write("slip", slips)
        self.ledger.write("text", {heard(slip)["text"]: text for slip, text in fresh.values() if text})
        return slips

    def _one(self, path: str, kind: Kind) -> bytes:
        slip, text = read_slip(self.content, path, kind, self.ledger)
        return packed([told(slip), text])

    @property
    def _name(self) -> str:
        return f"shelf: {self.content.absolute()}"

    def _noted(self) -> tuple[Known, Known]:
        noted = [self.ledger.note(name) if self.noting else None for name in (self._name, f"{self._name} changes")]
        everything, changes = (one if isinstance(one, dict) else {} for one in noted)
        return everything, changes if everything else {}

    def _keep_note(self, known: Known, found: Known) -> None:
        """What differs goes beside the note of all, which is long, until it is much."""
        changes = {path: one for path, one in found.items() if known.get(path) is not one}
        if not self.noting:
            return
        if len(changes) > MOST_CHANGES or not known:
            self.ledger.keep_note(self._name, found)
            self.ledger.keep_note(f"{self._name} changes", {})
        elif changes:
            self.ledger.keep_note(f"{self._name} changes", changes)


def _hash(file: Path) -> str:
    """What a file holds, as a hash; of one that is too large or cannot be read, what can be known of it."""
    try:
        size = file.stat().st_size
        return hashlib.sha256(file.read_bytes()).hexdigest() if size <= LARGEST_TEXT else f"{size} bytes"
    except OSError as error:
        return str(error.strerror)


def _too_complex(limits: Limits) -> Slip:
    message = f"reading this text takes more than {limits.seconds} s or {limits.memory >> 20:,} MiB"
    hint = "Look for signs that repeat very often, such as brackets or tabs, and take them out."
    return {"findings": [[*astuple(Remark(1, "too-complex", message, "error", hint))]]}
