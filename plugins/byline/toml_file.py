"""TOML that people write, with the line of each key."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .model import Finding
from .sources import LARGEST_TOML, read_text

TABLE = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?")
KEY = re.compile(r"\s*([A-Za-z0-9_.\"'-]+)\s*=")


@dataclass(frozen=True)
class TomlFile:
    """Values, and lines by dotted name: `engineering.fr.name`; the line of a table is that of its header.

    Tables of a list are numbered from 0: `media.1.credit` is in the second `[[media]]`.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def lines_of(self, table: str) -> dict[str, int]:
        """The lines of a table's keys by their own names, and under "" that of its header."""
        own = {name[len(table) + 1 :]: line for name, line in self.lines.items() if name.startswith(table + ".")}
        return {"": self.lines.get(table, 1), **own}


def read_toml(content: Path, path: str) -> tuple[TomlFile | None, list[Finding]]:
    """A TOML file of the content folder, at most 32 kB; None and why, when it cannot be read."""
    text, findings = read_text(content, path, LARGEST_TOML)
    if text is None:
        return None, findings
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        message = re.sub(r" \(at .*\)$", "", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        hint = 'Texts go between "quotes"; a key stands once.'
        return None, [Finding(path, line, "bad-toml", f"this is not TOML: {message}.", "error", hint)]
    except RecursionError:
        return None, [Finding(path, 1, "bad-toml", "values are nested too deep.", "error", "Write it more simply.")]
    # Editors find the JSON Schema by this key when it is not a comment.
    values.pop("$schema", None)
    return TomlFile(values, _lines(text)), []


def parsed(text: str) -> TomlFile:
    """A TOML text of our own making."""
    return TomlFile(tomllib.loads(text), _lines(text))


def _lines(text: str) -> dict[str, int]:
    lines: dict[str, int] = {}
    listed: Counter[str] = Counter()
    table = ""
    for number, row in enumerate(text.split("\n"), 1):
        if header := TABLE.fullmatch(row):
            table = re.sub(r"[\"'\s]", "", header[1])
            lines.setdefault(table, number)
            if row.lstrip().startswith("[["):
                listed[table] += 1
                table = f"{table}.{listed[table] - 1}"
                lines[table] = number
        elif key := KEY.match(row):
            lines.setdefault(".".join(filter(None, (table, key[1].strip("\"'")))), number)
    return lines
