"""Pixels are scaled down, never up, and the same pixels give the same bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from byline.raster import avif, portrait_variants, scaled, square, webp, widths_within
from picture_files import a_picture


@given(st.integers(1, 10_000), st.lists(st.integers(16, 4096), min_size=1, max_size=5))
def test_no_picture_is_enlarged_and_none_is_forgotten(original: int, widths: list[int]) -> None:
    found = widths_within(original, widths)

    assert list(found) == sorted(set(found))
    assert max(found) == min(original, max(widths))


def test_a_picture_between_two_widths_keeps_its_own() -> None:
    assert widths_within(700, (480, 960, 1440)) == (480, 700)


def test_a_very_flat_picture_keeps_a_pixel_of_height() -> None:
    assert scaled(Image.new("RGB", (8000, 2)), 480).size == (480, 1)


def test_a_square_is_the_middle() -> None:
    image = Image.new("RGB", (90, 30), "red")
    image.paste("blue", (30, 0, 60, 30))

    assert square(image, 10).getcolors() == [(100, (0, 0, 255))]


def test_the_same_pixels_give_the_same_bytes() -> None:
    image = Image.linear_gradient("L").convert("RGB")

    assert webp(image) == webp(image.copy())
    assert avif(image) == avif(image.copy())


def test_a_portrait_is_square_at_each_width_that_it_has(tmp_path: Path) -> None:
    made = portrait_variants(a_picture(tmp_path / "jane-doe.jpg", (300, 200)), (96, 192, 384))

    sizes = [(width, Image.open(BytesIO(data)).size) for width, data in made]
    assert sizes == [(96, (96, 96)), (192, (192, 192)), (200, (200, 200))]
