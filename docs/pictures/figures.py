"""Pictures of articles that show a thing or a thought: 1440 by 810 pixels, named by article and file."""

from __future__ import annotations

import math

from drawing import CREAM, DEEP, GOLD, INK, MIST, OCHRE, RED, SAND, SNOW, TEAL, Canvas, curve, scattered

WIDE, HIGH = 1440, 810


def door() -> Canvas:
    """Nobody is pushed through it."""
    canvas = Canvas(WIDE, HIGH, SAND)
    canvas.rectangle(0, 640, WIDE, HIGH, OCHRE, 0.55)
    canvas.polygon([(606, 640), (820, 640), (1180, HIGH), (420, HIGH)], GOLD, 0.75)
    canvas.rectangle(590, 120, 850, 640, SNOW)
    canvas.rectangle(606, 136, 834, 640, GOLD)
    canvas.polygon([(834, 136), (834, 640), (694, 704), (694, 86)], TEAL)
    canvas.polygon([(814, 176), (814, 380), (714, 396), (714, 150)], DEEP, 0.5)
    canvas.polygon([(814, 420), (814, 606), (714, 642), (714, 434)], DEEP, 0.5)
    canvas.disc(708, 418, 9, GOLD)
    return canvas


def bars() -> Canvas:
    """Readings with their error, and one that was not taken."""
    canvas = Canvas(WIDE, HIGH, CREAM)
    for row in range(5):
        canvas.stroke([(160, 200 + 110 * row), (1280, 200 + 110 * row)], 2, SAND)
    for number, height in enumerate((210, 330, 270, 380, 450, 300)):
        left, top = 200 + 180 * number, 640 - height
        if number == 3:
            _dotted(canvas, left, top)
            continue
        canvas.rectangle(left, top, left + 110, 640, (DEEP, TEAL, MIST)[number % 3])
        for a, b in (((55, -34), (55, 34)), ((35, -34), (75, -34)), ((35, 34), (75, 34))):
            canvas.stroke([(left + a[0], top + a[1]), (left + b[0], top + b[1])], 7, RED)
    canvas.stroke([(150, 642), (1290, 642)], 6, INK)
    return canvas


def _dotted(canvas: Canvas, left: float, top: float) -> None:
    for y in range(round(top), 630, 22):
        canvas.disc(left + 3, y, 4, INK)
        canvas.disc(left + 107, y, 4, INK)
    for x in range(1, 5):
        canvas.disc(left + 3 + x * 20.8, top, 4, INK)


def frame() -> Canvas:
    """Somebody is left out of it, as they wished."""
    canvas = Canvas(WIDE, HIGH, SAND)
    canvas.rectangle(332, 112, 1132, 732, INK, 0.14)
    canvas.rectangle(310, 90, 1110, 710, DEEP)
    canvas.rectangle(340, 120, 1080, 680, SNOW)
    canvas.rectangle(390, 170, 1030, 630, CREAM)
    canvas.disc(880, 270, 46, OCHRE)
    for color, points in (
        (MIST, [(390, 460), (520, 330), (620, 420), (760, 260), (900, 400), (1030, 320)]),
        (TEAL, [(390, 540), (560, 430), (700, 520), (880, 420), (1030, 500)]),
    ):
        canvas.polygon([(390, 630), *points, (1030, 630)], color)
    canvas.polygon([(560, 630), (588, 560), (644, 532), (776, 532), (832, 560), (860, 630)], DEEP)
    canvas.disc(710, 452, 78, SNOW)
    canvas.ring(710, 452, 78, 5, DEEP)
    return canvas


def ripples() -> Canvas:
    """Three who gain."""
    canvas = Canvas(WIDE, HIGH, TEAL)
    centers = ((520, 300, GOLD), (920, 300, CREAM), (720, 560, RED))
    for x, y, color in centers:
        canvas.disc(x, y, 250, color, 0.22)
    for x, y, color in centers:
        for radius in range(90, 320, 80):
            canvas.ring(x, y, radius, 5, color)
        canvas.disc(x, y, 16, color)
    return canvas


def braid() -> Canvas:
    """Two lines that become one."""
    canvas = Canvas(WIDE, HIGH, CREAM)

    def apart(x: float) -> float:
        return 130 * math.cos((x - 90) / 250 * math.pi) * max(0.0, 1 - max(0.0, x - 700) / 340)

    for row in range(7):
        canvas.stroke([(90, 150 + 85 * row), (1350, 150 + 85 * row)], 2, SAND)
    ways = {TEAL: curve(lambda x: 405 - apart(x), 90, 1350), RED: curve(lambda x: 405 + apart(x), 90, 1350)}
    # Each crossing shows which of the two lies above: a gap in the other one, then the line itself.
    for color, left, right in ((RED, 90, 1020), (TEAL, 90, 1020), (RED, 375, 555)):
        canvas.stroke([point for point in ways[color] if left + 30 < point[0] < min(right, 850) - 30], 44, CREAM)
        canvas.stroke([point for point in ways[color] if left <= point[0] <= right], 26, color)
    canvas.stroke([(1012, 405), (1350, 405)], 30, DEEP)
    return canvas


def window() -> Canvas:
    """Somebody is still writing."""
    canvas = Canvas(WIDE, HIGH, DEEP)
    for x, y in scattered(46, WIDE, HIGH):
        canvas.rectangle(x, y, x + 90, y + 5, TEAL, 0.35)
    canvas.rectangle(440, 95, 1000, 715, INK)
    for row in range(3):
        for column in range(3):
            left, top = 470 + 173 * column, 125 + 193 * row
            lit = (row, column) == (1, 2)
            canvas.rectangle(left, top, left + 154, top + 174, GOLD if lit else TEAL, 1 if lit else 0.7)
    canvas.polygon([(816, 492), (816, 450), (970, 470), (970, 492)], INK)
    canvas.disc(872, 400, 26, INK)
    canvas.polygon([(838, 492), (850, 436), (894, 436), (908, 492)], INK)
    canvas.rectangle(416, 715, 1024, 741, MIST)
    return canvas


def signature() -> Canvas:
    """Readings that turn into a name."""
    canvas = Canvas(WIDE, HIGH, CREAM)
    for row in range(7):
        canvas.stroke([(90, 130 + 110 * row), (1350, 130 + 110 * row)], 2, SAND)
    canvas.stroke([(150, 0), (150, HIGH)], 3, RED, 0.5)
    readings = curve(lambda x: 400 + 62 * math.sin(x / 66) + 34 * math.sin(x / 27), 190, 760)
    start = readings[-1]
    loops = []
    for i in range(320):
        t = i / 320
        tall = 112 * (1 - t) + 22
        x, y = start[0] + 470 * t + tall * 0.55 * math.sin(t * 31), start[1] - tall * (1 - math.cos(t * 31)) + 40 * t
        loops.append((x, y))
    canvas.stroke([*readings, *loops], lambda place: 8 + 5 * math.sin(place * 40), TEAL)
    canvas.stroke(
        curve(lambda x: 560 - 0.0002 * (x - 1150) ** 2, 800, 1300), lambda place: 2 + 6 * place * (1 - place), TEAL
    )
    return canvas


def bench() -> Canvas:
    """A workbench from above, and what lies on it in the morning."""
    canvas = Canvas(WIDE, HIGH, OCHRE)
    for row in range(6):
        canvas.rectangle(0, row * 135, WIDE, row * 135 + 131, SAND, 0.55 + 0.06 * (row % 3))
    for number, color in enumerate((TEAL, DEEP, RED)):
        left = 190 + 380 * number
        canvas.rectangle(left + 14, 254, left + 314, 594, INK, 0.18)
        canvas.rectangle(left, 240, left + 300, 580, SNOW)
        canvas.disc(left + 150, 390, 110, CREAM)
        canvas.disc(left + 150, 390, 92, color)
        canvas.stroke([(left + 150, 390), (left + 190 - 40 * number, 318)], 9, GOLD)
        canvas.rectangle(left + 60, 526, left + 240, 546, MIST)
    canvas.stroke([(150, 690), (620, 672)], 26, GOLD)
    canvas.stroke([(760, 676), (1290, 694)], 14, INK)
    return canvas


FIGURES = {
    "why-it-is-voluntary/door": door,
    "what-the-figures-count/bars": bars,
    "pictures-and-people/frame": frame,
    "what-makes-a-good-share/ripples": ripples,
    "two-names-one-text/braid": braid,
    "a-week-with-the-writers/window": window,
    "why-we-sign/signature": signature,
}
