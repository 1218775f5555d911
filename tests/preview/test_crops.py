"""What networks leave of a share card."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from byline.preview.crops import Crop, center_crop, looks

SIDES = st.integers(min_value=1, max_value=5000)


def test_the_square_is_the_middle_of_the_card() -> None:
    assert center_crop(1200, 630, 1, 1) == Crop(285, 0, 630, 630)


def test_a_tall_picture_loses_above_and_below() -> None:
    assert center_crop(600, 1000, 2, 1) == Crop(0, 350, 600, 300)


def test_a_picture_of_that_shape_is_whole() -> None:
    assert center_crop(1200, 630, 1200, 630) == Crop(0, 0, 1200, 630)


@given(SIDES, SIDES, st.integers(1, 20), st.integers(1, 20))
def test_what_is_seen_lies_inside_and_in_the_middle(width: int, height: int, across: int, down: int) -> None:
    crop = center_crop(width, height, across, down)

    assert 0 <= crop.left <= crop.left + crop.width <= width
    assert 0 <= crop.top <= crop.top + crop.height <= height
    assert crop.width == width or crop.height == height
    assert abs(2 * crop.left + crop.width - width) <= 1
    assert abs(2 * crop.top + crop.height - height) <= 1


def test_each_look_names_the_networks_that_show_it_so() -> None:
    found = {look.id: look for look in looks(1200, 630)}

    assert found.keys() == {"wide", "square", "list"}
    assert "LinkedIn" in found["wide"].networks
    assert "WhatsApp" in found["square"].networks
    assert all(look.networks for look in found.values())
    assert found["square"].crop.view_box == "285 0 630 630"
