"""A TOML file as fields that hold fields: every table is checked like a file of its own, each fault on its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, get_args

from .model import Finding, Remark
from .schema import Fields
from .toml_file import TomlFile, parsed, read_toml
from .validation import fields_of

F = TypeVar("F", bound=Fields)


def read_fields(folder: Path, path: str, model: type[F]) -> tuple[F | None, list[Finding]]:
    """What a file of a folder says, and what is wrong with it; None when nothing can be made of it."""
    file, findings = read_toml(folder, path)
    if file is None:
        return None, findings
    remarks: list[Remark] = []
    fields = _fields(model, file.values, file, "", remarks)
    return fields, [*findings, *placed(path, remarks)]


def checked(text: str, model: type[Fields]) -> list[Remark]:
    """What is wrong with a text that is about to be written."""
    notes: list[Remark] = []
    file = parsed(text)
    _fields(model, file.values, file, "", notes)
    return notes


def read_tables(folder: Path, path: str, model: type[F]) -> tuple[dict[str, F], list[Finding]]:
    """A file that holds nothing but tables, by their names in the order of the file."""
    file, findings = read_toml(folder, path)
    remarks: list[Remark] = []
    found = _tables(("names", model), file.values, "", file, remarks) if file else {}
    return found, [*findings, *placed(path, remarks)]


def placed(path: str, remarks: Iterable[Remark]) -> list[Finding]:
    """Remarks as findings of a file."""
    return [Finding(path, r.line, r.name, r.message, r.severity, r.hint) for r in remarks]


def _fields(model: type[F], given: Mapping[str, Any], file: TomlFile, table: str, notes: list[Remark]) -> F | None:
    """The fields of a table, those of the tables in it first: one that cannot be used is left out."""
    values = dict(given)
    for name, field in model.model_fields.items():
        if name in values and (inner := inner_fields(field.annotation)):
            place = f"{table}.{name}" if table else name
            made = _tables(inner, values[name], place, file, notes)
            values |= {name: made} if made is not None else {}
            if made is None:
                del values[name]
    lines = file.lines_of(table) if table else file.lines
    fields, remarks = fields_of(model, values, lines)
    notes += remarks
    return fields


def inner_fields(annotation: Any) -> tuple[str, type[Fields]] | None:
    """Whether a key holds a table, a list of tables, or tables by name, and of which fields; None for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return "table", annotation
    kinds = [kind for kind in get_args(annotation) if isinstance(kind, type) and issubclass(kind, Fields)]
    if not kinds:
        return None
    return ("list" if getattr(annotation, "__origin__", None) is tuple else "names"), kinds[0]


def _tables(inner: tuple[str, type[Fields]], value: Any, place: str, file: TomlFile, notes: list[Remark]) -> Any:
    shape, model = inner
    made = partial(_made, model, place, file, notes)
    if shape == "table":
        return made(place, value)
    if shape == "list" and isinstance(value, list):
        found = [made(f"{place}.{number}", one) for number, one in enumerate(value)]
        return tuple(one for one in found if one is not None)
    if shape == "names" and isinstance(value, dict):
        tables = {name: made(f"{place}.{name}".lstrip("."), one) for name, one in value.items()}
        return {name: one for name, one in tables.items() if one is not None}
    return made(place, None)


def _made(model: type[Fields], place: str, file: TomlFile, notes: list[Remark], name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return _fields(model, value, file, name, notes)
    line = file.lines.get(name, file.lines.get(place, 1))
    notes.append(Remark(line, "bad-value", f"'{name}' must be a table.", "error", f"Begin with a line [{name}]."))
    return None
