"""Shapes: what to ask oneself, in an order that became an article more than once. `shapes/<name>.<lang>.md`."""

from __future__ import annotations

from pathlib import Path

from ..settings import nearest
from .files import ScaffoldError

FOLDER = Path(__file__).with_name("shapes")
FALLBACK = "en"


def shapes() -> tuple[str, ...]:
    """The names of all shapes."""
    return tuple(sorted(path.name.removesuffix(f".{FALLBACK}.md") for path in FOLDER.glob(f"*.{FALLBACK}.md")))


def shape(name: str, lang: str) -> str:
    """A shape's text in a language, English where there is none in it; raises `ScaffoldError`."""
    if name not in shapes():
        meant = nearest(name, shapes())
        known = ", ".join(shapes())
        guess = f"no shape '{name}'. Did you mean '{meant}'? Known: {known}."
        raise ScaffoldError(guess if meant else f"no shape '{name}'. Known: {known}.")
    files = (FOLDER / f"{name}.{one}.md" for one in (lang.split("-")[0].lower(), FALLBACK))
    return next(file for file in files if file.is_file()).read_text("utf-8")
