"""What the editors of a site decided: limits, words and hosts, with Byline's own lists of words below them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import regex

from ..editorial import EditorialFields, WordFields

SHIPPED = Path(__file__).parent / "words"
List = Literal["blocked", "discouraged", "preferred"]
# A word stands alone: not in an address, a file's name, a handle or a compound with a hyphen.
_ALONE = r"(?<![\w@./#\\-])(?:{})(?![\w/\\-]|\.\w)"


@dataclass(frozen=True)
class Desk:
    """What rules ask besides a text. `lang` is that of the text."""

    editorial: EditorialFields = field(default_factory=EditorialFields)

    def words(self, name: List, lang: str) -> tuple[regex.Pattern[str], Mapping[str, str]] | None:
        """A pattern of all words of a list in a language, and what is said of each, by the word in small letters."""
        said = dict(self._list(name, lang))
        return (_pattern(tuple(sorted(said, key=lambda word: (-len(word), word)))), _by_small(said)) if said else None

    def _list(self, name: List, lang: str) -> Iterator[tuple[str, str]]:
        base = lang.split("-")[0].lower()
        own = [self.editorial.words[tag] for tag in dict.fromkeys((base, lang)) if tag in self.editorial.words]
        accepted = {word.lower() for fields in own for word in fields.accepted}
        for fields in (shipped(base), *own):
            for word, said in getattr(fields, name).items():
                if word.lower() not in accepted:
                    yield word, said


@cache
def shipped_inputs() -> tuple[str, ...]:
    """Byline's own words as an input of what is judged: they are no code, and decide as much."""
    return tuple(file.read_text("utf-8") for file in sorted(SHIPPED.glob("*.toml")))


@cache
def shipped(lang: str) -> WordFields:
    """Byline's own words in a language; none for most."""
    file = SHIPPED / f"{lang}.toml"
    return WordFields.model_validate(tomllib.loads(file.read_text("utf-8"))) if file.is_file() else WordFields()


def _by_small(said: Mapping[str, str]) -> dict[str, str]:
    return {" ".join(word.lower().split()): meaning for word, meaning in said.items()}


@cache
def _pattern(words: tuple[str, ...]) -> regex.Pattern[str]:
    """Small letters fit capitals too; a word that has capitals is meant as it is. A space is any white space."""
    parts = (r"\s+".join(map(regex.escape, word.split())) for word in words)
    either = "|".join(f"(?i:{part})" if part.islower() else part for part in parts)
    return regex.compile(_ALONE.format(either))
