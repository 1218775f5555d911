"""Where something about people is held, and in which fields: as the schemas say it, so that nothing is forgotten."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ..held import NOBODY, Held, held_of
from ..json_schemas import KINDS, TABLES
from ..key_help import help_of
from ..model import ShortLink, Visit
from ..schema import Fields
from ..tables import inner_fields

WORDS = Path(__file__).with_name("words.toml")
ROWS: Mapping[str, type] = {"short-link": ShortLink, "visit": Visit}  # what is kept in tables that Byline writes


@dataclass(frozen=True)
class Datum:
    """A field about people: its name, what it says in Markdown of our own, why it is held and until when."""

    name: str
    says: Markup
    held: Held


@dataclass(frozen=True)
class Holding:
    """A kind of file that holds something about people; `others` are its fields that do not."""

    kind: str
    place: str
    data: tuple[Datum, ...]
    others: tuple[str, ...]

    @property
    def groups(self) -> tuple[tuple[Held, tuple[str, ...]], ...]:
        """Names of fields by why they are held."""
        reasons = dict.fromkeys(datum.held for datum in self.data)
        return tuple((why, tuple(datum.name for datum in self.data if datum.held == why)) for why in reasons)


@cache
def words() -> Any:
    """The room's own words: places, and by language purposes, retention, and what fields say."""
    return tomllib.loads(WORDS.read_text("utf-8"))


def holdings(lang: str) -> tuple[Holding, ...]:
    """Every kind of file with at least one field about people, in the order of the schemas."""
    found = (_holding(kind, cls, lang) for kind, cls in {**KINDS, **TABLES, **ROWS}.items())
    return tuple(one for one in found if one.data)


def purposes(lang: str) -> dict[str, str]:
    """Why anything about people is held, by name, in the order of the words; only those that some field has."""
    used = {datum.held.purpose for one in holdings(lang) for datum in one.data}
    return {name: said for name, said in words()[lang]["purpose"].items() if name in used}


def _holding(kind: str, cls: type, lang: str) -> Holding:
    all_fields = list(_fields(cls))
    own = words()[lang]["field"].get(kind, {})
    data = tuple(Datum(name, Markup(own.get(name) or said), why) for name, said, why in all_fields if why != NOBODY)  # noqa: S704  our own words
    others = tuple(name for name, _, why in all_fields if why == NOBODY)
    return Holding(kind, words()["place"].get(kind, ""), data, others)


def _fields(cls: type, above: str = "") -> Iterator[tuple[str, str, Held]]:
    """Name, description and reason of each field; those of tables in it by dotted names: `opt_in.measured`."""
    held = held_of(cls)
    if not issubclass(cls, Fields):
        yield from ((one.name, "", held[one.name]) for one in fields(cls))  # type: ignore[arg-type]
        return
    said = help_of(cls)
    for name, field in cls.model_fields.items():
        inner = inner_fields(field.annotation)
        if inner:
            yield from _fields(inner[1], f"{above}{name}.")
        else:
            yield above + name, said.get(name, ""), held[name]
