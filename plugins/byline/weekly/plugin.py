"""All that this room knows of Pelican: it prints the digest."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import printer, use_settings
from .files import digest_files
from .settings import DigestSettings


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_DIGEST`."""
    use_settings(pelican, "BYLINE_DIGEST", DigestSettings)


def printing(_pelican: Pelican) -> type[Generator]:
    """Print the digest."""
    return printer(digest_files)
