"""Line breaks: where a line may end, in the scripts that people write titles in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

Measure = Callable[[str], float]

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"

# Ideographs, kana and their punctuation: a line may end between any two, but no closing sign may begin a line, nor an
# opening one end it (the core of the rules for Chinese and Japanese, JLREQ 3.1.7 and 3.1.8, and CLREQ 3.1.4).
WIDE = r"\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uffef"
OPENS = r"«“‘‹(\[{「『（《〈【〔［｛"
CLOSES = r".,;:!?…»”’›)\]}、。，．；：！？」』）》〉】〕］｝〟々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ·・％%"

BREAK = regex.compile(
    rf"(?<=[ ])(?![ ])"
    rf"|(?<=\p{{L}}[-\u2010–—/])(?=\p{{L}})"
    rf"|(?<=[{WIDE}])(?<![{OPENS}])(?![{CLOSES}\s\p{{M}}])"
    rf"|(?<![{OPENS}\s])(?=[{WIDE}])(?![{CLOSES}])",
    regex.V1,
)
FRENCH_BEFORE = regex.compile(r"[ ](?=[;:!?»%](?:\s|$))")
FRENCH_AFTER = regex.compile(r"(?<=«)[ ]")


def tidy(text: str) -> str:
    """One space between words, composed characters, and French signs tied to their word by a no-break space."""
    flat: str = regex.sub(r"[^\S\u00a0\u202f]+", " ", unicodedata.normalize("NFC", text)).strip()
    tied: str = FRENCH_AFTER.sub(NO_BREAK_SPACE, FRENCH_BEFORE.sub(NO_BREAK_SPACE, flat))
    # Few fonts have the narrow one.
    return tied.replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK_SPACE)


@dataclass(frozen=True)
class Piece:
    """A part of a text that stays on one line, and the space after it; widths in multiples of the letters' size."""

    text: str
    width: float
    space: float = 0.0


Line = tuple[Piece, ...]


def pieces(text: str, measure: Measure) -> tuple[Piece, ...]:
    """A tidy text in parts between which a line may end."""
    return tuple(_piece(part, measure) for part in BREAK.split(text) if part)


def broken(parts: Sequence[Piece], width: float, measure: Measure) -> tuple[Piece, ...]:
    """The same, with every piece that is wider than a line broken between graphemes."""
    found: list[Piece] = []
    for part in parts:
        graphemes = regex.findall(r"\X", part.text) if part.width > width else []
        found += [_piece(grapheme, measure) for grapheme in graphemes] or [part]
    return tuple(found)


def wrapped(parts: Sequence[Piece], width: float) -> list[Line]:
    """Lines that are filled one after the other."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    for part in parts:
        if lines[-1] and used + part.width > width:
            lines.append([])
            used = 0.0
        lines[-1].append(part)
        used += part.width + part.space
    return [tuple(line) for line in lines if line]


def balanced(parts: Sequence[Piece], width: float) -> list[Line]:
    """As few lines as `width` allows, about equally long: no lonely word at the end."""
    lines = wrapped(parts, width)
    narrow, wide = max((part.width for part in parts), default=0.0), width
    for _ in range(8):  # ever narrower, to within half a percent
        middle = (narrow + wide) / 2
        tried = wrapped(parts, middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            wide, lines = middle, tried
    return lines


def shortened(lines: Sequence[Line], count: int, width: float, measure: Measure) -> list[str]:
    """The texts of the first `count` lines; the last one ends in an ellipsis when there were more."""
    texts = ["".join(part.text for part in line).rstrip() for line in lines]
    if len(texts) <= count:
        return texts
    graphemes = regex.findall(r"\X", texts[count - 1])
    while graphemes and measure("".join(graphemes) + ELLIPSIS) > width:
        graphemes.pop()
    return [*texts[: count - 1], "".join(graphemes).rstrip(" .,;:!?" + NO_BREAK_SPACE) + ELLIPSIS]


def _piece(text: str, measure: Measure) -> Piece:
    shown = text.rstrip(" ")
    width = measure(shown) if shown else 0.0
    return Piece(text, width, measure(text) - width if shown != text else 0.0)
