"""A checkout whose settings, theme and plugins a test may break."""

from __future__ import annotations

import shutil
from pathlib import Path

from running import ROOT, Said, byline

COPIED = ("pelicanconf.py", "publishconf.py", "brand.toml", "themes", "plugins")


def a_checkout(folder: Path) -> Path:
    """Everything but texts, in a folder of its own."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def run(checkout: Path, *arguments: str) -> Said:
    return byline(*arguments, cwd=checkout, PYTHONPATH=str(checkout / "plugins"))


def put(checkout: Path, name: str, text: str) -> None:
    path = checkout / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(path.read_text() + text if path.exists() else text)
