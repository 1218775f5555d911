"""What stands beside each field, in the language of the site: labels, and for French also the help."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..key_help import help_of
from ..schema import ArticleFields, AuthorFields, PageFields

FOLDER = Path(__file__).parent / "words"
HELP: Mapping[str, Any] = {"article": ArticleFields, "author": AuthorFields, "page": PageFields}


@dataclass(frozen=True)
class Words:
    """Labels and help by kind of text and key; a page's keys are an article's."""

    labels: Mapping[str, Mapping[str, str]]
    help: Mapping[str, Mapping[str, str]]

    def of(self, kind: str, key: str) -> dict[str, str]:
        """A field's label, and what to write there."""
        table = kind if kind in self.labels and key in self.labels[kind] else "article"
        hint = self.help.get(table, {}).get(key) or _help(kind, key)
        return {"label": self.labels[table][key], **({"hint": hint} if hint else {})}

    def collection(self, kind: str) -> dict[str, str]:
        """A kind's name, of many and of one."""
        return {"label": self.labels["many"][kind], "label_singular": self.labels["one"][kind]}


def words(lang: str) -> Words:
    """The form's words in a language; English where there are none."""
    file = FOLDER / f"{lang.split('-')[0]}.toml"
    read = tomllib.loads((file if file.is_file() else FOLDER / "en.toml").read_text("utf-8"))
    return Words({key: value for key, value in read.items() if key != "help"}, read.get("help", {}))


def _help(kind: str, key: str) -> str:
    """What the schema says of a key; its back-ticks are no sign in a form."""
    return help_of(HELP[kind]).get(key, "").replace("`", "")
