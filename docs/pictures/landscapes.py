"""Pictures of articles that show a place: 1440 by 810 pixels, named by article and file."""

from __future__ import annotations

import math

from drawing import CREAM, DEEP, GOLD, INK, MIST, OCHRE, RED, SAND, SNOW, TEAL, Canvas, Point, curve, scattered, wave

WIDE, HIGH = 1440, 810


def three_panels() -> Canvas:
    """Before, during, after."""
    canvas = Canvas(WIDE, HIGH, CREAM)
    for left, sky, lean in ((90, MIST, 0.22), (520, SAND, 0.1), (950, GOLD, 0.0)):
        canvas.rectangle(left, 130, left + 400, 680, sky)
        canvas.rectangle(left, 570, left + 400, 680, TEAL if lean < 0.2 else DEEP)
        _mast(canvas, left + 190, lean)
    for row in range(4):
        wind = curve(wave(330 + 48 * row, 9, 24, row), 116, 262 - 22 * (row % 3))
        canvas.stroke(wind, 6, SNOW, 0.8)
    canvas.stroke(curve(lambda x: 330 + (x - 736) * 1.18 + 12 * math.sin((x - 736) / 46), 736, 888), 6, RED)
    canvas.rectangle(868, 510, 908, 548, RED)
    canvas.disc(1276, 206, 44, SNOW)
    return canvas


def _mast(canvas: Canvas, foot: float, lean: float) -> None:
    top: Point = (foot + 330 * lean, 250)
    canvas.stroke([(foot, 590), top], 12, INK)
    for side in (-1, 1):
        canvas.stroke([top, (top[0] + side * 46, top[1] - side * 46 * lean)], 7, INK)
        canvas.disc(top[0] + side * 54, top[1] - side * 54 * lean, 17, RED)


def two_shores() -> Canvas:
    """The same hills, said twice."""
    canvas = Canvas(WIDE, HIGH, CREAM)
    canvas.rectangle(0, 405, WIDE, HIGH, DEEP)
    canvas.disc(1080, 200, 62, OCHRE)
    canvas.disc(1080, 610, 62, GOLD, 0.5)
    for phase, tall, above, below in ((0.0, 190, MIST, RED), (1.7, 130, TEAL, OCHRE), (3.1, 70, DEEP, GOLD)):
        heights = curve(wave(0.6 * tall, 0.4 * tall, 110 + tall / 2, phase), 0, WIDE)
        canvas.polygon([(0, 405), *((x, 405 - y) for x, y in heights), (WIDE, 405)], above)
        canvas.polygon([(0, 405), *((x, 405 + y) for x, y in heights), (WIDE, 405)], below, 0.85)
    for row in range(5):
        y = 470 + 66 * row
        canvas.stroke([(90 + 60 * row, y), (520 + 40 * row, y)], 3, CREAM, 0.5)
        canvas.stroke([(760 - 20 * row, y + 26), (1290 - 30 * row, y + 26)], 3, CREAM, 0.35)
    return canvas


def footprints() -> Canvas:
    """From the mast to the hut."""
    canvas = Canvas(WIDE, HIGH, MIST)
    canvas.disc(1130, 170, 56, CREAM)
    canvas.polygon(
        [(0, 520), (280, 210), (520, 470), (760, 250), (1060, 520), (WIDE, 330), (WIDE, HIGH), (0, HIGH)], TEAL
    )
    canvas.polygon([(0, 640), *curve(wave(560, -70, 420), 0, WIDE), (WIDE, HIGH), (0, HIGH)], SNOW)
    for step in range(15):
        x, y = 236 + 58 * step, 728 - 13.5 * step + (9 if step % 2 else -9)
        canvas.stroke([(x, y), (x + 20 - step * 0.7, y - 3)], 15 - 0.6 * step, MIST)
    canvas.stroke([(170, 740), (170, 430)], 10, INK)
    canvas.polygon([(110, 440), (214, 418), (214, 462)], RED)
    canvas.rectangle(1100, 452, 1240, 556, DEEP)
    canvas.polygon([(1076, 460), (1170, 376), (1264, 460)], INK)
    canvas.polygon([(1090, 446), (1170, 376), (1250, 446)], SNOW)
    canvas.rectangle(1128, 482, 1172, 524, GOLD)
    return canvas


def orchard() -> Canvas:
    """A night without frost."""
    canvas = Canvas(WIDE, HIGH, DEEP)
    for x, y in scattered(70, WIDE, 330):
        canvas.disc(x, y, 2.5 if x % 3 > 1 else 1.5, CREAM, 0.9)
    canvas.polygon([(0, 430), *curve(wave(380, -70, 400, 0.6), 0, WIDE), (WIDE, HIGH), (0, HIGH)], TEAL)
    for row in range(5):
        size = 24 + 9 * row
        for place in range(-1, 2 * WIDE // (5 * size) + 1):
            x = place * size * 2.6 + (row % 2) * size * 1.3
            y = 430 + 76 * row - 60 * math.sin(x / 400 + 0.6)
            canvas.rectangle(x - size / 10, y, x + size / 10, y + size, INK)
            canvas.disc(x, y, size, MIST if (place + row) % 3 else OCHRE)
    for x, top, foot in ((330, 240, 520), (760, 190, 590), (1190, 270, 640)):
        canvas.stroke([(x, foot), (x, top)], 8, SNOW)
        canvas.disc(x, top, 26, RED, 0.35)
        canvas.disc(x, top, 13, RED)
    return canvas


LANDSCAPES = {
    "before-during-after/three-panels": three_panels,
    "writing-in-two-languages/two-shores": two_shores,
    "when-you-leave/footprints": footprints,
    "from-the-orchard/orchard": orchard,
}
