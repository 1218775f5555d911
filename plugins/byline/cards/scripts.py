"""Scripts: what a character needs so that it can be drawn, and who provides that."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import regex

# Shown as a picture of its own: by nature, because it was asked for, a flag, a keycap (UTS 51, 2.2 and ED-8 to ED-17).
EMOJI = regex.compile(r"^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F|[\U0001F1E6-\U0001F1FF]{2}|[0-9#*]\uFE0F?\u20E3)")
# Letters that join, stack or change places, or lines that begin at the right: without shaping they are misspelled.
SHAPED = regex.compile(
    r"[\p{bc=R}\p{bc=AL}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}"
    r"\p{Malayalam}\p{Sinhala}\p{Thai}\p{Lao}\p{Tibetan}\p{Myanmar}\p{Khmer}\p{Mongolian}\p{Javanese}\p{Balinese}]"
)
IDEOGRAPHS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}\u3000-\u303f\uff00-\uffef]")
KANA, HANGUL = regex.compile(r"[\p{Hiragana}\p{Katakana}]"), regex.compile(r"\p{Hangul}")
# A sign that is left out takes nothing from what is said: no letter, no mark, no digit.
SIGN = regex.compile(r"^[^\p{L}\p{M}\p{N}]|^[0-9#*]\uFE0F?\u20E3")
# The faces of one file that draw the same ideograph as each region writes it.
REGIONS = {"ja": 0, "ko": 1, "zh": 2, "zh-hant": 3, "zh-tw": 3, "zh-hk": 4, "zh-mo": 4}


def clusters(text: str) -> list[str]:
    """What people see as one character each (UAX 29)."""
    return list(text) if text.isascii() else regex.findall(r"\X", text)


def visible(cluster: str) -> Iterator[str]:
    """Characters that need a glyph: no joiners, direction marks, variation selectors and tags of flags."""
    return (c for c in cluster if unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f")


def is_emoji(cluster: str) -> bool:
    """Whether people expect a picture."""
    return not cluster.isascii() and EMOJI.match(cluster) is not None


def region(text: str, lang: str) -> int:
    """Which face of a font for Chinese, Japanese and Korean writes this text as its readers do."""
    tag = lang.lower()
    if tag.split("-")[0] in ("ja", "ko", "zh"):
        return REGIONS.get(tag, REGIONS[tag.split("-")[0]])
    return 0 if KANA.search(text) else 1 if HANGUL.search(text) else 2


def script(character: str) -> str:
    """The script of a character as fonts are named after it: `Thai`, `Arabic`, `CJK`; empty when it has no name."""
    if IDEOGRAPHS.match(character):
        return "CJK"
    return unicodedata.name(character, "").partition(" ")[0].title()


def package(characters: Iterable[str], shaping: bool) -> str:
    """The Debian packages, with spaces between them, that provide what is missing to draw these characters."""
    found = {_package(character, shaping) for character in characters}
    return " ".join(sorted(found))


def _package(character: str, shaping: bool) -> str:
    if not shaping and SHAPED.search(character):
        return "libfribidi0"
    if IDEOGRAPHS.match(character):
        return "fonts-noto-cjk"
    # Regional letters make flags.
    if regex.match(r"\p{Extended_Pictographic}|\p{Emoji_Presentation}|[\U0001F1E6-\U0001F1FF\u20E3]", character):
        return "fonts-noto-color-emoji"
    return "fonts-noto-core"
