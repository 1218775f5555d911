"""All that this room knows of Pelican."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import printer, use_settings
from .pages import ListSettings, list_pages


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    use_settings(pelican, "BYLINE_LISTS", ListSettings)


def printing(_pelican: Pelican) -> type[Generator]:
    return printer(list_pages)
