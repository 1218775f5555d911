"""Lists as CommonMark reads them (https://spec.commonmark.org/0.31.2/#list-items), for Python-Markdown.

One leniency: two spaces are enough to belong to any item. Python-Markdown's own want four, and a blank line before.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.extensions.def_list import DefListIndentProcessor

from .places import TooDeep

DEEPEST = 20  # lists and quotes within each other

_ITEM = re.compile(r"( *)(?:([*+-])|(\d{1,9})([.)]))(?:( +)(.*))?$", re.DOTALL)
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_TABLE_LINE = re.compile(r"[ |:-]*\|[ |:-]*$")
_STASHED = re.compile(r" *\x02wzxhzdk:\d+\x03 *$")
_OTHER_BLOCK = re.compile(r" {0,3}(?:#{1,6}(?: |$)|>)")


class FencesApart(BlockProcessor):
    """Fenced code that touches a paragraph ends it; Python-Markdown would print the code within the paragraph."""

    def test(self, parent: Element, block: str) -> bool:
        lines = block.split("\n")
        at = _stashed(lines)
        # Code after a list item belongs to the list, which hands it back with the rest of the item.
        return len(lines) > 1 and at is not None and _first_item(lines[:at], anywhere=parent.tag == "li") is None

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        at = _stashed(lines) or 0
        parts = ("\n".join(lines[:at]), lines[at].strip(" "), "\n".join(lines[at + 1 :]))
        blocks[:0] = [part for part in parts if part.strip()]


def _stashed(lines: list[str]) -> int | None:
    return next((number for number, line in enumerate(lines) if _STASHED.match(line)), None)


@dataclass
class _Item:
    """One item of a list while its lines are gathered.

    `indent` is the column of its marker, `content` that of its text, `nested` that of the first list within it.
    """

    marker: str
    number: str
    indent: int
    content: int
    lines: list[str] = field(default_factory=list)
    nested: float = inf

    @classmethod
    def of(cls, line: str) -> _Item | None:
        """The item that a line begins, if it does."""
        match = _ITEM.match(line)
        if not match or _RULE.match(line) or _TABLE_LINE.match(line):
            return None
        indent, bullet, number, point, space, text = (group or "" for group in match.groups())
        width = len(indent) + len(bullet + number + point)
        gap = len(space) if text and len(space) <= 4 else 1
        return cls(bullet or point, number, len(indent), width + gap, [line[width + gap :]])


def _first_item(lines: list[str], *, anywhere: bool) -> int | None:
    """Where a list begins: a paragraph is interrupted by a bullet or a `1.` with text (CommonMark, 5.3)."""
    for number, line in enumerate(lines):
        item = _Item.of(line) if anywhere or not line.startswith("    ") else None
        if item and (number == 0 or (item.number in ("", "1") and item.lines[0].strip())):
            return number
    return None


class DefinitionIndent(DefListIndentProcessor):
    """What is indented below a definition; Python-Markdown's own also claims what is indented in lists."""

    ITEM_TYPES = ["dd"]  # noqa: RUF012 - Python-Markdown declares it so
    LIST_TYPES = ["dl"]  # noqa: RUF012


class Lists(BlockProcessor):
    """Bullets and numbers, nested by two spaces or more, with or without a blank line before."""

    def test(self, parent: Element, block: str) -> bool:
        return _first_item(block.split("\n"), anywhere=parent.tag == "li") is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        start = _first_item(lines, anywhere=parent.tag == "li") or 0
        if len(self.parser.state) >= DEEPEST:
            raise TooDeep(f"lists or quotes are nested deeper than {DEEPEST} levels", lines[start].strip())
        if start:
            self.parser.parseBlocks(parent, ["\n".join(lines[:start])])
        gathering = _Gathering(lines[start:], blocks)
        self._print(parent, list(gathering.items()), "looselist" if gathering.loose else "list")

    def _print(self, parent: Element, items: list[_Item], state: str) -> None:
        parent_list = SubElement(parent, "ol" if items[0].number else "ul")
        if items[0].number and int(items[0].number) != 1:
            parent_list.set("start", str(int(items[0].number)))
        for item in items:
            self.parser.state.set(state)
            self.parser.parseBlocks(SubElement(parent_list, "li"), "\n".join(item.lines).split("\n\n"))
            self.parser.state.reset()


class _Gathering:
    """Takes from the blocks of a text what belongs to one list, and leaves the rest where it was."""

    def __init__(self, lines: list[str], blocks: list[str]) -> None:
        self.loose = False
        self._lines, self._blocks = deque(lines), blocks

    def items(self) -> Iterator[_Item]:
        """The items, each once all its lines are known."""
        item = _Item.of(self._lines.popleft())
        assert item
        while (line := self._next_line(item)) is not None:
            begun = _Item.of(line)
            if begun and _indent(line) < item.indent + 2:
                yield item
                item = begun
            else:
                item.nested = min(item.nested, begun.indent if begun else inf)
                item.lines.append(line[min(_indent(line), item.content) :])
        yield item

    def _next_line(self, item: _Item) -> str | None:
        """The next line of this list; blank lines before it are noted. None where the list ends."""
        if not self._lines:
            return self._next_block(item)
        if self._continues(item, self._lines[0]):
            return self._lines.popleft()
        self._blocks.insert(0, "\n".join(self._lines))
        return None

    def _next_block(self, item: _Item) -> str | None:
        """The first line of the next block, when it is still of this list."""
        at = next((number for number, block in enumerate(self._blocks) if block.strip()), len(self._blocks))
        first, *others = self._blocks[at].lstrip("\n").split("\n") if at < len(self._blocks) else [""]
        begun = _Item.of(first)
        inside = _indent(first) >= item.indent + 2
        if not inside and not (begun and begun.marker == item.marker):
            return None
        self.loose |= not inside or _indent(first) < item.nested + (0 if begun else 2)
        if inside:
            item.lines.append("")
        del self._blocks[: at + 1]
        self._lines.extend(others)
        return first

    def _continues(self, item: _Item, line: str) -> bool:
        """Whether a line right after a line of this list is still of it, be it only a lazily wrapped paragraph."""
        if _indent(line) >= item.indent + 2 or not line.strip():
            return True
        if begun := _Item.of(line):
            return begun.marker == item.marker
        if _RULE.match(line) or _OTHER_BLOCK.match(line) or _STASHED.match(line):
            return False
        return not _STASHED.match(item.lines[-1])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
