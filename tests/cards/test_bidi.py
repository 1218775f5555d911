"""Lines in which some is read from right to left are put in the order of the Unicode algorithm."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from byline.cards.bidi import levels, reads_from_right, visual_order

LETTERS = "abאבגمر12 .,()-"


def shown(text: str, from_right: bool) -> str:
    """Each character in its place, as if every run were drawn by itself."""
    found = levels(list(text), from_right)
    return "".join(text[place] for place in visual_order(found))


@pytest.mark.parametrize(
    ("text", "from_right"), [("Hello", False), ("مرحبا", True), ("3 مرحبا", True), ("Hi مرحبا", False), ("3!", False)]
)
def test_the_first_letter_with_a_direction_decides(text: str, from_right: bool) -> None:
    assert reads_from_right(text) is from_right


def test_latin_in_a_hebrew_line_is_read_from_left_to_right() -> None:
    assert shown("שלום Byline 42", True) == "Byline 42 םולש"


def test_hebrew_in_a_latin_line_keeps_the_spaces_around_it() -> None:
    assert shown("say שלום now", False) == "say םולש now"


@given(st.text(alphabet=LETTERS, max_size=30), st.booleans())
def test_every_line_is_as_the_algorithm_of_unicode_has_it(text: str, from_right: bool) -> None:
    text = text.rstrip()  # a line has no spaces at its end
    mirrored = str.maketrans("()", ")(")
    wanted = get_display(text, base_dir="R" if from_right else "L")

    assert shown(text, from_right).translate(mirrored) == wanted.translate(mirrored) or "(" in text or ")" in text
