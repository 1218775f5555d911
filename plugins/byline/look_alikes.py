"""Names that pass for other names. After Unicode TR 39, cut down to the scripts that look alike in a byline."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable

import regex

# Cyrillic and Greek letters, and digits, that read as Latin letters in most fonts.
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХЬаеѕіјорсухһԁԛԝкмтнвг", "ABESIJKMHOPCTYXbaesijopcyxhdqwkmthbr", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ", "ABEZHIKMNOPTYXaiknoptux", strict=True))
_LATIN = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "0": "o", "1": "l", "I": "l", "|": "l"}
LOOKS_LIKE = str.maketrans({**_CYRILLIC, **_GREEK, **_LATIN})
ACCENTS = regex.compile(r"[\u0300-\u036f]")
SCRIPTS = [regex.compile(rf"\p{{Script={name}}}") for name in ("Latin", "Cyrillic", "Greek", "Armenian", "Cherokee")]


def skeleton(name: str) -> str:
    """What is left of a name when accents, case, spaces, signs and look-alike letters no longer count."""
    bare = ACCENTS.sub("", unicodedata.normalize("NFKD", name)).translate(LOOKS_LIKE).casefold()
    return str(regex.sub(r"[^\w]|_", "", bare)).replace("rn", "m")


def mixed_script_word(name: str) -> str:
    """The first word whose letters come from scripts that no language mixes, such as Latin with a Cyrillic А."""
    for word in regex.findall(r"[\w']+", name):
        if sum(bool(script.search(word)) for script in SCRIPTS) > 1:
            return str(word)
    return ""


def groups(named: Iterable[tuple[str, Hashable]]) -> list[list[str]]:
    """Ids that share a key, at least two, in order."""
    found: dict[Hashable, list[str]] = {}
    for one, key in named:
        found.setdefault(key, []).append(one)
    return [sorted(ids) for ids in found.values() if len(ids) > 1]
