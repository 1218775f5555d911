"""What stats know of Pelican."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import checking, printer


def register() -> None:
    """Wire the room."""
    signals.get_generators.connect(printing)


def printing(pelican: Pelican) -> type[Generator] | None:
    """Print the contribution report over all time."""
    if checking(pelican):
        return None
    from .report import report_output

    return printer(report_output)
