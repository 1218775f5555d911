"""Settings: what a person wrote becomes one frozen dataclass, or one sentence per mistake."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, field, fields
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .refusals import Refusal

T = TypeVar("T")

# What to write instead, by the beginning of pydantic's name for a mistake (docs.pydantic.dev/latest/errors).
WANTED = {
    "string": "a text between quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "True or False",
    "literal": "one of {expected}",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "tuple": "a list",
    "list": "a list",
    "dict": "a table of keys and values",
    "mapping": "a table of keys and values",
    "dataclass": "a table of keys and values",
    "date": "a date: 2027-06-30",
    "too_short": "{min_length} or more of them",
}


class SettingsError(Refusal):
    """A setting that cannot be used; its text is for people, one sentence per line."""


def setting(default: Any, meaning: str) -> Any:
    """A field of a settings dataclass with its default and, in a few words for people, its meaning."""
    if isinstance(default, type):
        return field(default_factory=default, metadata={"meaning": meaning})
    return field(default=default, metadata={"meaning": meaning})


def table(cls: type) -> str:
    """The reference of a settings dataclass, as a Markdown table: `docs/settings.md` is made of these."""
    empty = cls()
    rows = [f"| `{f.name}` | `{getattr(empty, f.name)!r}` | {f.metadata['meaning']} |" for f in fields(cls)]
    return "\n".join(["| setting | default | meaning |", "|---|---|---|", *rows])


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that somebody probably meant, or nothing."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")


def typed(name: str, cls: type[T], given: Mapping[str, Any]) -> T:
    """The settings `given` under `name` as a dataclass; raises `SettingsError` that lists every mistake at once."""
    own = fields(cls)  # type: ignore[arg-type]
    if not given and not any(one.default is one.default_factory is MISSING for one in own):
        return cls()  # most rooms of most sites; making what validates takes longer than all the rest
    known = sorted(one.name for one in own)
    unknown = [f"{name}: unknown setting {key!r} (known: {', '.join(known)})" for key in given if key not in known]
    try:
        value: T = _adapter(cast(Any, cls)).validate_python({key: given[key] for key in given if key in known})
    except ValidationError as error:
        wrong = [": ".join((name, *_place(e), said)) for e in error.errors() for said in _sentences(e)]
        raise SettingsError("\n".join(unknown + wrong)) from None
    if unknown:
        raise SettingsError("\n".join(unknown))
    return value


@cache
def _adapter(cls: Any) -> TypeAdapter[Any]:
    """What validates a class; it takes a while to make."""
    return TypeAdapter(cls)


def _place(error: ErrorDetails) -> tuple[str, ...]:
    return (".".join(map(str, error["loc"])),) if error["loc"] else ()


def _sentences(error: ErrorDetails) -> list[str]:
    """What is wrong, in our words: a settings class may say several things, a line for each."""
    context = error.get("ctx", {})
    if error["type"] in ("value_error", "assertion_error"):
        return str(context["error"]).splitlines()
    if error["type"] == "missing":
        return ["is missing: write it"]
    if error["type"] == "unexpected_keyword_argument":
        return ["is unknown: take it out, or look for a slip of the pen"]
    wanted = next((what for start, what in WANTED.items() if error["type"].startswith(start)), "something else")
    return [f"cannot be {error['input']!r}: write {wanted.format(**context)}"]
