"""The guard lets good pictures in, upright and without metadata, and says what is wrong with the others."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from byline.guard import MAX_BYTES, PictureError, check_picture, open_picture
from byline.raster import webp
from picture_files import a_picture, as_bytes


def test_a_plain_picture_is_rgb(tmp_path: Path) -> None:
    image = open_picture(a_picture(tmp_path / "a.jpg"))

    assert (image.mode, image.size, image.info) == ("RGB", (64, 48), {})


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_transparency_is_kept(tmp_path: Path, mode: str) -> None:
    assert open_picture(a_picture(tmp_path / "a.png", mode=mode)).mode == "RGBA"


def test_a_transparent_color_of_a_palette_is_kept(tmp_path: Path) -> None:
    drawing = Image.new("P", (8, 8), 1)
    drawing.putpalette([255, 0, 0, 0, 0, 255])
    drawing.paste(0, (0, 0, 4, 8))
    drawing.save(tmp_path / "a.png", transparency=0)

    image = open_picture(tmp_path / "a.png")

    assert (image.getpixel((0, 0)), image.getpixel((7, 0))) == ((255, 0, 0, 0), (0, 0, 255, 255))


def test_sixteen_bits_are_scaled_not_clipped(tmp_path: Path) -> None:
    # 29696 of 65535 is 116 of 255; Pillow's own conversion gives white.
    Image.frombytes("I;16", (2, 1), struct.pack("<2H", 29696, 65535)).save(tmp_path / "a.png")

    image = open_picture(tmp_path / "a.png")

    assert [image.getpixel((x, 0)) for x in (0, 1)] == [(116, 116, 116), (255, 255, 255)]


def test_cmyk_becomes_rgb(tmp_path: Path) -> None:
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(tmp_path / "a.jpg")

    red, green, blue = open_picture(tmp_path / "a.jpg").getpixel((4, 4))

    assert red > 200
    assert max(green, blue) < 60


def test_a_photo_that_was_taken_sideways_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = a_picture(tmp_path / "a.jpg", (64, 48), exif=exif)

    assert open_picture(path).size == (48, 64)


def test_nothing_that_a_camera_noted_is_published(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "SENTINEL at 48.8584 N"
    exif.get_ifd(0x8825)[2] = (48.0, 51.0, 30.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = a_picture(tmp_path / "a.jpg", exif=exif, icc_profile=profile, comment=b"SENTINEL")
    assert b"SENTINEL" in path.read_bytes()

    data = webp(open_picture(path))

    assert not [mark for mark in (b"SENTINEL", b"EXIF", b"ICCP", b"XMP ") if mark in data]


def test_a_color_profile_that_fits_nothing_is_passed_over(tmp_path: Path) -> None:
    assert check_picture(a_picture(tmp_path / "a.png", icc_profile=b"no profile")) == ""


def test_only_the_first_frame_of_an_animation_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "blue")]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])

    assert open_picture(tmp_path / "a.gif").getpixel((4, 4)) == (255, 0, 0)


def test_a_png_called_jpg_is_fine(tmp_path: Path) -> None:
    a_picture(tmp_path / "a.jpg", format="PNG")

    assert check_picture(tmp_path / "a.jpg") == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cannot be shown: it is empty"),
        (b"%PDF-1.7", "cannot be shown: it is a PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "cannot be shown: it is a PostScript drawing"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot be shown: it is an SVG drawing"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "cannot be shown: it is a web page"),
        (as_bytes(Image.new("RGB", (4, 4)), "TIFF"), "cannot be shown: it is a TIFF picture"),
        (as_bytes(Image.new("RGB", (4, 4)), "BMP"), "cannot be shown: it is a BMP picture"),
        (as_bytes(Image.new("RGB", (16, 16)), "AVIF"), "cannot be shown: it is an AVIF or HEIC picture"),
        (b"hello", "cannot be shown: it is no picture"),
    ],
)
def test_a_disguise_is_called_by_its_name(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.jpg").write_bytes(content)

    assert check_picture(tmp_path / "a.jpg").startswith(said)


@pytest.mark.parametrize("kind", ["png", "jpg", "gif", "webp"])
def test_a_cut_off_picture_is_broken(tmp_path: Path, kind: str) -> None:
    path = a_picture(tmp_path / f"a.{kind}", (300, 300))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    assert check_picture(path)


def test_a_wrong_checksum_is_broken(tmp_path: Path) -> None:
    data = bytearray(a_picture(tmp_path / "a.png").read_bytes())
    data[data.index(b"IDAT") + 8] ^= 0xFF
    (tmp_path / "a.png").write_bytes(data)

    assert check_picture(tmp_path / "a.png").startswith("is broken")


@pytest.mark.parametrize(("width", "height"), [(13_000, 13_000), (20_000, 20_000), (10_001, 2), (2**31 - 1, 1)])
def test_a_bomb_is_refused_by_its_header(tmp_path: Path, width: int, height: int) -> None:
    (tmp_path / "a.png").write_bytes(_png_header(width, height))

    assert "million pixels" in check_picture(tmp_path / "a.png")


def test_a_file_that_is_too_large_is_not_decoded(tmp_path: Path) -> None:
    path = a_picture(tmp_path / "a.png")
    with path.open("ab") as file:
        file.truncate(MAX_BYTES + 1)

    assert check_picture(path).startswith("is larger than 8 MB")


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="cannot be read"):
        open_picture(tmp_path / "a.png")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["PNG", "JPEG", "GIF", "WEBP"]), st.integers(0, 400))
def test_whatever_the_bytes_there_is_a_verdict(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, kind: str, at: int
) -> None:
    good = as_bytes(Image.linear_gradient("L").convert("RGB").resize((40, 30)), kind)
    path = tmp_path_factory.getbasetemp() / "noise.png"
    path.write_bytes(good[:at] + noise + good[at + len(noise) :])

    assert isinstance(check_picture(path), str)


@pytest.mark.skipif("BYLINE_CORPUS" not in os.environ and not Path("../shared/corpus").is_dir(), reason="no corpus")
def test_the_pictures_of_real_blogs_are_fine() -> None:
    corpus = Path(os.environ.get("BYLINE_CORPUS", "../shared/corpus"))
    found = sorted(path for kind in ("png", "jpg", "gif") for path in corpus.rglob(f"*.{kind}"))[::9]

    assert found
    assert {path.name: fault for path in found if (fault := check_picture(path))} == {}


def _png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")
    )
