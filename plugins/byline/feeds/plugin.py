"""What feeds know of Pelican."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import printer, use_settings
from .subscriptions import FeedSettings, feed_files


def register() -> None:
    """Wire the room."""
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_FEEDS`."""
    use_settings(pelican, "BYLINE_FEEDS", FeedSettings)


def printing(_pelican: Pelican) -> type[Generator]:
    """Print the feeds."""
    return printer(feed_files)
