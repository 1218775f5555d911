"""Portraits of people who do not exist: a bust, and for a head what the person works with. 640 by 640 pixels."""

from __future__ import annotations

import math

from drawing import CREAM, DEEP, GOLD, INK, MIST, OCHRE, RED, SAND, SNOW, TEAL, Canvas, curve, wave

SIDE = 640
X, Y, HEAD = 320, 292, 176


def _bust(ground: str, clothes: str) -> Canvas:
    canvas = Canvas(SIDE, SIDE, ground)
    canvas.disc(X, 700, 330, clothes)
    return canvas


def tom_ashgrove() -> Canvas:
    """A dial."""
    canvas = _bust(SAND, TEAL)
    canvas.disc(X, Y, HEAD, OCHRE)
    canvas.disc(248, 236, 150, TEAL, 0.6)
    canvas.disc(392, 236, 150, CREAM, 0.5)
    for tick in range(-4, 5):
        angle, long = math.radians(tick * 15), tick % 4 == 0
        near, far = 214 if long else 226, 258
        ends = [(X + r * math.sin(angle), Y - r * math.cos(angle)) for r in (near, far)]
        canvas.stroke(ends, 6, INK)
    canvas.polygon([(400, 112), (339, 300), (301, 284)], RED)
    canvas.disc(X, Y, 22, INK)
    return canvas


def ines_valcourt() -> Canvas:
    """Two languages."""
    canvas = _bust(CREAM, RED)
    canvas.polygon([(170, 330), (276, 372), (150, 452)], OCHRE)
    canvas.disc(252, 268, 150, OCHRE)
    canvas.polygon([(470, 330), (364, 372), (490, 452)], TEAL)
    canvas.disc(388, 268, 150, TEAL)
    with canvas.inside(388, 268, 150):
        canvas.disc(252, 268, 150, DEEP)
    for row, (left, right) in enumerate(((420, 492), (420, 506), (420, 470))):
        canvas.stroke([(left, 228 + 40 * row), (right, 228 + 40 * row)], 9, CREAM)
    for row, (left, right) in enumerate(((150, 216), (138, 208), (154, 212))):
        canvas.stroke([(left, 228 + 40 * row), (right, 228 + 40 * row)], 9, INK)
    return canvas


def awa_lindqvist() -> Canvas:
    """What spreads from one question."""
    canvas = _bust(SAND, DEEP)
    for radius, alpha in ((300, 0.3), (262, 0.45), (220, 0.6)):
        canvas.ring(X, Y, radius, 5, RED, alpha)
    for radius, color in ((HEAD, RED), (142, SAND), (108, RED), (74, OCHRE), (40, DEEP)):
        canvas.disc(X, Y, radius, color)
    canvas.disc(X + 12, Y - 12, 9, SNOW)
    return canvas


def mateo_arbelaiz() -> Canvas:
    """A head as tall as its bars; one is left open."""
    canvas = _bust(CREAM, INK)
    canvas.disc(X, Y, HEAD + 24, SAND)
    for number, place in enumerate(range(-3, 4)):
        center, half = X + place * 48, math.sqrt(HEAD**2 - (place * 48) ** 2)
        left, right, top, bottom = center - 18, center + 18, Y - half, Y + half
        if number == 4:
            canvas.stroke([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], 5, RED)
        else:
            canvas.rectangle(left, top, right, bottom, TEAL if number % 2 else DEEP)
    return canvas


def noor_castellane() -> Canvas:
    """A summit."""
    canvas = _bust(SAND, TEAL)
    canvas.disc(X, Y, HEAD + 14, SNOW)
    with canvas.inside(X, Y, HEAD):
        canvas.rectangle(0, 0, SIDE, SIDE, MIST)
        canvas.disc(402, 196, 40, CREAM)
        canvas.polygon([(90, 500), (300, 168), (520, 500)], DEEP)
        canvas.polygon([(300, 168), (354, 249), (322, 276), (300, 250), (274, 284), (246, 254)], SNOW)
        canvas.polygon([(240, 500), (420, 300), (600, 500)], TEAL)
    return canvas


def keiko_thornbury() -> Canvas:
    """A ruled sheet with a folded corner."""
    canvas = _bust(OCHRE, RED)
    canvas.polygon([(180, 120), (404, 104), (478, 170), (494, 444), (198, 462)], INK, 0.16)
    canvas.polygon([(170, 108), (396, 92), (468, 160), (484, 434), (188, 452)], SNOW)
    canvas.polygon([(396, 92), (468, 160), (401, 166)], SAND)
    for row in range(7):
        y = 196 + 34 * row
        canvas.stroke([(204 + row, y + 2), (452 + row * 2, y - 15)], 3, MIST)
    canvas.stroke([(214, 132), (234, 436)], 4, RED)
    canvas.stroke(curve(lambda x: 262 - 26 * math.sin(x / 15) - x / 16, 252, 430), 8, INK)
    return canvas


def dawit_perreault() -> Canvas:
    """An apricot tree."""
    canvas = _bust(CREAM, OCHRE)
    canvas.polygon([(296, 560), (306, 380), (334, 380), (346, 560)], INK)
    for x, y, radius in ((236, 320, 112), (404, 320, 112), (X, 220, 134), (X, 320, 120)):
        canvas.disc(x, y, radius, TEAL)
    for x, y, radius in ((270, 210, 60), (390, 270, 44)):
        canvas.disc(x, y, radius, MIST, 0.28)
    for x, y in ((236, 322), (348, 214), (416, 344)):
        canvas.disc(x, y, 27, GOLD)
        canvas.disc(x + 7, y + 6, 20, RED, 0.35)
    return canvas


def oona_ferreira() -> Canvas:
    """A lantern above the sea."""
    canvas = Canvas(SIDE, SIDE, DEEP)
    canvas.polygon([(X, 262), (-40, 130), (-40, 310)], GOLD, 0.4)
    canvas.polygon([(X, 262), (680, 130), (680, 310)], GOLD, 0.4)
    canvas.polygon([(244, 640), (272, 360), (368, 360), (396, 640)], SNOW)
    canvas.polygon([(258, 500), (266, 424), (374, 424), (382, 500)], RED)
    canvas.rectangle(246, 340, 394, 362, INK)
    canvas.rectangle(274, 196, 366, 340, CREAM)
    canvas.disc(X, 268, 40, GOLD)
    canvas.polygon([(252, 200), (X, 118), (388, 200)], RED)
    for row, color in enumerate((MIST, TEAL, DEEP)):
        waves = curve(wave(540 + 32 * row, 10, 38, 2 * row), 0, 640)
        canvas.polygon([(0, SIDE), *waves, (SIDE, SIDE)], color)
    return canvas


PORTRAITS = {
    draw.__name__.replace("_", "-"): draw
    for draw in (
        *(tom_ashgrove, ines_valcourt, awa_lindqvist, mateo_arbelaiz),
        *(noor_castellane, keiko_thornbury, dawit_perreault, oona_ferreira),
    )
}
