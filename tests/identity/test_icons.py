"""The icon: the brand's logo where it fits, else letters that can be read on the accent."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from builders import a_site
from byline.identity.icons import drawn, favicon, png
from byline.model import Brand

FONTS = Path(__file__).parents[2] / "themes" / "byline" / "fonts"
BRAND = Brand(name="Merrow & Finch", accent="#0f5e5a")


def an_icon(
    brand: Brand = BRAND, beside: Path = Path(), fonts: Path = FONTS, name: str = "Example Blog"
) -> Image.Image:
    return drawn(brand, a_site(name=name), fonts, beside)


def main_colors(icon: Image.Image) -> list[str]:
    """The two most frequent colors."""
    counted = sorted(icon.getcolors(icon.width * icon.height) or (), reverse=True)
    return ["#{:02x}{:02x}{:02x}".format(*color) for _, color in counted[:2]]


def ink_box(icon: Image.Image) -> tuple[int, int, int, int]:
    """Where something other than the color of the corner stands."""
    empty = Image.new("RGB", icon.size, icon.getpixel((0, 0)))
    box = ImageChops.difference(icon, empty).getbbox()
    assert box
    return box


def test_a_brand_is_its_initials_on_its_accent() -> None:
    assert main_colors(an_icon()) == ["#0f5e5a", "#ffffff"]
    assert an_icon(Brand(name="Merrow & Finch")).tobytes() != an_icon(Brand(name="Acme")).tobytes()


@pytest.mark.parametrize("name", ["Merrow & Finch", "I", "Wide Words", "Élan"])
def test_letters_stand_in_the_middle(name: str) -> None:
    left, top, right, bottom = ink_box(an_icon(Brand(name=name)))

    assert abs(left - (512 - right)) <= 2
    assert abs(top - (512 - bottom)) <= 2
    assert min(left, top) >= 60


def test_letters_on_a_light_accent_are_dark() -> None:
    assert main_colors(an_icon(Brand(name="Sun", accent="#ffe14d", ink="#111827"))) == ["#ffe14d", "#111827"]


@pytest.mark.parametrize("name", ["我们的博客", "!?"])
def test_a_name_that_no_font_can_begin_has_an_icon_all_the_same(name: str) -> None:
    assert main_colors(an_icon(Brand(accent="#0f5e5a"), name=name)) == ["#0f5e5a", "#ffffff"]


@pytest.mark.parametrize(("size", "used"), [((300, 300), True), ((300, 220), True), ((900, 200), False)])
def test_a_logo_stands_in_for_the_letters_when_it_is_no_banner(
    tmp_path: Path, size: tuple[int, int], used: bool
) -> None:
    Image.new("RGB", size, "#aa0000").save(tmp_path / "logo.png")
    icon = an_icon(Brand(name="Acme", logo="logo.png"), tmp_path)

    assert ("#aa0000" in main_colors(icon)) is used


def test_icons_are_the_same_bytes_every_time_in_the_sizes_that_are_asked_for() -> None:
    icon = an_icon()

    assert png(icon, 180) == png(an_icon(), 180)
    assert Image.open(BytesIO(png(icon, 180))).size == (180, 180)
    assert favicon(icon) == favicon(an_icon())
    assert Image.open(BytesIO(favicon(icon))).info["sizes"] == {(16, 16), (32, 32)}
