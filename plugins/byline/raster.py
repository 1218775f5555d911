"""Pixels: scaled down and encoded anew. Nothing that a person brought is published byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

from .guard import open_picture

QUALITY = 80


def widths_within(original: int, widths: Sequence[int]) -> tuple[int, ...]:
    """The widths in pixels to offer, narrow first: those wanted and, in place of larger ones, the original's.

    Nothing is ever enlarged: 700 of (480, 960, 1440) gives (480, 700), and 300 gives (300,).
    """
    return tuple(sorted({min(width, original) for width in widths}))


def scaled(image: Image.Image, width: int) -> Image.Image:
    """The same picture at a width in pixels; its height follows and is at least 1."""
    height = max(1, round(image.height * width / image.width))
    same = (width, height) == image.size
    return image if same else image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def square(image: Image.Image, size: int) -> Image.Image:
    """The middle of a picture as a square with sides of `size` pixels."""
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    return scaled(image.crop((left, top, left + side, top + side)), size)


def webp(image: Image.Image, quality: int = QUALITY) -> bytes:
    """A picture as WebP: the same pixels give the same bytes."""
    out = BytesIO()
    image.save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()


def avif(image: Image.Image, quality: int = QUALITY) -> bytes:
    """A picture as AVIF, encoded by one thread: with more, the bytes depend on the machine."""
    out = BytesIO()
    image.save(out, "AVIF", quality=quality, speed=6, max_threads=1, autotiling=False)
    return out.getvalue()


def portrait_variants(path: Path, widths: Sequence[int]) -> list[tuple[int, bytes]]:
    """Square WebP pictures of a portrait's middle, narrow first, none enlarged; raises PictureError."""
    portrait = open_picture(path)
    return [(width, webp(square(portrait, width))) for width in widths_within(min(portrait.size), widths)]
