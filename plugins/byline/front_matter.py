"""Front matter: the few lines at the top of a text that say what it is, with the line of each key.

Two forms are read: YAML between `---` lines, and Pelican's classic `Key: value` lines up to the first blank line.
Every scalar is a string (an empty one, `~` or `null` is None): `no`, `0123` and `2026-01-01` mean what was written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from .characters import CONTROL, LINE_SEPARATOR, named
from .model import Remark

LIMIT = 32_768
FENCE = re.compile(r"---[ \t]*")
KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)[ \t]*:[ \t]*(.*)")
# Pelican's names for what has another name here.
CLASSIC = {"author": "authors"}


@dataclass(frozen=True)
class FrontMatter:
    """What stands above a text: values and line by key, and the text itself with the line on which it begins."""

    values: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    remarks: tuple[Remark, ...] = ()
    found: bool = True


def read(text: str, known: Collection[str]) -> FrontMatter:
    """The front matter of a text with `\\n` line ends; `known` are the keys that tell a classic header from prose.

    Never raises: what cannot be read is a remark, and `found` is False when there is nothing to go on with.
    """
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return _nothing("the file is empty.", 1)
    if FENCE.fullmatch(lines[start]):
        return _fenced(lines, start)
    return _classic(lines, start, known)


def _nothing(message: str, line: int) -> FrontMatter:
    hint = "Begin with `---`, then lines such as `title: My title`, then `---` again."
    return FrontMatter(found=False, remarks=(Remark(line, "no-front-matter", message, "error", hint),))


def _fenced(lines: list[str], start: int) -> FrontMatter:
    from .yaml_reader import read_yaml  # with all of PyYAML, for which nobody waits whose texts are read already

    end = next((n for n in range(start + 1, len(lines)) if FENCE.fullmatch(lines[n])), None)
    if end is None:
        return _nothing("the `---` line that ends the front matter is missing.", start + 1)
    header = "\n".join(lines[start + 1 : end])
    if fault := _too_large(header, start + 1):
        return fault
    header, remarks = _without_controls(header, start + 2)
    values, key_lines, faults = read_yaml(header, start + 2)
    return FrontMatter(values, key_lines, "\n".join(lines[end + 1 :]), end + 2, (*remarks, *faults))


def _too_large(header: str, line: int) -> FrontMatter | None:
    if len(header.encode("utf-8", "replace")) <= LIMIT:
        return None
    message = f"the front matter is larger than {LIMIT // 1024} kB."
    return FrontMatter(found=False, remarks=(Remark(line, "too-large", message, "error", "Long texts go below it."),))


def _without_controls(header: str, first_line: int) -> tuple[str, list[Remark]]:
    """YAML refuses control characters and ends lines at separators that no editor shows: so they go first."""
    remarks = []
    for number, line in enumerate(header.split("\n"), first_line):
        if found := CONTROL.search(line):
            message = f"the line holds a control character ({named(found[0])})."
            remarks.append(Remark(number, "control-character", message, "error", "Type the line again."))
        if found := LINE_SEPARATOR.search(line):
            message = f"the line holds a hidden line break ({named(found[0])})."
            remarks.append(Remark(number, "hidden-character", message, "error", "Type the line again."))
    return LINE_SEPARATOR.sub(" ", CONTROL.sub(" ", header)), remarks


# --- Pelican's classic header -----------------------------------------------------------------------------------------


def _classic(lines: list[str], start: int, known: Collection[str]) -> FrontMatter:
    end = next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))
    keys = {_classic_key(match[1], known) for line in lines[start:end] if (match := KEY.match(line))}
    if not keys.intersection(known):
        return _nothing("the file does not say what it is.", start + 1)
    header = "\n".join(lines[start:end])
    if fault := _too_large(header, start + 1):
        return fault
    header, remarks = _without_controls(header, start + 1)
    values, key_lines, faults = _classic_values(header.split("\n"), start + 1, known)
    return FrontMatter(values, key_lines, "\n".join(lines[end:]), end + 1, (*remarks, *faults))


def _classic_key(written: str, known: Collection[str]) -> str:
    """The key in our spelling; an unknown one stays as written, so that its finding shows what to look for."""
    key = CLASSIC.get(written.lower(), written.lower())
    return key if key in known else written


def _classic_values(
    header: list[str], first_line: int, known: Collection[str]
) -> tuple[dict[str, object], dict[str, int], list[Remark]]:
    """Values and lines by key; a value goes on over indented lines."""
    parts: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    faults: list[Remark] = []
    key = ""
    for number, line in enumerate(header, first_line):
        match = KEY.match(line)
        if line[0] in " \t" and key:
            parts[key].append(line.strip())
        elif match is None:
            hint = "Write `Key: value`, or leave a blank line above the text."
            faults.append(Remark(number, "bad-line", "this line has no key.", "error", hint))
        elif (key := _classic_key(match[1], known)) in parts:
            from .yaml_reader import duplicate

            faults.append(duplicate(match[1], lines[key], number))
        else:
            parts[key], lines[key] = [match[2].strip()], number
    return {key: "\n".join(filter(None, found)) or None for key, found in parts.items()}, lines, faults
