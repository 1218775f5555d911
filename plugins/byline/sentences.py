"""What findings and commands say, in the reader's language: `sentences.<lang>.toml`, English sentence = translation.

Code says everything in English, and a finding keeps its English: it is stored, compared, and read by machines. Where
people see it, its sentence is found again by what stands in it around the values, and the values go over as they are:

```
"no author '{}'. Did you mean '{}'?" = "aucun auteur « {} ». Vouliez-vous dire « {} » ?"
```

Values may hold anything. A sentence that no template fits, that two fit, or whose values could be cut in two ways stays
in English: better another language than another meaning.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter

from .model import Finding

HERE = Path(__file__).parent
THIN = "\N{NARROW NO-BREAK SPACE}"
NUMBER = re.compile(r"\d{1,3}(,\d{3})*(\.\d+)?%?")


def in_language(finding: Finding, lang: str) -> Finding:
    """The finding with its sentences in a language; the same one where they cannot all be said in it."""
    if lang.split("-")[0] == "en":
        return finding
    message, hint = _translated(finding.message, lang), _translated(finding.hint, lang)
    return finding if message is None or hint is None else replace(finding, message=message, hint=hint)


def said_in(text: str, lang: str) -> str:
    """A sentence of ours in a language; as it is where nobody has said it in that one."""
    known = None if lang.split("-")[0] == "en" else _translated(text, lang)
    return text if known is None else known


@dataclass(frozen=True)
class Template:
    """A sentence with holes for values. `literals` stand around the holes of the English one, in order.

    `said` is the translation in pieces: a text, and which value follows it and how it is told (`-1` at the end).
    """

    literals: tuple[str, ...]
    said: tuple[tuple[str, int, str], ...]

    def readings(self, text: str) -> set[tuple[str, ...]]:
        """What may stand in the holes: nothing when the text is not this sentence, two when it can be cut in several
        ways. Linear in time.
        """
        first, last = self.literals[0], self.literals[-1]
        if len(self.literals) == 1:
            return {()} if text == first else set()
        if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
            return set()
        inside, between = text[len(first) : len(text) - len(last)], self.literals[1:-1]
        return {one for one in (_from_the_left(inside, between), _from_the_right(inside, between)) if one}


def _from_the_left(text: str, between: Iterable[str]) -> tuple[str, ...] | None:
    found = []
    for literal in between:
        value, mark, text = text.partition(literal)
        if not mark:
            return None
        found.append(value)
    return (*found, text)


def _from_the_right(text: str, between: tuple[str, ...]) -> tuple[str, ...] | None:
    found = []
    for literal in reversed(between):
        text, mark, value = text.rpartition(literal)
        if not mark:
            return None
        found.append(value)
    return (text, *reversed(found))


@lru_cache(maxsize=1 << 10)
def _translated(text: str, lang: str) -> str | None:
    if not text:
        return ""
    fitting = [(one, values) for one in templates(lang) for values in one.readings(text)]
    fitting = [one for one in fitting if not one[1]] or fitting  # a sentence without values says just that
    return _filled(*fitting[0], lang) if len(fitting) == 1 else None


def _filled(template: Template, values: tuple[str, ...], lang: str) -> str | None:
    pieces: list[str] = []
    for literal, index, how in template.said:
        value = HOW[how](values[index], lang) if index >= 0 else ""
        if value is None:
            return None
        pieces += (literal, value)
    return "".join(pieces)


def _number(value: str, _lang: str) -> str:
    if not NUMBER.fullmatch(value):
        return value
    return value.replace(",", THIN).replace(".", ",").replace("%", f"{THIN}%")


# How a value is told: as it is, as a number, as one of our sentences, or as one if it is one.
HOW: Mapping[str, Callable[[str, str], str | None]] = {
    "": lambda value, _lang: value,
    "number": _number,
    "said": lambda value, lang: _translated(value, lang),
    "word": lambda value, lang: _translated(value, lang) or value,
}


@cache
def templates(lang: str) -> tuple[Template, ...]:
    """All that is said in a language; none for one that nobody wrote yet."""
    return tuple(template(english, other, lang) for english, other in sentences(lang).items())


def template(english: str, other: str, lang: str) -> Template:
    """A sentence and its translation, typeset. `{}` is a hole in both, `{0}` the first one when their order differs."""
    from .typography import typeset  # loads what reads texts, which few need who only tell

    literals = tuple(literal for literal, _, _ in _pieces(english))
    said = [
        (literal, -1 if hole is None else int(hole or place), how)
        for place, (literal, hole, how) in enumerate(_pieces(typeset(other, lang)))
    ]
    return Template(literals, tuple(said))


def _pieces(text: str) -> Iterator[tuple[str, str | None, str]]:
    """Each text with the hole after it, and how that one is told; the last text has none."""
    before = ""
    for literal, hole, how, _ in Formatter().parse(text):
        before += literal
        if hole is not None:
            yield before, hole, how or ""
            before = ""
    yield before, None, ""


@cache
def sentences(lang: str) -> Mapping[str, str]:
    """By the English sentence; the tables of the file only part it for who reads it."""
    file = HERE / f"sentences.{lang.split('-')[0].lower()}.toml"
    tables = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    return {english: other for table in tables.values() for english, other in table.items()}
