"""Pandoc, which reads office documents: run once for each, in a process of its own that may read nothing else."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .package import Package
from .refusal import ImportingError

SECONDS = 60
MEMORY = "1g"


def tree_of(package: Package) -> dict[str, Any]:
    """The document as Pandoc's tree: `{"meta": ..., "blocks": [...]}`; raises `ImportingError`.

    Tracked insertions are taken over; deletions and comments are not.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"document.{package.form}"
        file.write_bytes(package.file())
        command = [str(_program()), "--sandbox", f"--from={package.form}", "--to=json", file.name]
        try:
            done = subprocess.run(
                [*command, "+RTS", f"-M{MEMORY}", "-RTS"], cwd=folder, capture_output=True, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            raise ImportingError("it takes too long to read. Cut it into several documents.") from None
    if done.returncode:
        raise ImportingError("it cannot be read. Open it and save it again as .docx or .odt.")
    tree: dict[str, Any] = json.loads(done.stdout)
    return tree


def _program() -> Path:
    """Where Python's package put it: one that a machine happens to have may be years older."""
    found = find_spec("pypandoc")
    program = Path(found.origin or "").parent / "files" / "pandoc" if found else Path()
    if not program.is_file():
        raise ImportingError(
            "reading it needs Pandoc, which is not installed. `make new` with the same words in ARGS installs it first."
        )
    return program
