"""Rules of French typography, as far as the page cannot mend it: it turns a space into the right one, but adds none.

Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..rules import Spot, rule
from .desk import Desk
from .sheet import Sheet

_FRENCH = re.compile(
    r"(?i)\b(?:[ldjcnsmtu]|qu)['’]|[àâçèéêîôùû]|\b(?:le|la|les|des?|du|une?|et|est|sont|que|qui|quoi|pour|dans|en|ce|ces"
    r"|cette|il|elle|ils|on|vous|nous|je|tu|avec|sur|pas|plus|au|aux|par|son|sa|ses|vos?|votre|mais|comme|environ|voici)\b"
)
_CLOSE = re.compile(
    r"(?:(?<=\w\w)|(?<=[)\]»’'%*_]))(?P<mark>[!?;:»]+)(?=[\s*_)]|$)|(?<=\s)(?P<open>«)(?=\w)", re.MULTILINE
)
_QUOTED = re.compile(r"(?<![\w\"”“=])[\"“](?=[^\W\d])(?P<words>[^\"“”\n=;{}<>]{2,200})(?<=[\w.!?…,)])[\"”](?![\w\"])")
_LIGATURE = re.compile(
    r"(?i)\b(?:(?:c|s|ch|ranc)oeurs?|noeuds?|voeux?|boeufs?|oeufs?|oeil|oeuvr\w+|moeurs|manoeuvr\w+|foet(?:us|al\w*)|oecum\w+"
    r"|oedèm\w+|oesophag\w+)\b"
)
_BEGIN = r"(?:^[ \t]*(?:[-*+>][ \t]+|\d+[.)][ \t]+|#{1,6}[ \t]+)?|[.!?…]\s+)"
_A = r"A(?=\s(?:l[ae]\b|l['’]|cette|partir|travers|noter|chaque|propos|côté|titre|quoi|force|cause|moins que|savoir)\b)"
_E = (
    r"E(?=(?:tats?|tait|taient|tant|tapes?|tudes?|coles?|crans?|crire|crivez|galement|quipes?|videmment|vitez|viter)\b"
    r"|vidence|lément|v[eéè]nement|volution|nergie|poque|lectr|conom|diteur|tonn|norm)"
)
_C = r"C(?=a\s(?:fait|va|y|peut|ne|me|permet|veut|sera|vous)\b)"
_CAPITAL = re.compile(f"{_BEGIN}(?P<word>{_A}|{_E}|{_C})", re.MULTILINE)
_ACCENTED = {"A": "À", "E": "É", "C": "Ç"}
_UNIT = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?(?P<unit>%|€)(?![\w%])")
_ORDINAL = re.compile(r"\b\d+(?P<end>ère|ères|ème|èmes|ième|ièmes|ier|nde)\b")


def _first(sheet: Sheet, pattern: re.Pattern[str], group: str, say: Callable[[str], str]) -> Iterator[Spot]:
    """A spot where a French text first shows something, and how often it does."""
    if sheet.lang.split("-")[0].lower() != "fr":
        return
    if found := [_place(match, group) for match in pattern.finditer(sheet.prose) if _is_french(sheet.prose, match)]:
        start, end = found[0]
        message = say(sheet.text[start:end])
        if len(found) > 1:
            message = f"{len(found)} times: {message}"
        yield sheet.spot(start, end, message)


def _is_french(prose: str, match: re.Match[str]) -> bool:
    """Whether the line of a match has a word that only French has: texts quote titles and messages in English."""
    start, end = prose.rfind("\n", 0, match.end()) + 1, prose.find("\n", match.end())
    return bool(_FRENCH.search(prose, start, end if end > 0 else len(prose)))


def _place(match: re.Match[str], group: str) -> tuple[int, int]:
    """Where the group stands that is to be marked; the whole match when it took no part."""
    return match.span(group) if group and match[group] else match.span()


@rule("french-space", "advice", "Type an ordinary space; the page makes it one that no line breaks at.")
def marks_have_a_space(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """French puts a space before `;`, `:`, `!`, `?` and inside `« »`."""
    yield from _first(
        sheet,
        _CLOSE,
        "mark",
        lambda mark: "a space is missing after «" if mark == "«" else f"a space is missing before '{mark}'",
    )


@rule("french-quotes", "advice", "Write « and » around it.")
def quotes_are_guillemets(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """French quotes between « and »; those of a typewriter are for code."""
    yield from _first(sheet, _QUOTED, "", lambda quoted: f"these quotes are not French: {quoted}")


@rule("french-ligature", "advice", "Write œ.")
def ligatures_are_written(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """œ is a letter of its own in words such as cœur, œuvre and nœud."""
    yield from _first(sheet, _LIGATURE, "", lambda word: f"'{word}' is written '{_bound(word)}'")


def _bound(word: str) -> str:
    return word.replace("oe", "œ").replace("Oe", "Œ").replace("OE", "Œ")


@rule("french-capital", "advice", "Capitals keep their accents: À, É, Ç.")
def capitals_keep_accents(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """Capitals keep accents and cedillas: a text without them is harder to read, and sometimes means something else."""
    yield from _first(sheet, _CAPITAL, "word", lambda letter: f"'{letter}' is written '{_ACCENTED[letter]}' here")


@rule("french-unit", "advice", "Type an ordinary space between number and sign.")
def units_have_a_space(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """A number and its unit stand apart: 10 %, 10 €."""
    yield from _first(sheet, _UNIT, "unit", lambda sign: f"a space is missing before '{sign}'")


@rule("french-ordinal", "advice", "1er, 1re, 2e, 3e are whole.")
def ordinals_are_short(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """Ordinals are shortened to 1er, 1re, 2e; not 1ère or 2ème."""
    yield from _first(sheet, _ORDINAL, "end", lambda end: f"'{end}' is written '{_short(end)}'")


def _short(end: str) -> str:
    ends = {"ère": "re", "ères": "res", "èmes": "es", "ièmes": "es", "ier": "er", "nde": "de"}
    return ends.get(end, "e")
