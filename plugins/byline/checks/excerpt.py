"""What a person sees of a finding in a terminal: its sentence, the line that it speaks of, and a caret below the place.

```
content/articles/2026/why-we-moved/index.md:12: dead-link: nothing on this site answers /nowhere/.
   12 | as we said in [the plan](/nowhere/)
      |                         ^^^^^^^^^
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..credentials import masked
from ..findings import line, safe
from ..model import Finding
from ..sentences import in_language
from ..sources import read_text
from .width import width

WIDEST = 100  # columns of a line that are shown
_QUOTED = re.compile(r"'([^']+)'|`([^`]+)`")


@dataclass(frozen=True)
class Told:
    """A finding in words: its sentence, then the lines of its excerpt, which may be none."""

    finding: Finding
    sentence: str
    excerpt: tuple[str, ...] = ()


def told(found: Iterable[Finding], content: Path, folder: str, lang: str = "en") -> Iterator[Told]:
    """Each finding in a language, with its line; `folder` is how people write the content folder. Nothing of a text is
    obeyed.
    """
    path, lines = "", list[str]()
    for finding in found:
        if finding.path != path:
            path, lines = finding.path, _lines(content, finding.path)
        excerpt = tuple(_excerpt(finding, lines)) if 0 < finding.line <= len(lines) else ()
        yield Told(finding, line(in_language(finding, lang), folder), excerpt)


def _lines(content: Path, path: str) -> list[str]:
    """The lines of a text; none for a picture, or for what is not there any more."""
    text, _ = read_text(content, path) if path.endswith((".md", ".toml")) else (None, [])
    return text.split("\n") if text else []


def _excerpt(finding: Finding, lines: list[str]) -> Iterator[str]:
    written = lines[finding.line - 1]
    if not written.strip():
        return
    # Whatever a finding speaks of, its line may hold a secret beside it.
    shown = safe(masked(written).replace("\t", " "))
    start, end = _place(finding, written)
    shown, start, end = _cut(shown, start, end)
    number = f"{finding.line:>5}"
    yield f"{number} | {shown}"
    yield f"{' ' * len(number)} | {' ' * width(shown[:start])}{'^' * max(1, width(shown[start:end]))}"


def _place(finding: Finding, written: str) -> tuple[int, int]:
    """The columns that a finding speaks of: its own, else those of the longest of its words that stands there."""
    if finding.end > finding.start and finding.end <= len(written):
        return finding.start, finding.end
    quoted = [one or other for one, other in _QUOTED.findall(finding.message)]
    words = [word.strip(".,;:") for word in finding.message.split() if len(word) > 4]
    for candidates in (quoted, words):
        found = [word for word in candidates if word and word in written]
        if found:
            start = written.index(max(found, key=len))
            return start, start + len(max(found, key=len))
    return len(written) - len(written.lstrip()), len(written.rstrip())


def _cut(shown: str, start: int, end: int) -> tuple[str, int, int]:
    """As much of a line as fits, with the place in it."""
    first = 0
    if width(shown[: min(end, start + 40)]) > WIDEST - 4:
        first = max(0, start - 30)
    last = first
    columns = 0
    while last < len(shown) and columns + width(shown[last]) <= WIDEST:
        columns += width(shown[last])
        last += 1
    before, after = "…" if first else "", "…" if last < len(shown) else ""
    text = before + shown[first:last] + after
    return text, start - first + len(before), min(end - first + len(before), len(text))
