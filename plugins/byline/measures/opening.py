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
BLOCK = 1 << 18  # stays in the processor's own memory while it is looked at
LONGEST_LINE = 65_536  # bytes; servers take addresses of 8 KiB
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


@dataclass(frozen=True)
class Look:
    """What a file is known by: its SHA-256, and how many lines it has where all are certainly plain.

    Plain lines are ASCII and none too long, which is what servers write: an engine may read them by itself. `lines` is
    None for any other file.
    """

    digest: str
    lines: int | None


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


def look(path: Path) -> Look:
    """Read a file once, for all that is to be known before it is imported; raises `UnreadableFile`."""
    digest, lines, rest, plain = hashlib.sha256(), 0, 0, True
    with _explained(path), path.open("rb", buffering=0) as file:
        while block := file.read(BLOCK):
            digest.update(block)
            if plain := plain and _is_plain(block, rest):
                lines += len(block) - len(block.replace(b"\n", b""))  # faster than to count them
                end = block.rfind(b"\n")
                rest = rest + len(block) if end < 0 else len(block) - end - 1
    return Look(digest.hexdigest(), lines + (rest > 0) if plain else None)


def _is_plain(block: bytes, rest: int) -> bool:
    """Whether a part of a file is ASCII, and none of its lines too long; `rest`: how much of the first was before."""
    first = block.find(b"\n")
    return (
        block.isascii()
        and b"\0" not in block
        and rest + (len(block) if first < 0 else first) <= LONGEST_LINE
        and not may_have_long_line(block)
    )


def may_have_long_line(text: bytes) -> bool:
    """Whether a line could be too long: where every stretch of half that length holds a line's end, none is."""
    half = LONGEST_LINE // 2
    return any(text.find(b"\n", at, at + half) < 0 for at in range(0, len(text) - half, half))


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
