"""Texts and lists as values of keys: each type turns what a person wrote into a value, or says what to write instead.

A fault is raised as `fault(name, sentence, hint)` with the name of its finding; a mere warning goes to `warn`.
Sentences go on after the key: "'date' is no date: 12/31/2026".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from .settings import nearest
from .urls import ID, RESERVED, SLUG, slugify


def fault(name: str, sentence: str, hint: str = "") -> PydanticCustomError:
    """What is wrong with a value, as pydantic carries it; the sentence goes on after the key."""
    return PydanticCustomError(name, "{sentence}", {"sentence": sentence, "hint": hint})


def warn(info: ValidationInfo, name: str, sentence: str, hint: str = "") -> None:
    """Note what is not good but may stay."""
    if info.context is not None:
        info.context.append((info.field_name, name, sentence, hint))


# --- texts ------------------------------------------------------------------------------------------------------------


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise fault("bad-value", "must be one text", 'A number or date that is a name goes between "quotes".')
    return value.strip()


def as_line(value: object) -> str:
    return re.sub(r"[ \t\r\n]+", " ", _text(value))


def at_most(limit: int) -> AfterValidator:
    """No more than `limit` characters."""

    def check(value: str) -> str:
        if len(value) > limit:
            raise fault("too-long", f"has {len(value):,} characters; at most {limit:,} are read")
        return value

    return AfterValidator(check)


def matching(pattern: re.Pattern[str], name: str, sentence: str) -> AfterValidator:
    """Nothing, or a text that the whole pattern fits; else the finding `name`, with what would fit when known."""

    def fitting(value: str) -> str:
        if value and not pattern.fullmatch(value):
            guess = slugify(value)[:80].strip("-")
            fits = f"Did you mean '{guess}'?" if pattern.fullmatch(guess) else ""
            raise fault(name, f"{sentence}: '{value[:100]}'", fits)
        return value

    return AfterValidator(fitting)


def _not_reserved(value: str) -> str:
    if value in RESERVED:
        raise fault("reserved-slug", f"is a reserved name: '{value}'", f"Write '{value}-1', or better two words.")
    return value


Line = Annotated[str, BeforeValidator(as_line), at_most(1_000)]
Title = Annotated[str, BeforeValidator(as_line), at_most(300), WithJsonSchema({"type": "string", "maxLength": 300})]
Summary = Annotated[str, BeforeValidator(_text), at_most(2_000), WithJsonSchema({"type": "string", "maxLength": 2_000})]
Block = Annotated[str, BeforeValidator(_text), at_most(10_000)]
Tag = Annotated[str, BeforeValidator(as_line), at_most(80)]
Slug = Annotated[
    str,
    BeforeValidator(as_line),
    at_most(80),
    matching(SLUG, "bad-slug", "may hold a-z, 0-9 and single hyphens between them"),
    AfterValidator(_not_reserved),
    WithJsonSchema({"type": "string", "pattern": SLUG.pattern, "maxLength": 80}),
]
Id = Annotated[
    str,
    BeforeValidator(as_line),
    matching(ID, "bad-id", "may hold a-z, 0-9 and hyphens, at most 100"),
    WithJsonSchema({"type": "string", "pattern": ID.pattern}),
]


# --- lists ------------------------------------------------------------------------------------------------------------


def as_items(value: object) -> list[object]:
    """A list; one text is a list of one. Empty items go."""
    items = value if isinstance(value, list | tuple) else [value]
    if any(isinstance(item, dict) for item in items):
        raise fault("bad-value", "must be a list of texts", 'An item that holds a colon goes between "quotes".')
    return [item for item in items if item not in (None, "")]


def as_separated(value: object) -> list[object]:
    """A list; one text is cut at its semicolons if it has any, else at its commas, as Pelican does."""
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[;\n]" if ";" in value else r"[,\n]", value) if part.strip()]
    return as_items(value)


def as_mapping(value: object) -> dict[str, object]:
    """Keys below a key; one without a value goes."""
    if not isinstance(value, dict):
        raise fault("bad-value", "must hold keys of its own", "Write them below it, indented: `name: value`.")
    return {str(key): item for key, item in value.items() if item is not None}


def _few(tags: tuple[str, ...]) -> tuple[str, ...]:
    if len(tags) > 50:
        raise fault("too-long", f"has {len(tags)} tags; at most 50 are read")
    return tuple(dict.fromkeys(tags))


def _hashtag(value: str) -> str:
    word = value.removeprefix("#")
    if word and not re.fullmatch(r"\w+", word):
        raise fault("bad-value", f"holds a hashtag that is not one word: '{value}'")
    return word


def list_schema(**item: object) -> WithJsonSchema:
    """For editors: one text of this kind, or a list of them."""
    one = {"type": "string", **item}
    return WithJsonSchema({"anyOf": [one, {"type": "array", "items": one}]})


LIST_SCHEMA = list_schema()
Lines = Annotated[tuple[Line, ...], BeforeValidator(as_items), LIST_SCHEMA]
Blocks = Annotated[tuple[Block, ...], BeforeValidator(as_items), LIST_SCHEMA]
Names = Annotated[tuple[Line, ...], BeforeValidator(as_separated), LIST_SCHEMA]
Tags = Annotated[tuple[Tag, ...], BeforeValidator(as_separated), AfterValidator(_few), LIST_SCHEMA]
Links = Annotated[Mapping[str, Line], BeforeValidator(as_mapping)]
Shares = Annotated[Mapping[str, Blocks], BeforeValidator(as_mapping)]
Extra = Annotated[Mapping[str, Any], BeforeValidator(as_mapping)]
Hashtags = Annotated[tuple[Annotated[Tag, AfterValidator(_hashtag)], ...], BeforeValidator(as_separated), LIST_SCHEMA]


def one_of(*known: str) -> BeforeValidator:
    """One of a few words."""

    def check(value: object) -> str:
        word = as_line(value)
        if word not in known:
            meant = nearest(word.lower(), known)
            listed = ", ".join(known)
            hint = f"Did you mean '{meant}'? Known: {listed}." if meant else f"Known: {listed}."
            raise fault("bad-value", f"cannot be '{word}'", hint)
        return word

    return BeforeValidator(check)


def whole_number(least: int, most: int) -> BeforeValidator:
    """A whole number between two, both included."""

    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise fault("bad-value", f"must be a whole number from {least} to {most:,}")
        return value

    schema = {"type": "integer", "minimum": least, "maximum": most}
    return BeforeValidator(check, json_schema_input_type=Annotated[int, WithJsonSchema(schema)])
