"""Line breaks: where a line may end, in the scripts that people write titles in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import budoux
import regex

Measure = Callable[[str], float]

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
MOST_PIECES = 60  # of a text whose lines are weighed against each other; a longer one is simply filled in

# Ideographs, kana and their punctuation: a line may end between any two, but no closing sign may begin a line, nor an
# opening one end it (the core of the rules for Chinese and Japanese, JLREQ 3.1.7 and 3.1.8, and CLREQ 3.1.4).
WIDE = r"\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uffef"
OPENS = r"«“‘‹(\[{「『（《〈【〔［｛"
CLOSES = r".,;:!?…»”’›)\]}、。，．；：！？」』）》〉】〕］｝〟々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ·・％%"

EXTENDS = r"\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}"  # what belongs to the character before it

BREAK = regex.compile(
    rf"(?<=[ ])(?![ {EXTENDS}])"
    rf"|(?<=\p{{L}}[-\u2010–—/])(?=\p{{L}})"
    rf"|(?<=[{WIDE}])(?<![{OPENS}])(?![{CLOSES}\s{EXTENDS}])"
    rf"|(?<![{OPENS}\s])(?=[{WIDE}])(?![{CLOSES}])",
    regex.V1,
)
FRENCH_BEFORE = regex.compile(r"[ ](?=[;:!?»%](?:\s|$))")
FRENCH_AFTER = regex.compile(r"(?<=«)[ ]")
KANA, HAN, THAI = (regex.compile(pattern) for pattern in (r"[\p{Hiragana}\p{Katakana}]", r"\p{Han}", r"\p{Thai}"))
# Written without spaces, and without a dictionary of ours: a line ends between what people see as characters.
UNSPACED = regex.compile(r"[\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Javanese}]")


def tidy(text: str) -> str:
    """One space between words, composed characters, and French signs tied to their word by a no-break space."""
    flat: str = regex.sub(r"[^\S\u00a0\u202f]+", " ", unicodedata.normalize("NFC", text)).strip()
    tied: str = FRENCH_AFTER.sub(NO_BREAK_SPACE, FRENCH_BEFORE.sub(NO_BREAK_SPACE, flat))
    # Few fonts have the narrow one.
    return tied.replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK_SPACE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that stays on one line, and the space after it; widths in multiples of the letters' size."""

    text: str
    width: float
    space: float = 0.0


Line = tuple[Piece, ...]


def pieces(text: str, measure: Measure, lang: str = "") -> tuple[Piece, ...]:
    """A tidy text in parts between which a line may end."""
    parts = (
        text.replace(" ", " \0").split("\0") if text.isascii() and not {"-", "/"} & set(text) else _parts(text, lang)
    )
    return tuple(_piece(part, measure) for part in parts if part)


def broken(parts: Sequence[Piece], width: float, measure: Measure) -> tuple[Piece, ...]:
    """The same, with every piece wider than a line broken: where its script allows it, else between clusters."""
    if all(part.width <= width for part in parts):
        return tuple(parts)
    found: list[Piece] = []
    for part in parts:
        smaller = [_piece(one, measure) for one in BREAK.split(part.text) if one] if part.width > width else [part]
        for one in smaller:
            graphemes = regex.findall(r"\X", one.text) if one.width > width else []
            found += [_piece(grapheme, measure) for grapheme in graphemes] or [one]
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
    """As few lines as `width` allows, as equally long as they can be, so that no lonely word stands at the end."""
    lines = wrapped(parts, width)
    if not 1 < len(lines) < len(parts) <= MOST_PIECES:
        return lines
    wanted = sum(part.width + part.space for part in parts) / len(lines)
    # By where a line may end: how uneven the best lines up to there are, and where they end.
    found: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in lines:
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for begin, (cost, ends) in found.items():
            used = 0.0
            for end in range(begin, len(parts)):
                used += parts[end].width
                if used > width and end > begin:
                    break
                uneven = cost + (used - wanted) ** 2
                if end + 1 not in longer or uneven < longer[end + 1][0]:
                    longer[end + 1] = (uneven, (*ends, end + 1))
                used += parts[end].space
        found = longer
    return [tuple(parts[begin:end]) for begin, end in pairwise(found[len(parts)][1])]


def shortened(lines: Sequence[Line], count: int, width: float, measure: Measure) -> list[str]:
    """The texts of the first `count` lines; the last ends in an ellipsis, after a whole word, when there were more."""
    texts = ["".join(part.text for part in line).rstrip() for line in lines]
    if len(texts) <= count:
        return texts
    words = [part.text for part in lines[count - 1]]
    while len(words) > 1 and measure(_ended(words)) > width:
        words.pop()
    letters = regex.findall(r"\X", words[0]) if len(words) == 1 else words
    while letters and measure(_ended(letters)) > width:
        letters.pop()
    return [*texts[: count - 1], _ended(letters)]


def _ended(parts: Sequence[str]) -> str:
    return "".join(parts).rstrip(" .,;:!?" + NO_BREAK_SPACE) + ELLIPSIS


def _parts(text: str, lang: str) -> Iterator[str]:
    for part in BREAK.split(text) if not _needs_words(text) else _phrases(text, lang):
        if UNSPACED.search(part):
            yield from regex.findall(r"\X", part)
        else:
            yield part


def _needs_words(text: str) -> bool:
    return any(script.search(text) for script in (HAN, KANA, THAI))


def _phrases(text: str, lang: str) -> Iterator[str]:
    """Parts that end where words do: a line may only end there, and where the rules of the script allow it too."""
    ends = set(accumulate(map(len, _parser(_language(text, lang)).parse(text))))
    allowed = [match.start() for match in BREAK.finditer(text)]
    thai = bool(THAI.search(text))
    places = [place for place in sorted({*allowed, *(ends if thai else ())}) if _may_end(text, place, ends)]
    return (text[begin:end] for begin, end in pairwise([0, *places, len(text)]))


def _may_end(text: str, place: int, ends: set[int]) -> bool:
    """Spaces and hyphens always part; between letters without spaces, the end of a word does."""
    if not 0 < place < len(text):
        return False
    around = text[place - 1 : place + 1]
    if around[0] in " -/–—\u2010":
        return True
    if regex.match(r"\X", text, pos=place - 1).end() > place:
        return False
    return place in ends and around[-1] not in CLOSES and around[0] not in OPENS and not around[-1].isspace()


def _language(text: str, lang: str) -> str:
    if THAI.search(text):
        return "th"
    if KANA.search(text) or lang.startswith("ja"):
        return "ja"
    return "zh-hant" if lang.lower() in ("zh-hant", "zh-tw", "zh-hk", "zh-mo") else "zh-hans"


@cache
def _parser(language: str) -> budoux.Parser:
    loaders = {
        "th": budoux.load_default_thai_parser,
        "ja": budoux.load_default_japanese_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
    }
    return loaders[language]()


def _piece(text: str, measure: Measure) -> Piece:
    shown = text.rstrip(" ")
    width = measure(shown) if shown else 0.0
    if shown == text:
        return Piece(text, width)
    return Piece(text, width, measure(" ") if text.isascii() else measure(text) - width)
