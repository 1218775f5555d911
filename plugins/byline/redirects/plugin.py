"""What redirects know of Pelican. They stand after every room that prints pages, so that none loses its address."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import printer, use_settings
from .output import redirect_output
from .redirects import RedirectSettings


def register() -> None:
    """Wire the room."""
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_REDIRECTS`."""
    use_settings(pelican, "BYLINE_REDIRECTS", RedirectSettings)


def printing(_pelican: Pelican) -> type[Generator]:
    """Print a page for every old address, and the rules for the host."""
    return printer(redirect_output)
