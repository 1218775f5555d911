"""Pictures of a document are encoded anew, in a size that pages can use."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from byline.guard import PictureError
from byline.importing.album import LARGEST_PNG, WIDEST, Album, encoded_anew
from picture_files import as_bytes


def size_of(data: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(data)) as picture:
        return picture.size


def test_a_picture_that_is_used_twice_is_kept_once() -> None:
    album, png = Album(), as_bytes(Image.new("RGB", (4, 3)), "PNG")

    assert [album.add(key, png) for key in ("one", "two", "one")] == ["picture-1.png", "picture-2.png", "picture-1.png"]
    assert list(album.pictures) == ["picture-1.png", "picture-2.png"]


def test_a_picture_as_a_camera_makes_it_is_scaled_down() -> None:
    data, ending = encoded_anew(as_bytes(Image.new("RGB", (6000, 4000)), "JPEG"))

    assert (size_of(data), ending) == ((WIDEST, 1600), "jpg")


@pytest.mark.parametrize(("mode", "ending"), [("RGB", "jpg"), ("RGBA", "png")])
def test_a_photo_as_png_becomes_a_jpeg_unless_one_sees_through_it(mode: str, ending: str) -> None:
    noise = Image.effect_noise((1200, 1200), 90).convert(mode)
    png = as_bytes(noise, "PNG")
    if mode == "RGBA":
        noise.putalpha(128)
        png = as_bytes(noise, "PNG")

    assert len(png) > LARGEST_PNG
    assert encoded_anew(png)[1] == ending


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(PictureError, match="PDF"):
        Album().add("x", b"%PDF-1.7")
