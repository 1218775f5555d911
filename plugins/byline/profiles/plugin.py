"""All that this room knows of Pelican."""

from __future__ import annotations

from collections.abc import Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import build_of, printer, use_settings
from .pages import ProfileSettings, profile_pages
from .portraits import portrait_files, portraits


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.all_generators_finalized.connect(take_portraits)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    use_settings(pelican, "BYLINE_PROFILES", ProfileSettings)


def take_portraits(generators: Sequence[Generator]) -> None:
    """Portraits before pages and cards, which show them."""
    portraits(build_of(generators))


def printing(_pelican: Pelican) -> tuple[type[Generator], ...]:
    return printer(profile_pages), printer(portrait_files)
