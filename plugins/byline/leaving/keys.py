"""Changing one key of a text that a person wrote, and leaving everything else as it stands."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Collection

from .. import front_matter
from ..toml_file import KEY

CONTINUES = re.compile(r"[ \t]|-[ \t]|-$")
IN_BETWEEN = re.compile(r"[ \t]*(#.*)?$")
PLAIN = re.compile(r"\w[\w .'-]*")
WRITTEN = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)[ \t]*:")


class UnclearText(Exception):
    """The text is written in a way that cannot be changed without harm; somebody must do it by hand."""


def with_list(text: str, key: str, items: Collection[str], known: Collection[str]) -> str:
    """A text whose front matter has this list under a key; without the key when the list is empty.

    Raises `UnclearText` when anything else would change with it.
    """
    quoted = ", ".join(item if PLAIN.fullmatch(item) else json.dumps(item, ensure_ascii=False) for item in items)
    return _with(text, key, f"[{quoted}]" if items else "", "; ".join(items), known)


def with_word(text: str, key: str, word: str, known: Collection[str]) -> str:
    """The same for one word under a key that is there."""
    return _with(text, key, word, word, known)


def _with(text: str, key: str, yaml: str, classic: str, known: Collection[str]) -> str:
    before = front_matter.read(text, known)
    if key not in before.lines:
        raise UnclearText(f"there is no line '{key}'")
    rows = text.split("\n")
    first = before.lines[key] - 1
    fenced = any(row.strip() == "---" for row in rows[:first])
    written = WRITTEN.match(rows[first])
    line = f"{written[1] if written else key}: {yaml if fenced else classic}"
    changed = "\n".join([*rows[:first], *([line] if yaml else []), *rows[_end(rows, first) :]])
    after = front_matter.read(changed, known)
    others = [{name: value for name, value in one.values.items() if name != key} for one in (before, after)]
    if others[0] != others[1] or before.body != after.body or bool(yaml) != (key in after.lines):
        raise UnclearText(f"'{key}' cannot be changed without harm")
    return changed


def _end(rows: list[str], first: int) -> int:
    """The line after a key's value, which goes on over indented lines and items of a list."""
    last = first + 1
    number = last
    while number < len(rows) and rows[number].strip() != "---":
        if rows[number].strip() and CONTINUES.match(rows[number]):
            last = number + 1
        elif not IN_BETWEEN.match(rows[number]):
            break
        number += 1
    return last


def without_keys(text: str, keys: Collection[str]) -> str:
    """A TOML text without some keys of its top level; raises `UnclearText` when anything else would change."""
    before = tomllib.loads(text)
    kept = {key: value for key, value in before.items() if key not in keys}
    rows, out, skipping, table = text.split("\n"), list[str](), False, False
    for row in rows:
        table = table or row.lstrip().startswith("[")
        if not table and (named := KEY.match(row)):
            skipping = named[1].strip("\"'") in keys
        elif table:
            skipping = False
        if not skipping:
            out.append(row)
    changed = "\n".join(out)
    try:
        harmless = tomllib.loads(changed) == kept
    except tomllib.TOMLDecodeError:
        harmless = False
    if not harmless:
        raise UnclearText(f"{', '.join(sorted(keys))} cannot be taken out without harm")
    return changed
