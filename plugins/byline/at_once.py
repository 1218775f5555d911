"""Several files change as one: all of them, or none. A journal lets any later command end what was interrupted."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

FOLDER = ".byline-leaving"
JOURNAL = "journal.json"


def apply(root: Path, changes: Mapping[Path, bytes | None]) -> None:
    """Write and remove files (None) as one change. `root` is the folder of `pelicanconf.py`.

    Until the journal is there, nothing has happened; from then on all of it happens, now or with the next command.
    """
    stage = root / FOLDER
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    rows = []
    for number, (path, data) in enumerate(sorted(changes.items())):
        if data is not None:
            _write(stage / str(number), data)
        rows.append([str(path), None if data is None else str(number)])
    _write(stage / "begun", json.dumps(rows).encode())
    (stage / "begun").rename(stage / JOURNAL)
    complete(root)


def complete(root: Path) -> None:
    """End an interrupted change, if there is one. May be done again from any point."""
    stage = root / FOLDER
    if not stage.is_dir():
        return
    if (stage / JOURNAL).is_file():
        for path, staged in json.loads((stage / JOURNAL).read_text("utf-8")):
            _carry_out(Path(path), stage / staged if staged else None)
    shutil.rmtree(stage)


def _carry_out(path: Path, staged: Path | None) -> None:
    if staged is None:
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent.name in ("content", "programme") or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()
        return
    # The staged file stays until the end, so that this can be done again; it may lie on another disk.
    beside = path.with_name(f".{path.name}.byline-new")
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(beside, staged.read_bytes())
    os.replace(beside, path)  # noqa: PTH105  the one call that is atomic on every system


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
