"""Portraits: cut square, without whatever the camera wrote into them. Only of people who agreed to a profile."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ..build import Build
from ..guard import PictureError
from ..ledger import packed, unpacked
from ..model import Author, File, Finding, Picture
from ..paths import safe_file
from ..raster import portrait_variants
from ..urls import short_hash

WIDTHS = (96, 192, 384)


def portraits(build: Build) -> None:
    """Fill `build.portraits`; a picture that cannot be used is an error on its author's file."""
    found = {author.id: picture for author in build.edition.authors if (picture := _picture(author, build))}
    build.portraits = found


def portrait_files(build: Build) -> Iterable[File]:
    """The files of every portrait."""
    for author in build.edition.authors:
        picture = build.portraits.get(author.id)
        if picture:
            for width, data in _variants(author, build):
                yield File(picture.variants[width].lstrip("/"), data)


def _picture(author: Author, build: Build) -> Picture | None:
    if not author.portrait:
        return None
    try:
        variants = _variants(author, build)
    except PictureError as error:
        build.findings.append(Finding(author.source, 1, "broken-picture", f"{author.portrait} {error}"))
        return None
    folder = build.addresses.author(author.id, build.site.lang)
    addresses = {width: f"{folder}portrait.{short_hash(data)}-{width}.webp" for width, data in variants}
    widest = max(addresses)
    return Picture(author.portrait, widest, widest, addresses)


def _variants(author: Author, build: Build) -> list[tuple[int, bytes]]:
    path = safe_file(build.content, author.portrait)
    if path is None:
        raise PictureError("is not in the content folder")
    source = hashlib.sha256(path.read_bytes()).hexdigest()

    def make() -> bytes:
        return packed([data for _, data in portrait_variants(path, WIDTHS)])

    data = build.ledger.remember("portrait", author.id, [source, WIDTHS], make)
    return list(zip(WIDTHS, unpacked(data), strict=False))
