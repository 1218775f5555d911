"""Colors: how they differ, and what lies between them.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). A color that must change changes in
lightness alone, in OKLab (https://bottosson.github.io/posts/oklab/), where it stays the same color to the eye.
"""

from __future__ import annotations

from math import hypot, inf

Triple = tuple[float, float, float]

READABLE = 4.5  # WCAG 2.2, 1.4.3, level AA
STEP = 0.005  # of lightness, less than an eye can tell
TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
FROM_LAB = ((1, 0.3963377774, 0.2158037573), (1, -0.1055613458, -0.0638541728), (1, -0.0894841775, -1.2914855480))
FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def contrast(first: str, second: str) -> float:
    """The contrast of two colors, 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(color: str, ground: str) -> str:
    """The color itself when it can be read on the ground, else the nearest in lightness that can."""
    away = STEP if contrast("#ffffff", ground) >= contrast("#000000", ground) else -STEP
    lightness = lab(color)[0]
    while contrast(color, ground) < READABLE and 0 <= lightness <= 1:
        lightness += away
        color = toned(color, min(1.0, max(0.0, lightness)))
    return color


def mixed(first: str, second: str, part: float) -> str:
    """A color between two: 0 is the first, 1 the second."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def toned(color: str, lightness: float, most: float = inf) -> str:
    """The color at another lightness (0 to 1), as colorful as it was if a screen can show it, and `most` at most."""
    _, a, b = lab(color)
    scale = min(1.0, most / (hypot(a, b) or 1))
    while scale > 0.01:
        linear = _linear_of((lightness, a * scale, b * scale))
        if all(-1e-4 <= part <= 1.0001 for part in linear):
            return _hex(linear)
        scale *= 0.97
    return _hex(_linear_of((lightness, 0, 0)))


def lab(color: str) -> Triple:
    """OKLab of a color: lightness from 0 to 1, then green to red and blue to yellow."""
    cones = _times(TO_CONES, _linear(color))
    return _times(TO_LAB, (cones[0] ** (1 / 3), cones[1] ** (1 / 3), cones[2] ** (1 / 3)))


def _linear_of(color: Triple) -> Triple:
    cones = _times(FROM_LAB, color)
    return _times(FROM_CONES, (cones[0] ** 3, cones[1] ** 3, cones[2] ** 3))


def _luminance(color: str) -> float:
    red, green, blue = _linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(color: str) -> Triple:
    red, green, blue = (one / 255 for one in bytes.fromhex(color[1:]))
    return _gamma(red), _gamma(green), _gamma(blue)


def _gamma(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _hex(linear: Triple) -> str:
    parts = (min(1.0, max(0.0, part)) for part in linear)
    curved = (part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts)
    return "#" + "".join(f"{round(part * 255):02x}" for part in curved)


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
