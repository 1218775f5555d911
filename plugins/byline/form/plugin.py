"""All that this room knows of Pelican."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import checking, printer, use_settings
from .settings import FormSettings


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_FORM`."""
    use_settings(pelican, "BYLINE_FORM", FormSettings)


def printing(pelican: Pelican) -> type[Generator] | None:
    """Print the form into `internal/admin/`."""
    if checking(pelican):
        return None
    from .page import form_files

    return printer(form_files)
