"""A plan places every text before anything is drawn."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from byline.cards.breaking import ELLIPSIS, tidy
from byline.cards.layout import RGB, colors, mixed
from byline.cards.paint import paint
from byline.cards.plan import PlacedText, place
from byline.model import Brand
from card_parts import ARTICLE, FONTS

TITLES = st.text(
    alphabet=st.sampled_from("abcdefghijklmnopqrstuvwxyzABCWM ÅÉŁñçđжЩαΩ-:;!?«»,.’1234567890"), max_size=300
)


def title_of(text: str, lang: str = "en") -> PlacedText:
    return place({"title": text}, ARTICLE, FONTS, lang).texts[0]


def painted(texts: dict[str, str]) -> Image.Image:
    png = paint(place(texts, ARTICLE, FONTS, "en"), colors(Brand()), FONTS)
    return Image.open(BytesIO(png)).convert("RGB")


def test_a_short_title_is_set_at_its_largest_size() -> None:
    title = title_of("Hello")

    assert (title.lines, title.size) == (("Hello",), max(title.layer.sizes))


def test_a_long_title_shrinks_before_it_is_cut() -> None:
    title = title_of("A story about bread " * 10)

    assert min(title.layer.sizes) < title.size < max(title.layer.sizes)
    assert ELLIPSIS not in title.lines[-1]


def test_only_below_the_smallest_size_a_title_is_cut() -> None:
    title = title_of("W" * 8 + " mmmmmmmm" * 40)

    assert title.size == min(title.layer.sizes)
    assert title.lines[-1].endswith(ELLIPSIS)


def test_a_word_that_is_too_long_for_every_size_is_broken() -> None:
    assert len(title_of("Donaudampfschifffahrtsgesellschaftskapitän" * 2).lines) > 1


def test_french_signs_stay_with_their_word() -> None:
    lines = title_of("Pourquoi signer ses articles : une question de confiance, et « d’élan » ?", "fr").lines

    assert not [line for line in lines if line[0] in ":?»" or line.endswith("«")]


def test_a_layer_without_text_is_not_placed() -> None:
    assert [text.layer.name for text in place({"title": " ", "site": "Blog"}, ARTICLE, FONTS, "en").texts] == ["site"]


def test_every_text_stands_in_the_square_that_small_previews_show() -> None:
    left, top, width, height = ARTICLE.safe
    for layer in ARTICLE.texts:
        x, y, w, h = layer.box
        assert left <= x <= x + w <= left + width
        assert top <= y <= y + h <= top + height


@settings(max_examples=80, deadline=None)
@given(TITLES)
def test_no_line_leaves_its_box_and_no_letter_is_lost(text: str) -> None:
    for placed in place({"title": text}, ARTICLE, FONTS, "en").texts:
        _, _, width, height = placed.layer.box
        assert min(placed.layer.sizes) <= placed.size <= max(placed.layer.sizes)
        assert all(FONTS.width(line, placed.layer.weight, "en") * placed.size <= width for line in placed.lines)
        assert len(placed.lines) * placed.size * placed.layer.leading <= height
        assert all(0 <= run.x <= width and 0 < run.baseline <= height for run in placed.runs)
        if not placed.lines[-1].endswith(ELLIPSIS):
            assert "".join("".join(placed.lines).split()) == "".join(tidy(text).split())


@settings(max_examples=15, deadline=None)
@given(TITLES)
def test_nothing_is_drawn_outside_the_boxes(text: str) -> None:
    left, top, width, height = next(layer.box for layer in ARTICLE.texts if layer.name == "title")

    drawn = ImageChops.difference(painted({}), painted({"title": text})).getbbox()

    if drawn:
        assert left <= drawn[0] <= drawn[2] <= left + width
        assert top <= drawn[1] <= drawn[3] <= top + height


def test_the_same_plan_gives_the_same_small_picture() -> None:
    plan = place({"title": "Why we moved", "byline": "Jane Doe", "site": "Blog"}, ARTICLE, FONTS, "en")

    first, second = (paint(plan, colors(Brand()), FONTS) for _ in range(2))

    assert first == second
    assert len(first) < 20_000
    assert Image.open(BytesIO(first)).size == (1200, 630)


def test_a_card_has_the_colors_of_the_brand() -> None:
    card = painted({})

    assert {(29, 78, 216), (255, 255, 255)} == {color for _, color in card.getcolors()}


@pytest.mark.parametrize("ink", ["#111827", "#000000"])
def test_the_softer_ink_remains_readable(ink: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    found = colors(Brand(ink=ink))

    assert contrast(found["muted"], found["paper"]) >= 4.5


def test_a_color_between_two_is_either_at_its_ends() -> None:
    assert (mixed((0, 0, 0), (9, 9, 9), 0), mixed((0, 0, 0), (9, 9, 9), 1)) == ((0, 0, 0), (9, 9, 9))


def contrast(one: RGB, other: RGB) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: RGB) -> float:
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in color]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
