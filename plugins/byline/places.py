"""Places: what in a text is prose and what is code, and on which line of its file something stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from .model import Remark

# XML 1.0, production 2 (Char): what feeds and pages cannot carry. A form feed is one of them.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CLOSES = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
           "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}  # fmt: skip
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")

_ITEM = re.compile(r"[ \t>]*(?:[*+-]|\d{1,9}[.)]|\[\^[^\]]+\]:|:)(?:[ \t]|$)")
_FENCE = re.compile(r"((?:[ \t]|>|(?:[*+-]|\d{1,9}[.)])[ \t])*+)(`{3,}(?=[^`]*$)|~{3,})(.*)")
_BEFORE = re.compile(r"[\w/.%-]")
_AFTER = re.compile(r"[\w/%#?&=-]")
_HIDDEN = re.compile(r"[^\n]")


class TooDeep(Exception):
    """Something is nested deeper than a page may be; `near` is what to look for in the text."""

    def __init__(self, what: str, near: str) -> None:
        super().__init__(what)
        self.near = near


def scrubbed(source: str, first_line: int) -> tuple[str, list[Remark]]:
    """The text without characters that no page can carry or that reorder what is read, and what was found.

    Zero-width spaces vanish without a word. Line ends become `\\n`, so lines keep their numbers.
    """
    text = source.replace("\r\n", "\n").replace("\r", "\n").replace("\u200b", "")
    remarks = []
    if found := CONTROL.search(text):
        line = first_line + text.count("\n", 0, found.start())
        message = f"the character U+{ord(found[0]):04X} cannot be published"
        hint = "delete it; an editor that shows invisible characters helps"
        remarks.append(Remark(line, "control-character", message, "error", hint))
        text = CONTROL.sub("\ufffd", text)
    calm = without_stray_bidi(text)
    if calm != text:
        pairs = zip(text.split("\n"), calm.split("\n"), strict=True)
        line = first_line + next(number for number, (before, after) in enumerate(pairs) if before != after)
        message = "invisible characters that turn the reading direction, and are not closed on their line, were removed"
        remarks.append(Remark(line, "bidi-control", message, "warning", "delete them, or close each on its line"))
    return calm, remarks


def without_stray_bidi(text: str) -> str:
    """The text without embedding, override and isolate controls on every line where they do not pair up (UAX 9)."""
    if not _BIDI.search(text):
        return text
    return "\n".join(line if _paired(line) else _BIDI.sub("", line) for line in text.split("\n"))


def _paired(line: str) -> bool:
    awaited: list[str] = []
    for mark in _BIDI.findall(line):
        if mark in _CLOSES:
            awaited.append(_CLOSES[mark])
        elif not awaited or awaited.pop() != mark:
            return False
    return not awaited


class Places:
    """Finds the line on which something was written, outside code. Lines count from `first_line`."""

    def __init__(self, source: str, first_line: int) -> None:
        self._first = first_line
        self._prose = _without_spans(_without_fences(source))
        self._starts = [match.end() for match in re.finditer("\n", source)]
        self._found: dict[str, list[int]] = {}

    def line(self, *patterns: str) -> int:
        """The line of the first match of the first regular expression that matches; else the text's first line."""
        for pattern in patterns:
            if match := re.search(pattern, self._prose, re.IGNORECASE):
                return self._line_at(match.start())
        return self._first

    def line_of(self, target: str, nth: int) -> int:
        """The line where the n-th link or picture with this target is written (from 0); else that of the last."""
        lines = self._found.get(target)
        if lines is None:
            lines = self._found[target] = self._lines_of(target)
        return lines[min(nth, len(lines) - 1)] if lines else self._first

    def _lines_of(self, target: str) -> list[int]:
        for written in dict.fromkeys((target, escape(target), re.sub(r"^(mailto:|https?://)", "", target))):
            if found := [self._line_at(offset) for offset in _occurrences(self._prose, written)]:
                return found
        return []

    def _line_at(self, offset: int) -> int:
        return self._first + bisect_right(self._starts, offset)


def _occurrences(text: str, written: str) -> Iterator[int]:
    """Where a target stands in a text, not as a part of a longer one."""
    at = text.find(written) if written else -1
    while at >= 0:
        end = at + len(written)
        if not _BEFORE.match(text[at - 1 : at]) and not _AFTER.match(text[end : end + 1]):
            yield at
        at = text.find(written, end)


@dataclass(frozen=True)
class Fence:
    """Fenced code: its lines in the text (`end` is the first after it), what stands before it, and what it says."""

    start: int
    end: int
    prefix: str
    info: str
    code: str


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Fenced code in order (CommonMark, 4.5), be it in lists or quotes; one that is not closed goes to the end."""
    at, in_list = 0, False
    while at < len(lines):
        line = lines[at]
        match = _FENCE.match(line)
        if match and (in_list or len(match[1].expandtabs(4)) - len(match[1].expandtabs(4).lstrip(" ")) < 4):
            fence = _fence(lines, at, match)
            yield fence
            at = fence.end
            continue
        if line.strip():
            in_list = _ITEM.match(line) is not None or (in_list and line[0] in " \t>")
        at += 1


def _fence(lines: Sequence[str], start: int, match: re.Match[str]) -> Fence:
    prefix, mark, info = match.groups()
    quotes = prefix.count(">")
    closing = re.compile(rf"[ \t>]*{mark}{mark[0]}*[ \t]*$")
    end = start + 1
    while end < len(lines) and lines[end].count(">", 0, len(prefix) + 1) >= quotes and not closing.match(lines[end]):
        end += 1
    code = "\n".join(_within(line, prefix, quotes) for line in lines[start + 1 : end])
    closed = end < len(lines) and closing.match(lines[end]) is not None
    return Fence(start, end + closed, prefix, info.strip(), code)


def _within(line: str, prefix: str, quotes: int) -> str:
    """A line of code without the indentation and quote marks that its fence has."""
    for _ in range(quotes):
        line = re.sub(r"^ *> ?", "", line)
    wide = len(prefix.rpartition(">")[2].removeprefix(" ") if quotes else prefix)
    return line[min(wide, len(line) - len(line.lstrip(" "))) :]


def prose(source: str) -> str:
    """The text with all code blanked, each line as long as it was: fences, spans, and what is indented as code."""
    return _without_indented(_without_spans(_without_fences(source)))


def _without_indented(source: str) -> str:
    """Lines indented by four after a blank one are code (CommonMark, 4.4), unless a list or quote goes on there."""
    lines = source.split("\n")
    in_list, code, blank = False, False, True
    for number, line in enumerate(lines):
        if not line.strip():
            blank = True
            continue
        if line.startswith(("    ", "\t")) and not in_list and (blank or code):
            lines[number], code = " " * len(line), True
        else:
            code = False
            in_list = _ITEM.match(line) is not None or (in_list and (line[0] in " \t>" or not blank))
        blank = False
    return "\n".join(lines)


def _without_fences(source: str) -> str:
    lines = source.split("\n")
    for fence in fences(lines):
        lines[fence.start : fence.end] = [" " * len(line) for line in lines[fence.start : fence.end]]
    return "\n".join(lines)


def _without_spans(text: str) -> str:
    """What stands between two equal runs of backticks is blanked (CommonMark, 6.1); newlines stay."""
    runs = list(re.finditer("`+", text))
    ends: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        ends.setdefault(len(runs[index][0]), []).append(index)
    parts, at, index = [], 0, 0
    while index < len(runs):
        same = ends[len(runs[index][0])]
        while same and same[-1] <= index:
            same.pop()
        if same:
            end = runs[same[-1]].end()
            parts += [text[at : runs[index].start()], _HIDDEN.sub(" ", text[runs[index].start() : end])]
            at, index = end, same[-1]
        index += 1
    return "".join([*parts, text[at:]])
