"""All that this room knows of Pelican: it draws the cards and hands them over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import build_of, edition_of, use_settings
from .fonts import Fonts, identity, system_fonts, theme_fonts
from .layout import read_layouts
from .settings import CardSettings
from .share_cards import Studio, card, drawn_cards, missing_glyphs, orders, unknown_cards


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.all_generators_finalized.connect(draw_cards)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_CARDS`."""
    use_settings(pelican, "BYLINE_CARDS", CardSettings)


def draw_cards(generators: Sequence[Generator]) -> None:
    """Give every article its card."""
    build, edition = build_of(generators), edition_of(generators)
    settings = build.setting(CardSettings)
    folder = Path(settings.folder or generators[0].settings["THEME"])
    theme, system = theme_fonts(folder / "fonts"), system_fonts(settings.system_fonts)
    studio = Studio(read_layouts(folder / "cards"), build.brand, Fonts(theme, system), identity(theme, system))
    build.findings += unknown_cards(edition, studio.layouts)
    ordered = orders(edition, studio.layouts, settings.layout)
    cards = {}
    for order, drawn in zip(ordered, drawn_cards(ordered, studio, build.ledger), strict=True):
        cards[order.article.source], file = card(order.article, edition.site.lang, drawn.png)
        build.files.append(file)
        build.findings += missing_glyphs(order.article, drawn)
    build.cards = cards
