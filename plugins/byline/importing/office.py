"""Documents of Word and LibreOffice Writer."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..guard import PictureError
from .album import Album
from .document import Document
from .doubts import doubts
from .facts import Facts, facts_of
from .markdown import Node, Writer, plain
from .marks import escaped
from .package import Package, open_package
from .pandoc import tree_of

# What programs write where a person said nothing: a file's name or path, or what a machine takes the picture for.
NO_DESCRIPTION = re.compile(
    r"[A-Za-z]:\\|.*\.(?:png|jpe?g|gif|webp|tiff?|bmp|emf|wmf|heic)$"
    r"|.*(?:automatically generated|générée? automatiquement)|(?:picture|image|grafik) ?\d*$",
    re.IGNORECASE | re.DOTALL,
)


class Pictures:
    """The pictures of one package: each gets its place in the text, or a sentence why it has none."""

    def __init__(self, package: Package, descriptions: Mapping[str, str]) -> None:
        self.album = Album()
        self.faults: list[str] = []
        self.undescribed = 0
        self._package, self._descriptions = package, descriptions

    def place(self, target: str, description: str) -> str:
        """Markdown for a picture."""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(self._package.main), target)).lstrip("/")
        data = self._package.parts.get(name)
        if data is None:
            if "://" not in target:  # what stands elsewhere is among the facts
                self.faults.append(f"The picture {posixpath.basename(name)} is not in the document.")
            return ""
        try:
            file = self.album.add(name, data)
        except PictureError as error:
            self.faults.append(f"{posixpath.basename(name)} {error}")
            return f"TODO {posixpath.basename(name)}"
        return f"![{self._described(target, description)}]({file})"

    def _described(self, target: str, description: str) -> str:
        words = description or self._descriptions.get(target, "")
        if words and not NO_DESCRIPTION.match(words):
            return escaped(words)
        self.undescribed += 1
        return "TODO Say what the picture shows"


def read_office(path: Path) -> Document:
    """The document in a .docx or .odt file; raises `ImportingError`."""
    package = open_package(path)
    facts, tree = facts_of(package), tree_of(package)
    title, guess, blocks = _titled(tree["blocks"], plain(tree["meta"].get("title", {"c": []})["c"]), facts)
    pictures = Pictures(package, facts.descriptions)
    writer = Writer(pictures.place)
    text = writer.document(blocks)
    lost = Counter(facts.lost) + writer.lost + Counter({"description": pictures.undescribed})
    told = doubts(guess, facts.author, lost, facts.remote, pictures.faults)
    return Document(text, title, facts.author, pictures.album.pictures, told)


def _titled(blocks: Sequence[Node], meta: str, facts: Facts) -> tuple[str, str, Sequence[Node]]:
    """The title, where it was guessed from if it was, and the blocks without it."""
    words = _words_of(blocks[0]) if blocks else ""
    levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
    if meta:
        return meta, "", blocks
    if words and words == " ".join(facts.styled.split()):
        return words, "", blocks[1:]
    if words and blocks[0]["t"] == "Header" and levels.count(levels[0]) == 1 and levels[0] == min(levels):
        return words, "its first heading", blocks[1:]
    return facts.title, "its properties" if facts.title else "", blocks


def _words_of(block: Node) -> str:
    """The words of a heading or a paragraph."""
    content: Any = block.get("c")
    return plain(content[2] if block["t"] == "Header" else content) if block["t"] in ("Header", "Para") else ""
