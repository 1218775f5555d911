"""What the tests of cards share: the theme's own layout and fonts, and no font of the machine."""

from __future__ import annotations

from pathlib import Path

from byline.cards.fonts import Fonts, identity, theme_fonts
from byline.cards.layout import read_layouts
from byline.cards.share_cards import Studio
from byline.model import Brand

THEME = Path(__file__).parents[1] / "themes" / "byline"
FILES = theme_fonts(THEME / "fonts")
FONTS = Fonts(FILES)
LAYOUTS = read_layouts(THEME / "cards")
ARTICLE = LAYOUTS["article"]


def a_studio(brand: Brand | None = None) -> Studio:
    return Studio(LAYOUTS, brand or Brand(), Fonts(FILES), identity(FILES, ()))
