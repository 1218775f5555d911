"""From what somebody wrote to typed fields, with a sentence and a line for every mistake at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from .characters import clean_tree
from .model import Remark, Severity
from .schema import Fields
from .settings import nearest
from .urls import RESERVED, slugify

F = TypeVar("F", bound=Fields)

# Pelican would obey these and let one text take another's place.
FORBIDDEN = {
    "save_as": "An address comes from `slug`; old addresses go into `aliases`.",
    "url": "An address comes from `slug`; old addresses go into `aliases`.",
    "template": "Pages are drawn by the theme; what it needs to know goes below `extra`.",
}
SYNONYMS = {
    "description": "summary",
    "excerpt": "summary",
    "keywords": "tags",
    "language": "lang",
    "updated": "modified",
    "cover": "image",
    "draft": "status",
    "hidden": "status",
    "permalink": "slug",
    # as somebody who writes in French might call them
    "titre": "title",
    "auteur": "authors",
    "auteurs": "authors",
    "autrice": "authors",
    "autrices": "authors",
    "résumé": "summary",
    "resume": "summary",
    "catégorie": "category",
    "categorie": "category",
    "étiquettes": "tags",
    "etiquettes": "tags",
    "mots-clés": "tags",
    "langue": "lang",
    "couverture": "image",
    "brouillon": "status",
    "nom": "name",
    "rôle": "role",
}


class _Notes:
    """Remarks under way, and the keys whose values cannot be used."""

    def __init__(self, lines: Mapping[str, int]) -> None:
        self.lines = lines
        self.remarks: list[Remark] = []
        self.faulty: set[str] = set()

    def add(self, key: str, name: str, sentence: str, severity: Severity = "error", hint: str = "") -> None:
        line = self.lines.get(key, self.lines.get("", 1))
        self.remarks.append(Remark(line, name, f"'{key}' {sentence}.", severity, hint))
        if severity == "error":
            self.faulty.add(key)


def fields_of(
    model: type[F], given: Mapping[str, object], lines: Mapping[str, int], demanded: Collection[str] | None = None
) -> tuple[F | None, tuple[Remark, ...]]:
    """The fields that can be used, and every fault; None when there are too few to make anything of it.

    A faulty value is set aside, so that its file is still known to others; its finding stops the build all the same.
    `lines` has the line of each key, and under "" the line for keys that are missing. A key with a line and no value is
    taken for reported. `demanded` stands in for the model's own. Names of findings: unknown-key, forbidden-key,
    missing-key, bad-date, bad-value, bad-slug, reserved-slug, bad-id, bad-lang, bad-url, unsafe-path, too-long,
    hidden-character, control-character, http-link, todo-left.
    """
    notes = _Notes(lines)
    values = {key: value for key, value in given.items() if _is_known(key, model, notes)}
    values = {key: _cleaned(key, value, notes) for key, value in values.items() if not _is_empty(value)}
    for key in model.demanded if demanded is None else demanded:
        if key not in values and (key in given or key not in lines):
            notes.add(key, "missing-key", "is missing", "error", f"Add a line `{key}: ...`.")
    return _validated(model, values, notes), tuple(notes.remarks)


def _is_known(key: str, model: type[Fields], notes: _Notes) -> bool:
    known = model.model_fields
    if key in known:
        return True
    if hint := FORBIDDEN.get(key.lower()):
        notes.add(key, "forbidden-key", "is not used here", "error", hint)
        return False
    meant = SYNONYMS.get(key.lower(), "")
    meant = meant if meant in known else nearest(key.lower(), known)
    hint = f"Did you mean '{meant}'?" if meant else f"Known: {', '.join(known)}."
    notes.add(key, "unknown-key", "is no key that is known", "error", hint)
    return False


def _is_empty(value: object) -> bool:
    if isinstance(value, list):
        return all(_is_empty(item) for item in value)
    return value is None or (isinstance(value, str) and not value.strip())


def _cleaned(key: str, value: object, notes: _Notes) -> object:
    """The value without hidden characters. Names of people must have none at all: they could pass for another's."""

    def report(name: str, sentence: str, severity: Severity) -> None:
        strict = key in ("name", "authors") and name == "hidden-character"
        notes.add(key, name, sentence, "error" if strict else severity, "Type it again rather than paste it.")

    if isinstance(value, str) and value.startswith("TODO"):
        notes.add(key, "todo-left", "still says TODO", "warning", "Write it, or take the line away.")
    return clean_tree(value, report)


def _validated(model: type[F], values: Mapping[str, object], notes: _Notes) -> F | None:
    try:
        return _made(model, values, notes)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False):
            _explain(one, notes)
    usable = {key: value for key, value in values.items() if key not in notes.faulty}
    if "slug" in notes.faulty and (nearly := slugify(str(values.get("slug")))[:80].strip("-")) not in ("", *RESERVED):
        usable["slug"] = nearly  # so that those who want the same one are told of each other
    try:
        return _made(model, usable, notes)
    except ValidationError:
        return None


def _made(model: type[F], values: Mapping[str, object], notes: _Notes) -> F:
    warnings: list[tuple[str, str, str, str]] = []
    fields = model.model_validate(values, context=warnings)
    for key, name, warned, advice in warnings:
        notes.add(key, name, warned, "warning", advice)
    return fields


def _explain(error: Any, notes: _Notes) -> None:
    """One pydantic error as a finding. Types of `field_types` speak for themselves; pydantic's own are rare here."""
    key = str(error["loc"][0]) if error["loc"] else ""
    said = error.get("ctx", {})
    if "sentence" in said:
        notes.add(key, error["type"], said["sentence"], "error", said["hint"])
    elif error["type"] != "missing":
        notes.add(key, "bad-value", "cannot be read", "error", "See the example in docs/front-matter.md.")
