"""One run of Pelican with our plugins, seen in a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..build import Build
from ..ledger import Ledger
from ..manuscript import begun_shelf
from ..sentences import said_in
from ..workplace import Workplace
from .telling import err, language


def run(place: Workplace, checking: bool = False, **more: object) -> Build:
    """One run of Pelican, seen in a terminal. Texts that changed are read in other processes while it is loaded."""
    ledger = Ledger(place.cache)
    with begun_shelf(place.content, ledger, trusting=not place.verifying) as shelf:
        return _run(place, checking, texts=lambda: (ledger, shelf()), **more)


def _run(place: Workplace, checking: bool, **more: object) -> Build:
    """No thread refreshes what is seen, because the work is done in forked processes."""
    from rich.live import Live

    from ..glue import run_pelican

    with Live(console=err, auto_refresh=False, transient=True) as live:
        seen = err.is_terminal and not place.given.quiet
        say: Callable[[str], None] = lambda doing: live.update(f"{doing} ...", refresh=True) if seen else None  # noqa: E731
        settings = place.settings(checking)
        settings["BYLINE_RUN"] |= more
        built = run_pelican(settings, say)
    for note in built.notes:
        err.print(f"byline: {said_in(note, language(place, built.site.lang))}", style="yellow")
    return built


def source_of(file: Path, place: Workplace) -> str:
    """A text's path in the content folder; the path as it was given for one that is elsewhere."""
    path = file.resolve()
    inside = path.is_relative_to(place.content.resolve())
    return path.relative_to(place.content.resolve()).as_posix() if inside else str(file)
