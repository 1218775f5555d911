"""Markdown of a document's tree: what a person would have typed, and nothing that they would have to understand.

The tree is Pandoc's (https://hackage.haskell.org/package/pandoc-types): nodes `{"t": kind, "c": content}`. Sizes,
colors and styles are left behind; what cannot be said in Markdown is counted, so that its author hears of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, repeat
from typing import Any
from urllib.parse import quote

from .grid import Grid
from .marks import begun, code, escaped, fenced, indented, marked, quoted

Node = dict[str, Any]
Place = Callable[[str, str], str]

SCHEMES = ("http://", "https://", "mailto:", "tel:")
QUOTES = {"SingleQuote": "‘{}’", "DoubleQuote": "“{}”"}
BREAKS = {"Space": " ", "SoftBreak": " ", "LineBreak": "<br>"}
TAGS = {"Strikeout": "del", "Superscript": "sup", "Subscript": "sub"}
MARKS = {"Emph": ("*", "em"), "Strong": ("**", "strong")}
_IN_ADDRESS = "%/:=&?~#+!$,;'@*[]_.-"


class Writer:
    """Writes one document. `place` gets a picture's target and description, and gives what stands there.

    lost    how many equations, merged cells and links could not be kept, by kind
    """

    def __init__(self, place: Place) -> None:
        self.lost: Counter[str] = Counter()
        self._place = place
        self._notes: list[str] = []
        self._shift = 0

    def document(self, blocks: Sequence[Node]) -> str:
        """The text, its headings from `##` on, its footnotes at the end."""
        self._shift = 2 - min((block["c"][0] for block in blocks if block["t"] == "Header"), default=2)
        text = self._blocks(blocks)
        notes = (f"[^{number}]: {indented(note)}" for number, note in enumerate(self._notes, 1))
        return "\n\n".join(filter(None, [text, *notes])) + "\n"

    # --- blocks -------------------------------------------------------------------------------------------------------

    def _blocks(self, nodes: Iterable[Node]) -> str:
        written: list[str] = []
        before = ""
        for node in nodes:
            if node["t"] == before == "OrderedList":
                written.append("<!-- -->")  # else the second list would go on counting
            written.append(self._block(node))
            before = node["t"] if written[-1] else before
        return "\n\n".join(filter(None, written))

    def _block(self, node: Node) -> str:
        content: Any = node.get("c")
        match node["t"]:
            case "Para" | "Plain":
                return "" if _is_contents(content) else begun(self._inlines(content))
            case "Header":
                return self._heading(content[0], content[2])
            case "BulletList":
                return self._list(content, repeat("-"))
            case "OrderedList":
                return self._list(content[1], (f"{number}." for number in count(content[0][0])))
            case "BlockQuote":
                return quoted(self._blocks(content))
            case "CodeBlock":
                return fenced(content[1])
            case "Table":
                return self._table(content)
            case "Figure":
                return self._blocks([*content[2], *content[1][1]])
            case "Div":
                return self._blocks(content[1])
            case "LineBlock":
                return begun("<br>".join(map(self._inlines, content)))
            case "DefinitionList":
                return "\n\n".join(self._definition(term, meanings) for term, meanings in content)
            case "HorizontalRule":
                return "* * *"
        return ""

    def _heading(self, level: int, words: Sequence[Node]) -> str:
        bare = [inner for node in words for inner in (node["c"] if node["t"] == "Strong" else [node])]
        text = re.sub(r"#+$", lambda end: end[0].replace("#", r"\#"), self._inlines(bare))
        return f"{'#' * min(level + self._shift, 6)} {text}" if text else ""

    def _list(self, items: Sequence[Sequence[Node]], marks: Iterable[str]) -> str:
        loose = any(sum(block["t"] in ("Para", "Plain") for block in item) > 1 for item in items)
        texts = filter(None, map(self._blocks, items))
        written = (f"{mark} {indented(text)}" for mark, text in zip(marks, texts, strict=False))
        return ("\n\n" if loose else "\n").join(re.sub(r"\n\n(?= +(?:-|\d+\.) )", "\n", item) for item in written)

    def _definition(self, term: Sequence[Node], meanings: Sequence[Sequence[Node]]) -> str:
        return "\n".join([self._inlines(term), *(f":   {indented(self._blocks(meaning))}" for meaning in meanings)])

    def _table(self, content: Sequence[Any]) -> str:
        grid = Grid.of(content)
        self.lost["merged-cells"] += grid.merged
        if len(grid.rows) == grid.width == 1:  # a frame around a text
            return quoted(self._blocks(grid.rows[0][0]))
        rows = [f"| {' | '.join(map(self._cell, row))} |" for row in grid.rows]
        table = "\n".join([*rows[:1], "|" + " --- |" * grid.width, *rows[1:]]) if rows else ""
        return "\n\n".join(filter(None, [table, self._blocks(content[1][1])]))

    def _cell(self, blocks: Sequence[Node]) -> str:
        return re.sub(r"\n+ *", "<br>", self._blocks(blocks))

    # --- within a line ------------------------------------------------------------------------------------------------

    def _inlines(self, nodes: Iterable[Node]) -> str:
        text = ""
        for node in nodes:
            text += self._inline(node, after=text[-1:])
        return text.strip()

    def _inline(self, node: Node, after: str) -> str:
        kind: str = node["t"]
        content: Any = node.get("c")
        match kind:
            case "Str":
                return escaped(content)
            case "Space" | "SoftBreak" | "LineBreak":
                return BREAKS[kind]
            case "Emph" | "Strong":
                return marked(self._within(content), *MARKS[kind], after)
            case "Strikeout" | "Subscript" | "Superscript":
                return f"<{TAGS[kind]}>{self._within(content)}</{TAGS[kind]}>"
            case "Underline" | "SmallCaps":
                return self._within(content)
            case "Span" | "Cite":
                return self._within(content[1])
            case "Quoted":
                return QUOTES[content[0]["t"]].format(self._inlines(content[1]))
            case "Code" | "Math":
                self.lost["equation"] += kind == "Math"
                return code(content[1])
            case "Link":
                return self._link(content[1], content[2][0])
            case "Image":
                return self._place(content[2][0], plain(content[1]))
            case "Note":
                return self._note(content)
        return ""

    def _within(self, nodes: Iterable[Node]) -> str:
        """As `_inlines`, with the white space at both ends: it belongs outside of what it stands in."""
        return "".join(self._inline(node, "") for node in nodes)

    def _link(self, words: Sequence[Node], target: str) -> str:
        text = self._inlines(words)
        if not target.lower().startswith(SCHEMES):
            self.lost["link"] += bool(text) and not target.startswith("#")
            return text
        return f"[{text}]({quote(target, safe=_IN_ADDRESS)})" if text else ""

    def _note(self, blocks: Sequence[Node]) -> str:
        number = len(self._notes)
        self._notes.append("")  # its place is taken first: a note may hold another
        self._notes[number] = self._blocks(blocks)
        return f"[^{number + 1}]"


def plain(nodes: Iterable[Node]) -> str:
    """The words of inlines, without any markup."""
    return " ".join("".join(_words(nodes)).split())


def _words(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        content: Any = node.get("c")
        if node["t"] in ("Str", "Space", "SoftBreak", "LineBreak"):
            yield content or " "
        elif node["t"] in ("Code", "Math"):
            yield content[1]
        elif node["t"] in ("Span", "Cite", "Quoted", "Link"):
            yield from _words(content[1])
        elif node["t"] not in ("Note", "Image", "RawInline"):
            yield from _words(content)


def _is_contents(inlines: Sequence[Node]) -> bool:
    """Whether a paragraph is a line of a table of contents, which Byline makes itself."""
    return len(inlines) == 1 and inlines[0]["t"] == "Link" and inlines[0]["c"][2][0].startswith("#")
