"""Characters that readers cannot see, or that change what they see: refused or removed from short texts.

Bodies have their own, milder rules (see `places`): a text about Arabic letters may need what no title needs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import regex

from .model import Severity

CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
LINE_SEPARATOR = regex.compile(r"[\u2028\u2029]")
# U+200C and U+200D stay: Persian, Hindi and family emoji need them.
HIDDEN = regex.compile(
    r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]"
)
INVISIBLE = regex.compile(r"[\u200b\u00ad\u2060\ufeff]")
PILED_UP = regex.compile(r"(\p{M}{4})\p{M}+")
# The flags of England, Scotland and Wales are spelled with otherwise hidden tag characters.
FLAG = regex.compile(r"\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")

Report = Callable[[str, str, Severity], None]
"""Takes a finding's name, sentence and severity (`error` or `warning`)."""


def named(character: str) -> str:
    """How people can look a character up: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def clean(text: str, report: Report) -> str:
    """The text in NFC without characters that have no business in a title, a name or a summary.

    Reports `control-character` and `hidden-character`. Source of the rule: Unicode TR 36 and 39. Zero-width spaces and
    soft hyphens come with every paste from a word processor, and towers of accents are somebody's joke: those go with
    a warning, and the text stays.
    """
    text = unicodedata.normalize("NFC", text)
    if INVISIBLE.search(text):
        found = named(INVISIBLE.findall(text)[0])
        report("hidden-character", f"holds an invisible character ({found}), which is left out", "warning")
        text = INVISIBLE.sub("", text)
    if PILED_UP.search(text):
        report("hidden-character", "piles up more than four accents on one letter; the others are left out", "warning")
        text = PILED_UP.sub(r"\1", text)
    if found := CONTROL.search(text):
        report("control-character", f"holds a control character ({named(found[0])})", "error")
    if found := HIDDEN.search(FLAG.sub("", text)):
        report("hidden-character", f"holds a character that changes how others are read ({named(found[0])})", "error")
    return text


def clean_tree(value: object, report: Report) -> object:
    """The same for every text inside lists and mappings, keys included; anything else stays as it is."""
    if isinstance(value, str):
        return clean(value, report)
    if isinstance(value, list):
        return [clean_tree(item, report) for item in value]
    if isinstance(value, dict):
        return {clean(str(key), report): clean_tree(item, report) for key, item in value.items()}
    return value
