"""PNG files in palette mode (https://www.w3.org/TR/png-3/), in parts, so that rows that never change cost nothing.

The rows of a card that its layout alone decides are compressed once: every part of the stream ends on a byte, and the
checksums of parts add up. Rows are filtered by what stands above them, which makes the stems of letters vanish; what
remains is runs of one value, and looking for nothing else is several times as fast (Z_RLE).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops

MODULUS = 65521  # of Adler-32 (RFC 1950, 8.2)
EDGE = 1  # the column on the left of a picture that is made ready for parts: each row begins with its filter
MEMORY = 6  # of a compressor, 1 to 9: as small a file as with more, and it stays in the cache of a core
UP = 2  # the filter that takes the row above away (PNG, 9.2)
LAST_BLOCK = b"\x03\x00"  # an empty one that says it is the last (RFC 1951, 3.2.3)


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a picture, compressed; the checksum and number of their bytes."""

    data: bytes
    sum: int
    length: int


def part(image: Image.Image, top: int, bottom: int, pictured: bool = False) -> Part:
    """Rows of a picture of palette places (mode L), compressed so that any other part may follow.

    Its first column is no part of the picture: there stands 0, and here the number of the filter of each row.
    `pictured`: the rows hold a photograph, whose places in a palette say nothing of what stands below them.
    """
    width = image.width
    if pictured:
        rows = [image.crop((0, top, width, bottom)).tobytes()]
    else:  # each row without the one above it; the first stands alone
        rows = [image.crop((0, top, width, top + 1)).tobytes()]
        if bottom - top > 1:
            below, above = image.crop((0, top + 1, width, bottom)), image.crop((0, top, width, bottom - 1))
            without = ImageChops.subtract_modulo(below, above)
            without.paste(UP, (0, 0, EDGE, without.height))
            rows.append(without.tobytes())
    level, strategy = (4, zlib.Z_DEFAULT_STRATEGY) if pictured else (1, zlib.Z_RLE)
    stream = zlib.compressobj(level, zlib.DEFLATED, -15, MEMORY, strategy)
    total = 1
    for data in rows:
        total = zlib.adler32(data, total)
    return Part(b"".join(map(stream.compress, rows)) + stream.flush(zlib.Z_FULL_FLUSH), total, sum(map(len, rows)))


def png(size: tuple[int, int], palette: Sequence[tuple[int, int, int]], parts: Iterable[Part]) -> bytes:
    """A PNG in palette mode, eight bits a pixel."""
    head = struct.pack(">IIBBBBB", *size, 8, 3, 0, 0, 0)
    stream, total = [b"\x78\x01"], 1
    for one in parts:
        stream.append(one.data)
        total = _joined(total, one)
    stream += [LAST_BLOCK, struct.pack(">I", total)]
    chunks = ((b"IHDR", head), (b"PLTE", bytes(c for color in palette for c in color)), (b"IDAT", b"".join(stream)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in (*chunks, (b"IEND", b"")))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Rows from the first to the one after the last, whether they differ from the layout's own, and hold a picture."""

    top: int
    bottom: int
    changed: bool = True
    pictured: bool = False


def spans(changed: Iterable[Span], height: int) -> Iterator[Span]:
    """All rows of a card in order, from those that changed."""
    done = 0
    for span in _merged(changed):
        if done < span.top:
            yield Span(done, span.top, changed=False)
        yield span
        done = span.bottom
    if done < height:
        yield Span(done, height, changed=False)


def _merged(changed: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(changed):
        if found and span.top <= found[-1].bottom:
            last = found.pop()
            span = Span(last.top, max(last.bottom, span.bottom), True, last.pictured or span.pictured)
        found.append(span)
    return found


def _joined(total: int, following: Part) -> int:
    """The Adler-32 of what is there and what follows, from theirs."""
    low = (total & 0xFFFF) + (following.sum & 0xFFFF) - 1
    high = (total >> 16) + (following.sum >> 16) + following.length * ((total & 0xFFFF) - 1)
    return (high % MODULUS) << 16 | low % MODULUS


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
