"""All that this room knows of Pelican: it prints the digest."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import checking, printer, use_settings
from .settings import DigestSettings


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_DIGEST`."""
    use_settings(pelican, "BYLINE_DIGEST", DigestSettings)


def printing(pelican: Pelican) -> type[Generator] | None:
    """Print the digest."""
    if checking(pelican):
        return None
    from .files import digest_files

    return printer(digest_files)
