"""From the keys that people may write to the fields of a form: one for each key but those of no use in a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..field_formats import DATE, DAY
from ..schema import ArticleFields, AuthorFields, Fields, PageFields
from .words import Words

Widget = dict[str, Any]

# Keys that are in no form. `docs/ways-in.md` gives the same reasons to people.
EXCEPTIONS: Mapping[str, str] = {
    "id": "comes from the folder, which the form never moves",
    "lang": "comes from the file's name: the form has a tab for each language",
    "translation": "versions of one text lie in one folder",
    "extra": "belongs to your own theme, which alone knows what may stand there",
}
KINDS: Mapping[str, type[Fields]] = {"article": ArticleFields, "author": AuthorFields, "page": PageFields}
# What an author thinks of first, and the text; the other keys follow in the order of the schema.
FIRST: Mapping[str, tuple[str, ...]] = {
    "article": ("title", "authors", "date", "summary", "category", "body", "image", "image_alt", "tags", "status"),
    "author": ("name", "agreed", "role", "tagline", "body", "portrait", "portrait_alt"),
    "page": ("title", "summary", "body", "status"),
}
BODY: Widget = {"widget": "richtext"}
PEOPLE: Widget = {
    "widget": "relation",
    "collection": "authors",
    "multiple": True,
    "value_field": "{{slug}}",
    "display_fields": ["name"],
    "search_fields": ["name", "{{slug}}"],
}
# Keys whose form says more than the type of their value does.
SPECIAL: Mapping[str, Widget] = {
    "authors": PEOPLE,
    "reviewed_by": PEOPLE,
    "helped_by": PEOPLE,
    "image": {"widget": "image"},
    "portrait": {"widget": "image"},
    "summary": {"widget": "text"},
    "why": {"widget": "text"},
    "signing_keys": {"widget": "list", "field": {"name": "key", "widget": "text"}},
}


@dataclass(frozen=True)
class Choices:
    """What the site has to choose from: (label, value) pairs by key."""

    category: tuple[tuple[str, str], ...] = ()
    campaign: tuple[tuple[str, str], ...] = ()

    def of(self, key: str) -> tuple[tuple[str, str], ...]:
        return self.category if key == "category" else self.campaign if key == "campaign" else ()


def fields_of(kind: str, words: Words, choices: Choices) -> list[Widget]:
    """The form of one kind of text."""
    shapes: dict[str, Widget] = KINDS[kind].model_json_schema()["properties"]
    shapes = {key: shape for key, shape in shapes.items() if key not in EXCEPTIONS}
    keys = dict.fromkeys((*FIRST[kind], *shapes))
    # Each language has its own values: a translation has a title, a day and signatures of its own.
    given = {key: {"name": key, **words.of(kind, key), "required": False, "i18n": True} for key in keys}
    return [
        field | (BODY if key == "body" else _asked(kind, key, shapes[key], choices)) for key, field in given.items()
    ]


def _asked(kind: str, key: str, shape: Widget, choices: Choices) -> Widget:
    """How the value of a key is asked for."""
    if offered := choices.of(key):
        return {"widget": "select", "options": [{"label": label, "value": value} for label, value in offered]}
    asked: Widget = {**(SPECIAL.get(key) or _by_type(shape)), "required": key in KINDS[kind].demanded}
    if asked["widget"] == "datetime" and asked["required"]:
        asked["default"] = "{{now}}"
    if asked["widget"] == "select" and not asked.get("multiple"):
        asked["default"] = asked["options"][0]
    if "pattern" in shape and asked["widget"] == "string":
        asked["pattern"] = [shape["pattern"], shape["description"]]
    return asked


def _by_type(shape: Widget) -> Widget:
    """How a value of this type is asked for; a list that may be written as one text is a list."""
    kinds = {one.get("type"): one for one in shape.get("anyOf", [shape])}
    if many := kinds.get("array"):
        options = many["items"].get("enum")
        return {"widget": "select", "multiple": True, "options": options} if options else {"widget": "list"}
    if "object" in kinds:
        return {"widget": "keyvalue"}
    one = kinds["string"]
    if one.get("pattern") == f"^{DATE.pattern}$":
        return {"widget": "datetime", "format": "YYYY-MM-DD HH:mm"}
    if one.get("pattern") == f"^{DAY.pattern}$":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    return {"widget": "select", "options": one["enum"]} if "enum" in one else {"widget": "string"}
