"""All that this room knows of Pelican: it draws the cards and hands them over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import build_of, use_settings
from .making import add_cards, report
from .settings import CardSettings


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.all_generators_finalized.connect(draw_cards)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_CARDS`."""
    use_settings(pelican, "BYLINE_CARDS", CardSettings)


def draw_cards(generators: Sequence[Generator]) -> None:
    """Give every page its card; a check only says what could not be drawn."""
    build, theme = build_of(generators), Path(generators[0].settings["THEME"])
    (report if build.run.checking and not build.run.cards else add_cards)(build, theme)
