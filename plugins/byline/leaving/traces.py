"""Where a person is named: in what they signed, in their own files, in others' files, and in the middle of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Author
from ..registry import Registry, find_author
from ..sources import walk

TEXTS = (".md", ".toml", ".csv", ".txt", ".json")


@dataclass(frozen=True)
class Person:
    """Who leaves: by id and by name, as an author, as an ambassador, or as both."""

    id: str
    name: str
    author: Author | None

    def means(self, written: object, registry: Registry | None = None) -> bool:
        """Whether what somebody wrote is this person: the id, or the registered name when it is only theirs."""
        if not isinstance(written, str):
            return False
        if written == self.id:
            return True
        found = find_author(registry, written) if registry else None
        return found.id == self.id if found else written == self.name != ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds the id or the name as words."""
        words = "|".join(re.escape(word) for word in sorted({self.id, self.name, self.name.replace(" ", "\u00a0")}))
        return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def own_files(folder: Path, person: Person) -> list[str]:
    """A person's own files in the content folder: profile in each language, and portrait."""
    own = [
        path for path in walk(folder).below("authors") if re.fullmatch(rf"authors/{re.escape(person.id)}\.[^/]+", path)
    ]
    portrait = person.author.portrait if person.author else ""
    return sorted({*own, *([portrait] if portrait.startswith("authors/") else [])})


def mentions(texts: dict[Path, str], person: Person) -> Iterator[tuple[Path, int, str]]:
    """(file, line, text of the line) of each line that names the person; line 0 for a file's own name."""
    for path, text in sorted(texts.items()):
        if person.pattern.search(path.name) or person.pattern.search(path.parent.name):
            yield path, 0, "the name of the file or its folder"
        for number, row in enumerate(text.split("\n"), 1):
            if person.pattern.search(row):
                yield path, number, row.strip()


def texts_of(folder: Path | None) -> dict[Path, str]:
    """Every text of a folder that can be read, by its path."""
    found = {}
    for path in walk(folder).paths if folder and folder.is_dir() else ():
        if path.endswith(TEXTS):
            assert folder
            try:
                found[folder / path] = (folder / path).read_text("utf-8-sig")
            except (UnicodeDecodeError, OSError):
                continue
    return found
