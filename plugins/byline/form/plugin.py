"""All that this room knows of Pelican."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import printer, use_settings
from .page import form_files
from .settings import FormSettings


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_FORM`."""
    use_settings(pelican, "BYLINE_FORM", FormSettings)


def printing(_pelican: Pelican) -> type[Generator]:
    """Print the form into `internal/admin/`."""
    return printer(form_files)
