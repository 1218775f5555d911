"""What the tests of cards share: the theme's own layouts and fonts, a studio to draw in, and orders to draw."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from byline.cards.faces import identity, system_fonts, theme_fonts
from byline.cards.fonts import Fonts
from byline.cards.layout import CardLayout
from byline.cards.orders import Order
from byline.cards.palette import colors
from byline.cards.placing import place
from byline.cards.plan import Contents, DrawingPlan, Portrait
from byline.cards.reading import read_layouts
from byline.cards.share_cards import Studio
from byline.languages import from_right
from byline.model import Brand

ROOT = Path(__file__).parents[1]
THEME = ROOT / "themes" / "byline"
CONTENT = ROOT / "content"
FILES = theme_fonts([THEME / "fonts"])
FONTS = Fonts(FILES)
LAYOUTS = read_layouts([THEME / "cards"])
ARTICLE = LAYOUTS["article"]
SITE = {"site": "Notes from Merrow & Finch", "domain": "blog.example.com"}
COLORS = colors(Brand())


def every_font() -> Fonts:
    """The theme's fonts and those of the machine."""
    return Fonts(FILES, system_fonts(["/usr/share/fonts"]))


def a_studio(brand: Brand | None = None, fonts: Fonts | None = None, content: Path = CONTENT) -> Studio:
    return Studio(LAYOUTS, brand or Brand(), fonts or Fonts(FILES), identity(FILES, ()), content)


def an_order(
    title: str = "Why we moved",
    layout: str = "article",
    lang: str = "en",
    people: Sequence[Portrait] = (Portrait("JD"),),
    cover: str = "",
    **texts: str,
) -> Order:
    said = {**SITE, "title": title, **texts}
    contents = Contents(said, tuple(people), cover)
    return Order("articles/x.md", "article", "x", lang, LAYOUTS[layout], contents, title, "articles/x.md")


def a_plan(
    title: str, layout: CardLayout = ARTICLE, lang: str = "en", fonts: Fonts = FONTS, **texts: str
) -> DrawingPlan:
    return place(Contents({**SITE, "title": title, **texts}), layout, fonts, lang, from_right(lang))
