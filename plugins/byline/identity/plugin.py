"""All that this room knows of Pelican."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import printer, use_settings
from .files import identity_files
from .security import IdentitySettings


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_IDENTITY`."""
    use_settings(pelican, "BYLINE_IDENTITY", IdentitySettings)


def printing(_pelican: Pelican) -> type[Generator]:
    """Print icons, the manifest and security.txt."""
    return printer(identity_files)
