"""What the sitemap knows of Pelican. It stands after every room that prints pages which readers find."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import printer
from .sitemap import sitemap_files


def register() -> None:
    """Wire the room."""
    signals.get_generators.connect(printing)


def printing(_pelican: Pelican) -> type[Generator]:
    """Print the sitemap and `robots.txt`."""
    return printer(sitemap_files)
