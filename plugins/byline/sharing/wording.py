"""What Byline itself says in share texts, in the language of the article."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).with_name("words.toml")
FALLBACK = "en"


@cache
def _shipped() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(SHIPPED.read_text("utf-8"))


def wording(lang: str, own: Mapping[str, Mapping[Any, str]]) -> Mapping[str, Any]:
    """What is said in a language: as the company says it, else as we do; `pt-BR` is looked for as `pt` too.

    Empty when nobody can say it: a disclosure in a language that its readers do not speak discloses nothing.
    """
    base = lang.split("-")[0]
    tables = [table.get(tag, {}) for tag in (base, lang) for table in (_shipped(), own)]
    return {key: value for table in tables for key, value in table.items()}


def disclosure(standing: str, organisation: str, words: Mapping[str, Any], rewarded: bool = False) -> str:
    """The line that says how the sharer belongs to the company; empty when there are no words for it.

    Where sharing is rewarded, that comes first, in the words of the law.
    """
    lines = [words.get("rewarded", "")] if rewarded else []
    told = [line.format(organisation=organisation) for line in (*lines, words.get(standing, "")) if line]
    return " ".join(told) if len(told) > len(lines) else ""


def quoted(text: str, words: Mapping[str, Any]) -> str:
    """A text between the quotation marks of its language."""
    opening, closing = words.get("quotes", _shipped()[FALLBACK]["quotes"])
    return f"{opening}{text}{closing}"


def said(key: str, words: Mapping[str, Any], **values: str) -> str:
    """A sentence for colleagues, in the language of the article if it can be."""
    line = str(words.get(key) or _shipped()[FALLBACK][key])
    return line.format(**values)
