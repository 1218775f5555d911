"""The pictures of a document: guarded, encoded anew without a trace of where they were taken, and named."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from ..guard import picture_of
from ..raster import scaled

WIDEST = 2_400  # pixels; pages show less, and a camera's own size only makes a repository grow
QUALITY = 90
LARGEST_PNG = 2**20  # bytes; above it, a picture is a photo whatever its format


class Album:
    """Pictures by the name under which they will stand beside the article; one that is used twice is kept once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self.pictures: dict[str, bytes] = {}

    def add(self, key: str, data: bytes) -> str:
        """The name of the picture that the document calls `key`; raises `PictureError` when it cannot be used."""
        if key not in self._names:
            encoded, ending = encoded_anew(data)
            self._names[key] = f"picture-{len(self._names) + 1}.{ending}"
            self.pictures[self._names[key]] = encoded
        return self._names[key]


def encoded_anew(data: bytes) -> tuple[bytes, str]:
    """A picture's new bytes, and the ending of its name; raises `PictureError`."""
    picture = picture_of(data)
    picture = scaled(picture, min(picture.width, WIDEST))
    opaque = picture.mode == "RGB"
    if not (opaque and data.startswith(b"\xff\xd8")):
        png = _saved(picture, "PNG", optimize=True)
        if not opaque or len(png) <= LARGEST_PNG:
            return png, "png"
    return _saved(picture, "JPEG", quality=QUALITY), "jpg"


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()
