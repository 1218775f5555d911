"""Each character is drawn by the first font that has it."""

from __future__ import annotations

from pathlib import Path

from byline.cards.fonts import Fonts, identity, system_fonts, theme_fonts
from card_parts import FILES, FONTS


def test_a_text_is_split_where_another_font_must_draw() -> None:
    runs = FONTS.runs("Kraków: Łódź", 800)

    assert "".join(run.text for run in runs) == "Kraków: Łódź"
    assert {run.font.name for run in runs} == {"inter-latin-800-normal.woff", "inter-latin-ext-800-normal.woff"}


def test_the_nearest_weight_is_taken() -> None:
    assert [FONTS.runs("a", weight)[0].font.stem for weight in (400, 900)] == [
        "inter-latin-500-normal",
        "inter-latin-800-normal",
    ]


def test_a_space_does_not_change_the_font() -> None:
    assert [run.text for run in FONTS.runs("Tiếng Việt", 800)] == ["Ti", "ế", "ng Vi", "ệ", "t"]


def test_a_letter_with_an_accent_that_no_font_has_cannot_be_drawn() -> None:
    below = "\N{COMBINING MACRON BELOW}"

    assert (FONTS.missing("x"), FONTS.missing(f"x{below}")) == ((), (below,))
    assert FONTS.runs(f"x{below}", 800) == ()


def test_characters_without_a_glyph_are_named_once() -> None:
    assert FONTS.missing("中文 and 中") == ("中", "文")


def test_invisible_characters_need_no_glyph() -> None:
    assert FONTS.missing("a\N{WORD JOINER}b\N{ZERO WIDTH JOINER}c\ufe0f") == ()


def test_no_machine_needs_fonts_of_its_own() -> None:
    assert system_fonts(["/no/such/folder"]) == ()


def test_fonts_are_told_apart_by_content(tmp_path: Path) -> None:
    (tmp_path / "a-500.ttf").write_bytes(b"1")
    before = identity(theme_fonts(tmp_path), ())
    (tmp_path / "a-500.ttf").write_bytes(b"2")

    assert identity(theme_fonts(tmp_path), ()) != before


def test_fonts_of_the_theme_come_before_those_of_the_machine() -> None:
    both = Fonts([file for file in FILES if "500" in file.name], [file for file in FILES if "800" in file.name])

    assert both.runs("a", 800)[0].font.stem == "inter-latin-500-normal"
