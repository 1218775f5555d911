"""What pictures hold, as hashes. Of one that nobody touched since it was read, that is known without reading it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from ..guard import PictureError, read_within_limit
from ..ledger import Ledger
from ..paths import safe_file

NO_MARKS: Mapping[str, str] = MappingProxyType({})


def there(content: Path, paths: Iterable[str], marks: Mapping[str, str]) -> dict[str, Path]:
    """The files of those of these paths that are there, in order. Those with a mark are known to be: see `hashes`."""
    found = ((path, content / path if path in marks else safe_file(content, path)) for path in sorted(set(paths)))
    return {path: file for path, file in found if file}


def hashes(content: Path, files: Mapping[str, Path], ledger: Ledger, marks: Mapping[str, str]) -> dict[str, str]:
    """A hash of each file's bytes, by path. `marks` tell whether a file was touched, as `sources.Tree` has it; one
    without, or with an empty one, is read.
    """
    name = f"pictures: {content.absolute()}"
    noted: dict[str, list[str]] = ledger.note(name) or {} if marks else {}
    found = {path: _seen(file, marks.get(path, ""), noted.get(path)) for path, file in files.items()}
    kept = {path: one for path, one in noted.items() if path in marks} | found
    if marks and kept != noted:
        ledger.keep_note(name, kept)
    return {path: digest for path, (_, digest) in found.items()}


def _seen(file: Path, mark: str, before: list[str] | None) -> list[str]:
    return before if before and mark and before[0] == mark else [mark, content_hash(file)]


def content_hash(file: Path) -> str:
    """What a picture holds, as a hash; for a file that is too large or cannot be read, its fault."""
    try:
        return hashlib.sha256(read_within_limit(file)).hexdigest()
    except PictureError as error:
        return str(error)
