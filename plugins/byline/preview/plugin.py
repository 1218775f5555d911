"""All that this room knows of Pelican: it leaves its report with the press, and prints the notes."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..build import Build
from ..glue import printer
from .files import report_files
from .notes import note_files


def register() -> None:
    signals.initialized.connect(promise_report)
    signals.get_generators.connect(printing)


def promise_report(pelican: Pelican) -> None:
    """The report tells every finding, so the press asks for it when no other can come."""
    build: Build = pelican.settings["byline"]
    build.reports.append(report_files)


def printing(_pelican: Pelican) -> type[Generator]:
    """Print the notes to authors whose articles have just gone live."""
    return printer(note_files)
