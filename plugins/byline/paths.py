"""Paths of pictures: from what a person wrote to a file of the content folder, and never out of it."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

MARK = re.compile(r"^[{|](?:static|attach|filename)[|}]")
REMOTE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def is_remote(target: str) -> bool:
    """Whether a reference names a place elsewhere: another host, or a scheme such as `data:`."""
    return bool(REMOTE.match(target))


@lru_cache(maxsize=1 << 14)  # several rooms ask for each
def picture_path(target: str, source: str) -> str | None:
    """The POSIX path in the content folder that a reference in the text `source` means.

    `{static}/x`, `{attach}x`, `{filename}x`, `x` beside the text and `/x` from the content folder mean the same.
    Empty when nothing is named; None when it is remote or leads out of the content folder.
    """
    if not target:
        return ""
    written = MARK.sub("", target)
    path = unquote(re.split("[?#]", written, maxsplit=1)[0])
    if is_remote(written):
        return None
    below = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(source), path)
    normal = posixpath.normpath(below)
    return None if normal.split("/")[0] == ".." else normal if path.strip("/") else ""


def safe_file(content: Path, relative: str) -> Path | None:
    """The regular file at a path in the content folder; None when it is absent, or reached through a symlink."""
    try:
        if not (content / relative).is_file():  # most that nobody lets in are simply absent
            return None
        root = content.resolve()
        path = root / relative
        # A path that resolves to itself has no symlink on the way and no step out of the folder.
        safe = path.resolve() == path and path.is_relative_to(root)
    except (OSError, ValueError):  # such as a name that is longer than any can be
        return None
    return path if safe else None
