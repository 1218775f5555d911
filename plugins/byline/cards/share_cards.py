"""Share cards of an edition: what each says, what it is called, and what could not be drawn."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from ..ledger import Ledger
from ..model import Article, Author, Brand, Card, Edition, File, Finding
from ..settings import nearest
from ..urls import short_hash
from .fonts import Fonts
from .layout import CardLayout, colors
from .paint import paint
from .plan import place

NONE = "none"
NAMES_SHOWN = 5


@dataclass(frozen=True)
class Order:
    """A card to be made: an article's texts in a layout."""

    article: Article
    layout: CardLayout
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Studio:
    """What cards are drawn with. `fonts_identity` tells fonts apart without opening them."""

    layouts: Mapping[str, CardLayout]
    brand: Brand
    fonts: Fonts
    fonts_identity: Sequence[str]


@dataclass(frozen=True)
class Drawn:
    """A card as it was drawn, and the characters that no font has: then it shows the site's name alone."""

    png: bytes
    missing: str = ""

    def packed(self) -> bytes:
        """One value for the ledger: a line of JSON, then the picture."""
        return json.dumps(self.missing).encode() + b"\n" + self.png

    @classmethod
    def unpacked(cls, value: bytes) -> Drawn:
        """The card in a value of the ledger."""
        missing, _, png = value.partition(b"\n")
        return cls(png, json.loads(missing))


def unknown_cards(edition: Edition, layouts: Mapping[str, CardLayout]) -> Iterator[Finding]:
    """An error for each article that asks for a layout that there is not."""
    for article in edition.articles:
        if article.card and article.card != NONE and article.card not in layouts:
            meant = nearest(article.card, [*layouts, NONE])
            hint = (f"Did you mean {meant!r}? " if meant else "") + f"Known: {', '.join(sorted([*layouts, NONE]))}."
            yield Finding(article.source, 1, "unknown-card", f"no card layout {article.card!r}.", "error", hint)


def orders(edition: Edition, layouts: Mapping[str, CardLayout], default: str) -> tuple[Order, ...]:
    """The cards that this edition needs: one for each article that stands, unless it wants none."""
    return tuple(
        Order(article, layout, _texts(article, edition.site.name))
        for article in edition.articles
        if article.state != "expired" and (layout := layouts.get(article.card or default))
    )


def drawn_cards(ordered: Sequence[Order], studio: Studio, ledger: Ledger) -> list[Drawn]:
    """The cards, in the same order. What was drawn before is not drawn again, and then no font is opened."""
    common = [asdict(studio.brand), list(studio.fonts_identity)]
    items = [(o.article.source, [dict(o.texts), o.article.lang, asdict(o.layout), *common]) for o in ordered]
    values = ledger.remember_all("card", items, lambda index: draw(ordered[index], studio).packed())
    return [Drawn.unpacked(value) for value in values]


def draw(order: Order, studio: Studio) -> Drawn:
    """Draw one card; when a character has no glyph it shows the site's name, or nothing but the brand."""
    fonts, lang = studio.fonts, order.article.lang
    missing = _missing(order, fonts)
    texts = {"title": order.texts["site"]} if missing else order.texts
    shown = {name: text for name, text in texts.items() if not fonts.missing(text)}
    plan = place(shown, order.layout, fonts, lang)
    return Drawn(paint(plan, colors(studio.brand), fonts), missing)


def card(article: Article, site_lang: str, png: bytes) -> tuple[Card, File]:
    """An article's card and its file. Networks keep a picture for days, so a changed card needs a new name."""
    name = article.slug if article.lang == site_lang else f"{article.slug}-{article.lang.lower()}"
    address = f"/cards/article/{name}.{short_hash(png)}.png"
    names = ", ".join(author.name for author in article.authors)
    return Card(address, f"{article.title} ({names})" if names else article.title), File(address.lstrip("/"), png)


def missing_glyphs(article: Article, drawn: Drawn) -> Iterator[Finding]:
    """A warning when no font has a character of an article's title or of its authors' names."""
    if drawn.missing:
        named = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}".strip() for c in drawn.missing[:3])
        message = f"no font has {named}: the share card shows no title"
        hint = "Put a font that has it into the theme's fonts folder, or install the Noto fonts."
        yield Finding(article.source, 1, "glyph-missing", message, "warning", hint)


def byline(authors: Sequence[Author]) -> str:
    """The authors in signing order, up to five, then how many more. A line never ends within a name."""
    shown = [_unbroken(author.name) for author in authors[:NAMES_SHOWN]]
    more = len(authors) - len(shown)
    return "\N{NO-BREAK SPACE}· ".join(shown) + (f"\N{NO-BREAK SPACE}+{more}" if more else "")


def _unbroken(name: str) -> str:
    return name.replace(" ", "\N{NO-BREAK SPACE}").replace("-", "-\N{WORD JOINER}")


def _texts(article: Article, site_name: str) -> dict[str, str]:
    return {"title": article.title, "byline": byline(article.authors), "site": site_name}


def _missing(order: Order, fonts: Fonts) -> str:
    return "".join(fonts.missing(order.texts["title"] + order.texts["byline"]))
