"""The guard of pictures: opened safely, or refused with a sentence for people.

Only formats that Pillow decodes by itself are let in (EPS would start Ghostscript), within limits of bytes, pixels and
sides. What counts is the content, not the name: blogs are full of PNG files called `.jpg`, and what is published is
encoded anew and named by us. Disguised is a file whose content is no picture of these formats, whatever its name.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MAX_BYTES = 8 * 2**20
MAX_PIXELS = 40_000_000
MAX_SIDE = 10_000
TOO_LARGE = f"has more than {MAX_PIXELS // 10**6} million pixels, or a side over {MAX_SIDE:,}. Save it smaller."

# What people take for a picture, by its first bytes.
DISGUISES = (
    (b"%PDF", "a PDF"),
    (b"%!PS", "a PostScript drawing"),
    (b"\xc5\xd0\xd3\xc6", "a PostScript drawing"),
    (b"<svg", "an SVG drawing"),
    (b"<?xml", "an XML file, perhaps an SVG drawing"),
    (b"<!doc", "a web page"),
    (b"<html", "a web page"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"BM", "a BMP picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"version https://git-lfs", "a placeholder of Git LFS"),
)


class PictureError(Exception):
    """A picture that cannot be used. The text says why and what to do, and reads well after the picture's path."""


def open_picture(path: Path) -> Image.Image:
    """The first frame, upright, in sRGB, RGB or RGBA with 8 bits each, without any metadata.

    Raises PictureError when the file is broken, no picture that can be published, or over a limit.
    """
    return picture_of(read_within_limit(path))


def picture_of(data: bytes) -> Image.Image:
    """The same of a picture that is no file, such as one in a document, whatever its size in bytes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _decoded(data)
    except PictureError:
        raise
    except UnidentifiedImageError:
        raise PictureError(f"cannot be shown: it is {_disguise(data)}. Save it as PNG, JPEG, WebP or GIF.") from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise PictureError(TOO_LARGE) from None
    except Exception:  # a decoder that is fed with a stranger's bytes may raise anything
        raise PictureError("is broken: only a part of it can be read. Save or copy it anew.") from None


def check_picture(path: Path) -> str:
    """Why a picture cannot be used, as a sentence that reads well after its path; empty when it is fine."""
    try:
        open_picture(path)
    except PictureError as error:
        return str(error)
    return ""


def read_within_limit(path: Path) -> bytes:
    """The bytes of a file; raises PictureError for more than MAX_BYTES, and when it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise PictureError("cannot be read. Check that the file is there and may be read.") from None
    if len(data) > MAX_BYTES:
        raise PictureError(f"is larger than {MAX_BYTES // 2**20} MB. Save it with fewer pixels or as JPEG.")
    return data


def _decoded(data: bytes) -> Image.Image:
    """`verify` alone passes a truncated JPEG and `load` alone a wrong checksum, so both look at it."""
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        width, height = image.size
        if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
            raise PictureError(TOO_LARGE)
        image.verify()
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        image.load()
        return _plain(image)


def _plain(image: Image.Image) -> Image.Image:
    image = _upright(image)
    if image.mode.startswith("I"):  # 16 bits of gray: Pillow's own conversion clips instead of scaling
        image = image.point(lambda value: value / 256).convert("L")
        image.info.pop("transparency", None)
    mode = "RGBA" if image.has_transparency_data else "RGB"
    plain = _in_srgb(image, mode)
    plain.info = {}
    return plain


def _upright(image: Image.Image) -> Image.Image:
    from PIL import ImageOps  # for who opens a picture, which few commands do

    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # damaged metadata says nothing about the picture itself
        return image


def _in_srgb(image: Image.Image, mode: str) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile:
        return image.convert(mode)
    from PIL import ImageCms

    try:
        ready = image if image.mode in ("L", "CMYK") else image.convert(mode)
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(ready, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile that fits nothing is as good as none
        return image.convert(mode)
    return converted or image.convert(mode)


def _disguise(data: bytes) -> str:
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        return "empty"
    if data[4:8] == b"ftyp":
        return "an AVIF or HEIC picture, or a video"
    names = (name for magic, name in DISGUISES if start[: len(magic)].lower() == magic.lower())
    return next(names, "no picture, or a kind that cannot be published")
