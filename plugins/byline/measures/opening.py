"""Files as tools give them: plain, in gzip or in a zip. None is trusted, and none may expand without end."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from ..refusals import Refusal
from .attributing import shown

CHUNK = 1 << 21
LARGEST_TABLE = 200_000_000  # bytes of one table, expanded
MOST_MEMBERS = 1000
# Access logs shrink to a tenth or a thirtieth, and a file of nothing but one character to a thousandth.
MOST_EXPANSION = 200
EXPANDS_FREELY = 64_000_000
BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError)


class UnreadableFile(Refusal):
    """A file that cannot be imported; the text names it and says what to do."""


@dataclass(frozen=True)
class Part:
    """One file, or one file of a zip: its own name, and what it is in."""

    name: str
    path: Path
    member: str = ""


def parts_of(path: Path) -> tuple[Part, ...]:
    """What a file consists of, by name; raises `UnreadableFile`."""
    with _explained(path):
        with path.open("rb") as file:
            start = file.read(4)
        if start != b"PK\x03\x04":
            return (Part(path.name, path),)
        with zipfile.ZipFile(path) as whole:
            infos = [one for one in whole.infolist() if not one.is_dir() and not _dropping(one.filename)]
        if len(infos) > MOST_MEMBERS:
            raise UnreadableFile(f"{path.name} holds {len(infos)} files: take out those that are no exports")
        names = sorted(one.filename for one in infos)
        return tuple(Part(name.rpartition("/")[2], path, name) for name in names)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file: by it a file that was imported is known again."""
    with _explained(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def chunks(part: Part) -> Iterator[bytes]:
    """The bytes of a part as they expand; raises `UnreadableFile` when they end too early or expand without end."""
    with _explained(part.path), _opened(part) as file:
        size, read = part.path.stat().st_size, 0
        while chunk := file.read(CHUNK):
            read += len(chunk)
            if read > EXPANDS_FREELY and read > size * MOST_EXPANSION:
                raise UnreadableFile(
                    f"{part.path.name} expands to more than {MOST_EXPANSION} times its size, which no log does: "
                    "if it is one, expand it and import that"
                )
            yield chunk


def text_of(part: Part) -> str:
    """A table as text, whichever encoding it is in; what is in none stands as U+FFFD."""
    data = io.BytesIO()
    for chunk in chunks(part):
        data.write(chunk)
        if data.tell() > LARGEST_TABLE:
            raise UnreadableFile(f"{part.name} is larger than {LARGEST_TABLE // 10**6} MB: export fewer days at once")
    return decoded(data.getvalue())


def decoded(data: bytes) -> str:
    """Matomo writes UTF-16 for spreadsheets, others UTF-8 with or without a mark; spreadsheets save Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:200] and data[:200].count(b"\0") * 3 > len(data[:200]):
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", "replace")
        # A few broken bytes in a long file are damage; a file without any sequence of UTF-8 is in another encoding.
        return text if any(ord(one) > 127 and one != "\ufffd" for one in text) else data.decode("cp1252", "replace")


def _dropping(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")


@contextmanager
def _opened(part: Part) -> Iterator[BinaryIO]:
    if part.member:
        with zipfile.ZipFile(part.path) as whole, whole.open(part.member) as member:
            yield from _unzipped(cast(BinaryIO, member))
    else:
        with part.path.open("rb", buffering=0) as file:
            yield from _unzipped(cast(BinaryIO, file))


def _unzipped(file: BinaryIO) -> Iterator[BinaryIO]:
    start = file.read(2)
    file.seek(0)
    if start == b"\x1f\x8b":
        with gzip.GzipFile(fileobj=file) as inner:
            yield cast(BinaryIO, inner)
    else:
        yield file


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except BROKEN as error:
        if isinstance(error, FileNotFoundError):
            raise UnreadableFile(f"there is no file {path}") from None
        if isinstance(error, IsADirectoryError):
            raise UnreadableFile(f"{path} is a folder: name the files in it") from None
        why = "it ends too early" if isinstance(error, EOFError) else shown(str(error)).strip("'")
        raise UnreadableFile(f"{path.name} cannot be read: {why}. Copy or export it again") from None
