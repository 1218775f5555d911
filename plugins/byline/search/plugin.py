"""What search knows of Pelican. It stands after the press, because it reads what was printed."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from ..build import Build


def register() -> None:
    """Wire the room."""
    signals.finalized.connect(index_site)


def index_site(pelican: Pelican) -> None:
    """Into the folder that the press filled, so that pages and index are one commit."""
    build: Build = pelican.settings["byline"]
    if build.searchable and not build.run.checking:
        from .index import write_index  # only who prints an index waits for the tool that makes it

        write_index(build, Path(pelican.output_path))
