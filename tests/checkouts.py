"""A checkout whose settings, theme and plugins a test may break."""

from __future__ import annotations

from pathlib import Path

from running import Said, byline

COPIED = ("pelicanconf.py", "publishconf.py", "brand.toml", "themes", "plugins")


def run(checkout: Path, *arguments: str) -> Said:
    return byline(*arguments, cwd=checkout, PYTHONPATH=str(checkout / "plugins"))


def put(checkout: Path, name: str, text: str) -> None:
    path = checkout / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(path.read_text() + text if path.exists() else text)
