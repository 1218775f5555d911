"""The brand's colors: whatever a company chooses can be read, or is said not to be."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from byline.brand import brand_css, hard_to_read, schemes
from byline.colors import READABLE, contrast, lab, readable, toned
from byline.model import Brand
from byline.press.theme import load_theme
from byline.settings import SettingsError, typed
from theme.printing import THEME

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def a_font() -> bytes:
    """A font that holds one letter without an outline."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "A")})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    builder.font.flavor = "woff2"
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == 1
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(color=COLORS, ground=COLORS)
def test_the_nearest_readable_color_can_be_read(color: str, ground: str) -> None:
    found = readable(color, ground)

    assert contrast(found, ground) >= READABLE
    assert found == color or contrast(color, ground) < READABLE


@given(accent=COLORS, ink=COLORS)
def test_a_dark_scheme_that_nobody_chose_can_always_be_read(accent: str, ink: str) -> None:
    dark = schemes(Brand(accent=accent, ink=ink))[1]

    for color in (dark.accent, dark.ink, dark.soft):
        assert contrast(color, dark.shade) >= READABLE
    assert not [note for note in hard_to_read(Brand(accent=accent, ink=ink)) if "_dark" in note]


@given(color=COLORS)
def test_a_color_at_its_own_lightness_is_itself(color: str) -> None:
    again = toned(color, lab(color)[0])
    assert all(abs(a - b) <= 1 for a, b in zip(bytes.fromhex(again[1:]), bytes.fromhex(color[1:]), strict=True))


def test_a_color_that_cannot_be_read_is_said_with_one_that_can() -> None:
    (note,) = hard_to_read(Brand(accent="#ffcc00"))
    nearest = note.removesuffix(", the nearest.").split()[-1]

    assert note.startswith("brand.toml: accent #ffcc00 on ")
    assert not list(hard_to_read(Brand(accent=nearest)))


def test_colors_that_can_be_read_need_no_words() -> None:
    assert list(hard_to_read(Brand())) == []


def test_dark_colors_that_the_brand_names_are_taken_as_they_are() -> None:
    brand = Brand(accent_dark="#123456", ink_dark="#eeeeee", paper_dark="#000000")
    css = brand_css(brand).decode()

    assert "--accent: light-dark(#1d4ed8, #123456);" in css
    assert "--paper: light-dark(#ffffff, #000000);" in css
    assert [note.split()[1] for note in hard_to_read(brand)] == ["accent_dark"]


@pytest.mark.parametrize("color", ["green", "#abc", "#12345g", "", "red; } * { display: none"])
def test_what_is_no_color_is_refused(color: str) -> None:
    with pytest.raises(SettingsError, match=r"BYLINE_BRAND.*is no color: write it as #rrggbb"):
        typed("BYLINE_BRAND", Brand, {"accent": color})


def test_every_mistake_of_the_brand_is_one_sentence_in_our_own_words() -> None:
    with pytest.raises(SettingsError) as raised:
        typed("BYLINE_BRAND", Brand, {"accent": "orange", "ink": "black"})

    assert str(raised.value).splitlines() == [
        "BYLINE_BRAND: accent 'orange' is no color: write it as #rrggbb",
        "BYLINE_BRAND: ink 'black' is no color: write it as #rrggbb",
    ]


def test_what_is_no_text_says_what_to_write() -> None:
    with pytest.raises(SettingsError) as raised:
        typed("BYLINE_BRAND", Brand, {"accent": 7, "logo": ["x"]})

    assert str(raised.value).splitlines() == [
        "BYLINE_BRAND: accent: cannot be 7: write a text between quotes",
        "BYLINE_BRAND: logo: cannot be ['x']: write a text between quotes",
    ]


def test_the_logo_is_encoded_anew_at_the_size_that_pages_show(tmp_path: Path) -> None:
    Image.new("RGBA", (800, 400), "#0f5e5a").save(tmp_path / "logo.png")
    theme = load_theme(THEME, Brand(logo="logo.png"), tmp_path)

    assert theme.logo is not None
    assert (theme.logo.width, theme.logo.height) == (192, 96)
    with Image.open(BytesIO(theme.assets["logo.webp"].data)) as shown:
        assert (shown.format, shown.size) == ("WEBP", (192, 96))


@pytest.mark.parametrize(
    ("name", "data"), [("logo.svg", b"<svg></svg>"), ("logo.png", b"no picture"), ("../x.png", b"")]
)
def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / Path(name).name).write_bytes(data)
    with pytest.raises(SettingsError, match=r"brand\.toml: logo: "):
        load_theme(THEME, Brand(logo=name), tmp_path)


def test_a_font_is_named_by_the_brand_s_styles(tmp_path: Path) -> None:
    (tmp_path / "name.woff2").write_bytes(a_font())
    theme = load_theme(THEME, Brand(font="name.woff2"), tmp_path)
    file = theme.assets["brand.woff2"].save_as.removeprefix("theme/")

    assert f'url("{file}")' in theme.assets["brand.css"].data.decode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"wOF2" + bytes(14 * 1024), "14 KiB"),
        (b"wOF2" + bytes(range(256)), "broken"),
        (a_font()[:-40], "broken"),
        (b"OTTO", "no WOFF2"),
        (b"", "no WOFF2"),
    ],
)
def test_a_font_that_pages_would_wait_for_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "name.woff2").write_bytes(data)
    with pytest.raises(SettingsError, match=said):
        load_theme(THEME, Brand(font="name.woff2"), tmp_path)
