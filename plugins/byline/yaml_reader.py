"""The part of YAML that people write by hand: text, lists and mappings. Nothing in it can name a type or grow.

Read from the parser's events rather than loaded, so that anchors, tags and depth are refused before anything is built
(a small file of aliases can unfold into gigabytes), every scalar stays text, and each key has its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from .model import Remark

DEEPEST = 8
MOST_FAULTS = 20
NULLS = {"", "~", "null", "Null", "NULL"}
TOP_LEVEL = re.compile(r"""["']?([^\s"'#:\-][^"':]*)["']?\s*:(?:\s|$)""")
QUOTE_IT = 'Put the value between "quotes".'


class Explained(NamedTuple):
    """What is wrong with a document, in words of people, and what to do."""

    message: str
    hint: str


# What the parser says, and what it usually means.
MEANINGS = {
    "mapping values are not allowed": Explained("there is a colon where YAML does not expect one", QUOTE_IT),
    "block sequence entries are not allowed": Explained(
        "a list begins on the line of its key", "Begin it on the next line."
    ),
    "did not find expected '-'": Explained("a list and keys are mixed", "Indent what belongs to the key above."),
    "did not find expected ',' or": Explained("a bracket is opened and never closed", "Close it."),
    "unexpected end of stream": Explained("a quote is opened and never closed", "Close it."),
    "did not find expected key": Explained("the line does not fit those above it", "Check its indentation and quotes."),
    "could not find expected ':'": Explained("the line has no `key:`", "Indent what belongs to the key above."),
    "cannot start any token": Explained(
        "there is a tab, or a sign at the beginning that YAML keeps for itself", QUOTE_IT
    ),
    "unknown escape character": Explained(
        "a backslash between quotes means something else to YAML", "Use 'single quotes'."
    ),
}


class _Refused(Exception):
    """A document that is valid YAML but not ours."""

    def __init__(self, event: Any, message: str, hint: str = QUOTE_IT) -> None:
        self.line, self.message, self.hint = event.start_mark.line, message, hint
        super().__init__(message)


def read_yaml(text: str, first_line: int) -> tuple[dict[str, object], dict[str, int], list[Remark]]:
    """Values and lines of the top-level keys, and what is wrong; `first_line` is the file's line of the text's first.

    Never raises. A key whose value cannot be read has a line and no value: it is set aside and the rest is read again,
    so that one fault does not hide the others.
    """
    rows = text.split("\n")
    faults: list[Remark] = []
    set_aside: dict[str, int] = {}
    while len(faults) < MOST_FAULTS:
        reader = _Reader(first_line)
        try:
            values = reader.document("\n".join(rows))
            return values, {**reader.lines, **set_aside}, [*faults, *reader.remarks]
        except _Refused as refused:
            line, message, hint = refused.line, refused.message, refused.hint
        except yaml.YAMLError as error:
            line, message, hint = _explained(error)
        key, start, end = _block(rows, line)
        faults.append(Remark(first_line + min(line, end - 1), "bad-yaml", f"{message}.", "error", hint))
        set_aside[key] = first_line + start
        rows[start:end] = [""] * (end - start)
    return {}, set_aside, faults


def _block(rows: list[str], line: int) -> tuple[str, int, int]:
    """The key that a line belongs to, and the range of its lines."""
    starts = {number: match[1] for number, row in enumerate(rows) if (match := TOP_LEVEL.match(row))}
    start = max((number for number in starts if number <= line), default=0)
    end = min((number for number in starts if number > start), default=len(rows))
    return starts.get(start, ""), start, end


def duplicate(key: str, first: int, line: int) -> Remark:
    """Two values for one key: nobody can know which is meant."""
    message = f"'{key}' is already given on line {first}."
    return Remark(line, "duplicate-key", message, "error", "Keep one of the two.")


def _explained(error: yaml.YAMLError) -> tuple[int, str, str]:
    """Line counted from 0, sentence and hint for what the parser could not read."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    is_open = re.search("scalar|flow", str(getattr(error, "context", "")))
    opened = getattr(error, "context_mark", None) if is_open else None
    mark = opened or getattr(error, "problem_mark", None)
    found = next((meaning for said, meaning in MEANINGS.items() if said in problem), None)
    message, hint = found or Explained(f"this is not YAML ({problem})", QUOTE_IT)
    return (mark.line if mark else 0), message, hint


class _Reader:
    """Builds values from events; collects lines of top-level keys and duplicate keys on the way."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.lines: dict[str, int] = {}
        self.remarks: list[Remark] = []
        self.events: Iterator[yaml.Event] = iter(())

    def document(self, text: str) -> dict[str, object]:
        self.events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        documents = [self._document(event) for event in self.events if isinstance(event, yaml.NodeEvent)]
        return documents[0] if documents else {}

    def _document(self, event: Any) -> dict[str, object]:
        if event.start_mark.line and self.lines:
            raise _Refused(event, "a second document begins here", "Take away the line that begins with `---`.")
        if not isinstance(event, yaml.MappingStartEvent):
            raise _Refused(event, "the front matter is not made of keys", "Write lines such as `title: My title`.")
        self._refuse_tricks(event, 0)
        return self._mapping(event, 0)

    def _refuse_tricks(self, event: Any, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _Refused(event, "`&` and `*` at the beginning of a value are not allowed")
        if event.tag and event.tag != "!":
            raise _Refused(event, "`!` at the beginning of a value is not allowed")
        if depth > DEEPEST:
            raise _Refused(event, f"values are nested more than {DEEPEST} levels deep", "Write it more simply.")

    def _value(self, event: Any, depth: int) -> object:
        self._refuse_tricks(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return None if event.implicit[0] and event.value in NULLS else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return [self._value(item, depth + 1) for item in self._until(yaml.SequenceEndEvent)]
        return self._mapping(event, depth)

    def _mapping(self, event: Any, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        lines: dict[str, int] = self.lines if depth == 0 else {}
        for name in self._until(yaml.MappingEndEvent):
            key = self._value(name, depth + 1)
            value = self._value(next(self.events), depth + 1)
            line = self.first_line + name.start_mark.line
            if not isinstance(key, str):
                raise _Refused(name, "a key must be a word", "Write lines such as `title: My title`.")
            if key in found:
                self.remarks.append(duplicate(key, lines[key], line))
            else:
                found[key], lines[key] = value, line
        return found

    def _until(self, end: type[yaml.Event]) -> Iterator[Any]:
        while not isinstance(event := next(self.events), end):
            yield event
