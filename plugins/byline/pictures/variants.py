"""Variants: one picture at several widths, encoded anew and named by content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..guard import open_picture
from ..ledger import Ledger
from ..model import File, Picture
from ..raster import avif, scaled, webp, widths_within
from ..urls import RESERVED, short_hash, slugify
from .contents import NO_MARKS, hashes, there
from .settings import PictureSettings

ENCODERS = {"webp": webp, "avif": avif}


@dataclass(frozen=True)
class Variant:
    """A picture at one width in pixels and in one format."""

    width: int
    height: int
    format: str
    data: bytes


def make_variants(path: Path, settings: PictureSettings) -> tuple[Variant, ...]:
    """All variants of a picture, by format and width; raises PictureError."""
    image = open_picture(path)
    formats = ("webp", "avif") if settings.avif else ("webp",)
    sizes = [scaled(image, width) for width in widths_within(image.width, settings.widths)]
    return tuple(
        Variant(one.width, one.height, kind, ENCODERS[kind](one, settings.quality)) for kind in formats for one in sizes
    )


def packed(variants: Sequence[Variant]) -> bytes:
    """Variants as one value for the ledger: a line of JSON, then their bytes."""
    header = [[one.width, one.height, one.format, len(one.data)] for one in variants]
    return json.dumps(header).encode() + b"\n" + b"".join(one.data for one in variants)


def unpacked(value: bytes) -> tuple[Variant, ...]:
    """The variants in a value of the ledger."""
    header, _, rest = value.partition(b"\n")
    variants, start = [], 0
    for width, height, kind, length in json.loads(header):
        variants.append(Variant(width, height, kind, rest[start : start + length]))
        start += length
    return tuple(variants)


def picture(path: str, variants: Sequence[Variant]) -> tuple[Picture, tuple[File, ...]]:
    """A picture as pages see it (its size is that of the widest variant), and the files to print."""
    addresses = {(one.format, one.width): _address(path, one) for one in variants}
    widest = max(variants, key=lambda one: one.width)
    by_format = {kind: {w: a for (k, w), a in addresses.items() if k == kind} for kind in ENCODERS}
    files = tuple(File(addresses[one.format, one.width].lstrip("/"), one.data) for one in variants)
    return Picture(path, widest.width, widest.height, by_format["webp"], by_format["avif"]), files


def unmade(path: str) -> Picture:
    """What stands for a picture where it is enough to know that there is one."""
    return Picture(path, 0, 0, {0: f"/{path}"})


def _address(path: str, variant: Variant) -> str:
    stem = slugify(PurePosixPath(path).stem)[:80].strip("-")
    name = stem if stem and stem not in RESERVED else "picture"
    return f"/images/{name}.{short_hash(variant.data)}-{variant.width}.{variant.format}"


def pictures(
    content: Path, paths: Iterable[str], ledger: Ledger, settings: PictureSettings, marks: Mapping[str, str] = NO_MARKS
) -> tuple[dict[str, Picture], tuple[File, ...]]:
    """Pictures by path, and each file once. A picture that was made before is not even opened."""
    sources = there(content, paths, marks)
    choice = [list(settings.widths), settings.quality, settings.avif]
    items = [(path, [digest, *choice]) for path, digest in hashes(content, sources, ledger, marks).items()]
    values = ledger.remember_all(
        "picture", items, lambda index: packed(make_variants(sources[items[index][0]], settings))
    )
    made = {path: picture(path, unpacked(value)) for path, value in zip(sources, values, strict=True)}
    files = {file.save_as: file for _, printed in made.values() for file in printed}
    return {path: shown for path, (shown, _) in made.items()}, tuple(files.values())
