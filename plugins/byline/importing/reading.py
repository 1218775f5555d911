"""From a file that somebody brought to a `Document`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from .document import Document
from .office import read_office
from .refusal import ImportingError
from .texts import read_markdown, read_plain

READERS: Mapping[str, Callable[[Path], Document]] = {
    ".docx": read_office,
    ".odt": read_office,
    ".md": read_markdown,
    ".txt": read_plain,
}


def read_document(path: Path) -> Document:
    """The document in a file; raises `ImportingError`, whose text begins with the file's name."""
    read = READERS.get(path.suffix.lower())
    if not read:
        raise ImportingError(f"{path.name}: this kind of file cannot be read. Save it as one of {', '.join(READERS)}.")
    if not path.is_file():
        raise ImportingError(f"{path}: there is no such file.")
    try:
        return read(path)
    except ImportingError as error:
        raise ImportingError(f"{path.name}: {error}") from None
    except OSError as error:
        raise ImportingError(f"{path.name}: it cannot be read: {error.strerror}.") from None
