"""What changed in a text, word by word, as a reader sees it: markup is no word, and what did not change is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from lxml import etree, html

Kind = Literal["same", "ins", "del"]
BLOCKS = frozenset(
    "p li h1 h2 h3 h4 h5 h6 td th tr pre blockquote figcaption figure dt dd div ul ol table hr section".split()
)
WIDE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts without spaces: each character is compared by itself
TOKEN = re.compile(rf"\n|(?:[{WIDE}]|(?:(?![{WIDE}])\w)+(?:['’](?:(?![{WIDE}])\w)+)*|[^\w\s])[^\S\n]*")
MOST = 4000  # words of one passage that are compared; the time grows with their square


@dataclass(frozen=True)
class Piece:
    """Words that stayed, came or went."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or item in which something changed; or how many in a row did not."""

    pieces: tuple[Piece, ...] = ()
    unchanged: int = 0


def blocks_of(text: str) -> list[str]:
    """The words of each paragraph, heading, item and cell of HTML; a picture is its description between brackets."""
    if not text.strip():
        return []
    parts: list[list[str]] = [[]]
    for event, element in etree.iterwalk(html.fragment_fromstring(text, "div"), events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if element.tag in BLOCKS:
            parts.append([])
        if event == "start":
            if element.tag == "img" and element.get("alt"):
                parts[-1].append(f"[{element.get('alt')}]")
            parts[-1].append(" " if element.tag == "br" else element.text or "")
        if event == "end":
            parts[-1].append(element.tail or "")
    return [words for part in parts if (words := " ".join("".join(part).split()))]


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[Block, ...]:
    """What became of each block of words; empty when nothing changed."""
    if list(old) == list(new):
        return ()
    found: list[Block] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Block(unchanged=b - a))
        else:
            found += _lines(_words("\n".join(old[a:b]), "\n".join(new[c:d])))
    return tuple(found)


def _lines(pieces: Sequence[Piece]) -> Iterator[Block]:
    """Pieces of a passage, a block for each of its lines; a line of which nothing changed is no news."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Piece(piece.kind, text))
    for line in lines:
        if any(piece.kind != "same" for piece in line):
            yield Block(tuple(line))
        elif line:
            yield Block(unchanged=1)


def _words(old: str, new: str) -> list[Piece]:
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    if max(len(before), len(after)) > MOST or not (before and after):
        return _changed(old, new)
    steps = SequenceMatcher(None, _bare(before), _bare(after), autojunk=False).get_opcodes()
    found: list[Piece] = []
    for at, (tag, a, b, c, d) in enumerate(steps):
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        # One word that stayed between two that changed is easier to read as part of the change.
        lonely = tag == "equal" and b - a == 1 and 0 < at < len(steps) - 1 and "\n" not in gone
        if tag == "equal" and not lonely:
            found.append(Piece("same", come))
        else:
            found += _changed(gone, come)
    return _joined(found)


def _bare(tokens: Sequence[str]) -> list[str]:
    """Words without the space after them, which is no part of them."""
    return [token.strip(" \t") or token for token in tokens]


def _changed(gone: str, come: str) -> list[Piece]:
    return [*([Piece("del", gone)] if gone else ()), *([Piece("ins", come)] if come else ())]


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Changes that touch become one: all that went, then all that came."""
    found: list[Piece] = []
    gone = come = ""
    for piece in (*pieces, Piece("same", "")):
        if piece.kind == "del":
            gone += piece.text
        elif piece.kind == "ins":
            come += piece.text
        else:
            found += [*_changed(gone, come), *([piece] if piece.text else ())]
            gone = come = ""
    return found
