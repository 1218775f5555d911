"""Painting: a drawing plan becomes a PNG in palette mode, or a JPEG where a photograph fills it.

What a layout draws on every card is painted once; a card is a copy of it with its texts and portraits. A text's edges
are shades between its color and the one color below it, so that a card needs few.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PIL import Image

from .canvas import Canvas, Photograph, Places
from .fonts import Fonts
from .glyphs import Glyphs
from .layers import HEIGHT, WIDTH, Block, Color, CoverLayer, Disc, LogoLayer, PortraitLayer, TextLayer
from .layout import CardLayout
from .palette import RGB, Palette
from .plan import DrawingPlan, Item, PlacedPortrait, PlacedRun, PlacedText
from .png import Part, Span, part, png, spans
from .sprites import Sprites, disc_mask

SIZE = (WIDTH, HEIGHT)
KEPT = 512
CAPITALS = 0.36  # half the height of capitals, as a multiple of their size


@dataclass(frozen=True)
class Base:
    """What a layout draws on every card, and the rows that were compressed before: its own, and those of some texts."""

    places: Places
    still: dict[tuple[int, int], Part] = field(default_factory=dict)
    known: dict[tuple[Span, tuple[Item, ...], str], Part] = field(default_factory=dict)

    def rows(self, span: Span) -> Part:
        """Rows that no text or portrait changes."""
        key = (span.top, span.bottom)
        if key not in self.still:
            self.still[key] = part(self.places.image, *key)
        return self.still[key]


class Painter:
    """Paints with one brand's colors: the same plan gives the same bytes. Nothing is drawn outside a text's box."""

    def __init__(self, colors: Mapping[Color, RGB], fonts: Fonts, sprites: Sprites) -> None:
        self.colors, self.glyphs, self.sprites = colors, Glyphs(fonts), sprites
        self._bases: dict[str, Base] = {}

    def paint(self, plan: DrawingPlan) -> tuple[bytes, str]:
        """The card's bytes, and their type."""
        cover = self.sprites.cover(plan.cover, SIZE) if plan.cover and plan.layout.photographic else None
        return (self._upon(cover, plan), "image/jpeg") if cover else (self._flat(plan), "image/png")

    def _flat(self, plan: DrawingPlan) -> bytes:
        base = self._base(plan.layout)
        card = base.places.copy()
        own: list[tuple[Span, Item]] = [(_rows(item), item) for item in plan.items]
        parts = []
        for span in spans((rows for rows, _ in own), HEIGHT):
            if span.changed:
                items = tuple(item for rows, item in own if span.top <= rows.top < span.bottom)
                parts.append(self._part(card, base, span, items, plan.lang))
            else:
                parts.append(base.rows(span))
        return png(SIZE, card.palette.colors, parts)

    def _part(self, card: Places, base: Base, span: Span, items: tuple[Item, ...], lang: str) -> Part:
        """Rows of a card. Those of the same texts and initials were drawn before, as the site's name and a signer's."""
        key = (span, items, lang)
        if key in base.known:
            return base.known[key]
        for item in items:
            self._show(card, item, lang)
        made = part(card.image, span.top, span.bottom, span.pictured)
        if not any(map(_has_picture, items)):  # its colors would be a card's own
            if len(base.known) >= KEPT:
                base.known.clear()
            base.known[key] = made
        return made

    def _upon(self, cover: Image.Image, plan: DrawingPlan) -> bytes:
        card = Photograph(cover)
        shades = [layer for layer in plan.layout.layers if isinstance(layer, CoverLayer)]
        for layer in shades:
            card.shade(*layer.shade, self.colors[layer.color])
        self._decorate(card, plan.layout)
        for item in plan.items:
            self._show(card, item, plan.lang)
        return card.jpeg()

    def _base(self, layout: CardLayout) -> Base:
        if layout.identity not in self._bases:
            places = Places.of(SIZE, self.colors[layout.background])
            for layer in layout.layers:  # without a photograph, its shade
                if isinstance(layer, CoverLayer):
                    places.fill(layer.box, self.colors[layer.color])
            self._decorate(places, layout)
            self._prepare(places.palette, layout)
            self._bases[layout.identity] = Base(places)
        return self._bases[layout.identity]

    def _decorate(self, canvas: Canvas, layout: CardLayout) -> None:
        """What is the same on every card."""
        for layer in layout.layers:
            ground = self.colors[layout.grounds[layer.name]]
            if isinstance(layer, Block):
                canvas.fill(layer.box, self.colors[layer.color])
            elif isinstance(layer, Disc):
                left, top, width, height = layer.box
                covered = disc_mask(width, height, layer.ring)
                canvas.stamp(covered, (left, top), self.colors[layer.color], ground, alone=False)
            elif isinstance(layer, LogoLayer):
                left, top, width, height = layer.box
                if sprite := self.sprites.logo(width, height, ground):
                    free = width - sprite.mask.width
                    x = left + (free // 2 if layer.align == "center" else 0)
                    canvas.lay(sprite, (x, top + (height - sprite.mask.height) // 2), layer.box)

    def _prepare(self, palette: Palette, layout: CardLayout) -> None:
        """The shades that cards of a layout need are found once."""
        for layer in layout.layers:
            if isinstance(layer, TextLayer | PortraitLayer):
                palette.shades(self.colors[layout.grounds[layer.name]], self.colors[layer.color])
            if isinstance(layer, PortraitLayer):
                palette.shades(self.colors[layer.color], self.colors[layer.letters])

    def _show(self, canvas: Canvas, item: Item, lang: str) -> None:
        """What is a card's own."""
        if isinstance(item, PlacedPortrait):
            self._portray(canvas, item)
            return
        ground = self.colors[item.ground]
        left, above = item.layer.box[:2]
        covered, top = self._letters(item, lang)
        canvas.stamp(covered, (left, above + top), self.colors[item.layer.color], ground, alone=True)
        for placed in item.runs:
            if placed.run.face.is_pictures:
                sprite = self.sprites.emoji(placed.run, item.size, ground)
                middle = above + placed.baseline - round(item.size * CAPITALS)
                corner = (left + round(placed.x), middle - sprite.mask.height // 2)
                canvas.lay(sprite, corner, item.layer.box)

    def _portray(self, canvas: Canvas, placed: PlacedPortrait) -> None:
        layer, ground, path = placed.layer, self.colors[placed.ground], placed.portrait.picture
        if path and (sprite := self.sprites.portrait(path, layer.size, layer.rim, ground)):
            canvas.lay(sprite, placed.corner, (*placed.corner, layer.size, layer.size))
            return
        disc = disc_mask(layer.size, layer.size)
        canvas.stamp(disc, placed.corner, ground, ground, alone=False)  # the rim
        across, at = layer.size - 2 * layer.rim, (placed.corner[0] + layer.rim, placed.corner[1] + layer.rim)
        canvas.stamp(disc_mask(across, across), at, self.colors[layer.color], ground, alone=False)
        letters = self._drawn(placed.runs, placed.letters, (layer.size, layer.size), "")
        canvas.stamp(letters, placed.corner, self.colors[layer.letters], self.colors[layer.color], alone=False)

    def _letters(self, text: PlacedText, lang: str) -> tuple[Image.Image, int]:
        """How much of each pixel a text covers, 0 to 255, in the rows of its box that it needs; the first of these."""
        above = text.layer.box[1]
        top, bottom = (row - above for row in text.rows)
        moved = [PlacedRun(one.run, one.x, one.baseline - top) for one in text.runs if not one.run.face.is_pictures]
        return self._drawn(moved, text.size, (text.layer.box[2], bottom - top), lang), top

    def _drawn(self, runs: Iterable[PlacedRun], size: int, box: tuple[int, int], lang: str) -> Image.Image:
        mask = Image.new("L", box)
        for placed in runs:
            self.glyphs.draw(mask, placed, size, lang)
        return mask


def _rows(item: Item) -> Span:
    """The rows of a card that something may change."""
    if isinstance(item, PlacedText):
        return Span(*item.rows)
    return Span(item.corner[1], item.corner[1] + item.layer.size, pictured=bool(item.portrait.picture))


def _has_picture(item: Item) -> bool:
    if isinstance(item, PlacedPortrait):
        return bool(item.portrait.picture)
    return any(placed.run.face.is_pictures for placed in item.runs)
