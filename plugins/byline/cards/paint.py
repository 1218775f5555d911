"""Painting: a drawing plan becomes a PNG of at most 16 colors, which is small and quick to write."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from PIL import Image, ImageDraw

from .fonts import Fonts
from .layout import RGB, Box, CardLayout, mixed
from .plan import DrawingPlan, PlacedText

COLORS = 16


def paint(plan: DrawingPlan, colors: Mapping[str, RGB], fonts: Fonts) -> bytes:
    """The card as PNG: the same plan gives the same bytes. Nothing is drawn outside a text's box."""
    layout = plan.layout
    names = list(colors)
    shades = _shades(layout, len(names))
    card = Image.new("P", (layout.width, layout.height), names.index(layout.background))
    card.putpalette([channel for color in _palette(shades, colors) for channel in color])
    for shape in layout.shapes:
        card.paste(names.index(shape.color), _corners(shape.box))
    for text in plan.texts:
        pair = (text.layer.color, text.layer.on)
        ramp = [names.index(pair[1]), *shades[pair], names.index(pair[0])]
        steps = [ramp[round(level * (len(ramp) - 1) / 255)] for level in range(256)]
        card.paste(_mask(text, plan.lang, fonts).point(steps), _corners(text.layer.box))
    out = BytesIO()
    card.save(out, "PNG", bits=4, compress_level=6)
    return out.getvalue()


def _shades(layout: CardLayout, first: int) -> dict[tuple[str, str], range]:
    """For each pair of a text's color and what is under it, the places in the palette of the shades between them."""
    pairs = sorted({(text.color, text.on) for text in layout.texts})
    each = (COLORS - first) // len(pairs)
    return {pair: range(first + number * each, first + (number + 1) * each) for number, pair in enumerate(pairs)}


def _palette(shades: Mapping[tuple[str, str], range], colors: Mapping[str, RGB]) -> list[RGB]:
    between = [
        mixed(colors[on], colors[color], number / (len(places) + 1))
        for (color, on), places in shades.items()
        for number in range(1, len(places) + 1)
    ]
    return [*colors.values(), *between]


def _mask(text: PlacedText, lang: str, fonts: Fonts) -> Image.Image:
    """How much of each pixel of its box a text covers, 0 to 255."""
    mask = Image.new("L", text.layer.box[2:])
    draw = ImageDraw.Draw(mask)
    for placed in text.runs:
        font = fonts.opened(placed.run.font, text.size)
        draw.text((placed.x, placed.baseline), placed.run.text, fill=255, font=font, anchor="ls", language=lang)
    return mask


def _corners(box: Box) -> Box:
    left, top, width, height = box
    return left, top, left + width, top + height
