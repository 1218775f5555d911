"""All that this room knows of Pelican: it leaves its report with the press, and prints the notes."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..build import Build
from ..glue import checking, printer


def register() -> None:
    signals.initialized.connect(promise_report)
    signals.get_generators.connect(printing)


def promise_report(pelican: Pelican) -> None:
    """The report tells every finding, so the press asks for it when no other can come; where no base was named, there
    is none.
    """
    build: Build = pelican.settings["byline"]
    if build.since and not build.run.checking:
        from .files import report_files

        build.reports.append(report_files)


def printing(pelican: Pelican) -> type[Generator] | None:
    """Print the notes to authors whose articles have just gone live."""
    if checking(pelican):
        return None
    from .notes import note_files

    return printer(note_files)
