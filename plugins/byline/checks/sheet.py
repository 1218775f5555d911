"""A text as rules see it: whole, without its code, and as the words that readers read, all with the same places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..markup import count_words
from ..places import prose
from ..rules import Spot

# What stands in a body and is no prose: tags, comments, entities, where links lead, addresses, what engines fill in.
_NO_PROSE = re.compile(
    r"<!--.*?-->|<(script|style|pre|code)\b.*?</\1>|&#?\w+;|</?[A-Za-z!][^<>]*>|(?<=\])\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    r"|(?<=\])\[[^\]\n]*\]|^ {0,3}\[[^\]\n]+\]:[^\n]*|\b(?:https?|ftp|mailto):[^\s<>]+|\bwww\.[^\s<>]+"
    r"|\{[{%].*?[%}]\}|\{:?\s*[.#][^}\n]*\}",
    re.DOTALL | re.MULTILINE,
)
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_MARKS = str.maketrans("", "", "*_`[]")
_KEY = re.compile(r"[^\n:]*:[ \t]*(?:[>|][+-]?(?=\n))?")
_HEADING = re.compile(r"(?P<level>#{1,6})(?:[ \t]+(?P<words>.*?)[ \t]*#*)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_NO_TITLE = re.compile(r"[ \t]|[-*+>|#<]|\d+[.)][ \t]|$")


@dataclass(frozen=True)
class Heading:
    """A heading as it is written: its level, its words, and their place in the file."""

    level: int
    words: str
    start: int
    end: int


@dataclass(frozen=True)
class Sheet:
    """One file of the content folder.

    path       POSIX, relative to the content folder
    text       the whole file, with `\\n` line ends
    kind       article, page or author; empty for a file that is no text, or has no front matter
    lang       its language
    title, summary  as they are written
    keys       the line of each key of its front matter
    body_line  the line on which its body begins; 0 when all of it is front matter, as in TOML
    """

    path: str
    text: str
    kind: str = ""
    lang: str = "en"
    title: str = ""
    summary: str = ""
    keys: Mapping[str, int] = field(default_factory=dict)
    body_line: int = 0

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def body_start(self) -> int:
        """Where the body begins in the text."""
        return self.starts[min(self.body_line, len(self.starts)) - 1] if self.body_line else len(self.text)

    @cached_property
    def no_code(self) -> str:
        """The text with all code blanked."""
        return self.text[: self.body_start] + prose(self.text[self.body_start :])

    @cached_property
    def prose(self) -> str:
        """The words that readers read: the body without code, tags and addresses, and the title and summary."""
        body = _NO_PROSE.sub(lambda match: _blank(match[0]), self.no_code[self.body_start :])
        return "".join([*self._front(), body])

    def _front(self) -> Iterator[str]:
        """The front matter, blanked but for the values of title and summary."""
        spans = [self._words(name) for name in ("title", "summary") if name in self.keys]
        at = 0
        for start, end in sorted(spans):
            yield _blank(self.text[at:start])
            yield self.text[start:end]
            at = end
        yield _blank(self.text[at : self.body_start])

    def _words(self, key: str) -> tuple[int, int]:
        """Where the value of a key stands, without the quotes that YAML wants, and without comments below it."""
        start, end = self._value(key)
        written = self.text[start:end].partition("\n#")[0].rstrip()
        quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "\"'"
        return start + quoted, start + len(written) - quoted

    def _value(self, key: str) -> tuple[int, int]:
        line = self.keys[key]
        later = [other for other in self.keys.values() if other > line]
        last = min(later, default=self.body_line - 1)
        start = self.starts[line - 1]
        match = _KEY.match(self.text, start)
        return match.end() if match else start, max(self.starts[last - 1], start)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The body's headings in order."""
        return tuple(_headings(self.text, self.no_code, self.body_start))

    def spot(self, start: int, end: int, message: str, hint: str = "") -> Spot:
        """A place in the text by its offsets; what goes on over several lines is marked on its first."""
        line = bisect_right(self.starts, start)
        first = self.starts[line - 1]
        stop = self.starts[line] - 1 if line < len(self.starts) else len(self.text)
        return Spot(line, message, start - first, max(min(end, stop), start) - first, hint=hint)

    def at(self, key: str, message: str, hint: str = "") -> Spot:
        """The value of a key of the front matter."""
        if key not in self.keys:
            return Spot(1, message, hint=hint)
        start, end = self._value(key)
        return self.spot(start, start + len(self.text[start:end].rstrip()), message, hint)

    def words_in(self, start: int, end: int) -> int:
        """How many words readers read between two places; two ideographs take as long as one word."""
        read = self.prose[start:end]
        return count_words(read) - len(_IDEOGRAPH.findall(read)) // 2

    def seen(self, start: int, end: int) -> str:
        """What readers see of a place: its words and code, without tags and what Markdown asks for."""
        return " ".join(_NO_PROSE.sub("", self.text[start:end]).translate(_MARKS).split())


def _headings(text: str, no_code: str, at: int) -> Iterator[Heading]:
    """What is a heading, the text without code says; its words may be code."""
    before = ""
    for line in no_code[at:].split("\n"):
        if match := _HEADING.fullmatch(line):
            written = text[at : at + len(line)]
            words = written.strip("# \t")
            start = at + (written.index(words) if words else 0)
            yield Heading(len(match["level"]), words, start, start + len(words) if words else at + len(line))
        elif (under := _UNDERLINE.fullmatch(line)) and not _NO_TITLE.match(before):
            start = at - len(before) - 1
            yield Heading(1 if under[1][0] == "=" else 2, text[start : at - 1].strip(), start, at - 1)
        before, at = line, at + len(line) + 1


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def sheet_of(path: str, text: str, fields: Any = None, **known: Any) -> Sheet:
    """The sheet of a file whose front matter is `fields`, when it has any."""
    title, summary = (str(getattr(fields, name, "")) for name in ("title", "summary"))
    return Sheet(path, text, title=title, summary=summary, **known)
