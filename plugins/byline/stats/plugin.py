"""What stats know of Pelican."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import printer
from .report import report_output


def register() -> None:
    """Wire the room."""
    signals.get_generators.connect(printing)


def printing(_pelican: Pelican) -> type[Generator]:
    """Print the contribution report over all time."""
    return printer(report_output)
