"""Running Pagefind, a program that comes in a wheel: https://pagefind.app."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from pagefind.service import get_executable

from ..settings import SettingsError

# What a browser asks for. The rest are ready-made interfaces; ours is in the theme.
NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "*.pf_meta",
    "wasm.*.pagefind",
    "index/*.pf_index",
    "filter/*.pf_filter",
    "fragment/*.pf_fragment",
)


def bundle(site: Path, work: Path) -> dict[str, bytes]:
    """The files of the index of a folder of pages, by name, made in the folder `work`; raises `SettingsError`."""
    output = work / "bundle"
    # Its own settings from the environment or a file nearby would be inputs that nobody knows of.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(
            [_program(), "--site", site, "--output-path", output],
            cwd=work,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise SettingsError(f"search needs Pagefind, which cannot be run here: {error}") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise SettingsError(f"Pagefind could not make the search index: {' '.join(said[-3:])}")
    files = sorted({file for pattern in NEEDED for file in output.glob(pattern)})
    return {file.relative_to(output).as_posix(): file.read_bytes() for file in files}


def _program() -> Path:
    found = get_executable()
    if found is None:
        raise SettingsError(
            "search needs Pagefind's program: install `pagefind[extended]` with pip, or run `make html`"
        )
    return found
