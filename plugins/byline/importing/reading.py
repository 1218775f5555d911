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
        raise ImportingError(f"this kind of file cannot be read: {path.name}. Save it as one of {', '.join(READERS)}.")
    if not path.is_file():
        raise ImportingError(f"there is no such file: {path}")
    try:
        return read(path)
    except ImportingError as error:
        raise ImportingError(f"the document {path.name}: {error}") from None
    except OSError as error:
        raise ImportingError(f"this document cannot be read: {path.name} ({error.strerror}).") from None
