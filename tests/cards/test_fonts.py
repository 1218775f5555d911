"""Each character is drawn by the first font that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from byline.cards.faces import Face, Run, identity, system_fonts, theme_fonts
from byline.cards.fonts import Fonts
from byline.cards.scripts import package, region
from card_parts import FILES, FONTS, every_font


def faces(text: str, weight: int = 800, lang: str = "en") -> list[tuple[str, str]]:
    return [(run.text, run.face.path.stem) for run in FONTS.runs(text, weight, lang)]


def test_a_text_is_split_where_another_font_must_draw() -> None:
    assert faces("Kraków: Łódź") == [
        ("Kraków: ", "inter-latin-800-normal"),
        ("Ł", "inter-latin-ext-800-normal"),
        ("ód", "inter-latin-800-normal"),
        ("ź", "inter-latin-ext-800-normal"),
    ]


def test_the_nearest_weight_is_taken() -> None:
    assert [faces("a", weight)[0][1] for weight in (400, 900)] == ["inter-latin-500-normal", "inter-latin-800-normal"]


def test_digits_and_signs_come_from_the_font_of_the_text_itself() -> None:
    assert faces("3 – 4 (à 5)") == [("3 – 4 (à 5)", "inter-latin-800-normal")]


def test_a_space_does_not_change_the_font() -> None:
    assert [text for text, _ in faces("Tiếng Việt")] == ["Ti", "ế", "ng Vi", "ệ", "t"]


def test_a_letter_with_an_accent_that_no_font_has_cannot_be_drawn() -> None:
    below = "\N{COMBINING MACRON BELOW}"

    assert (FONTS.missing("x"), FONTS.missing(f"x{below}")) == ((), (below,))
    assert faces(f"x{below}") == []


def test_characters_without_a_glyph_are_named_once() -> None:
    assert FONTS.missing("中文 and 中") == ("中", "文")


def test_invisible_characters_need_no_glyph() -> None:
    assert FONTS.missing("a\N{WORD JOINER}b\N{ZERO WIDTH JOINER}c\ufe0f") == ()


def test_no_machine_needs_fonts_of_its_own() -> None:
    assert system_fonts(["/no/such/folder"]) == ()


def test_fonts_are_told_apart_by_content(tmp_path: Path) -> None:
    (tmp_path / "a-500.ttf").write_bytes(b"1")
    before = identity(theme_fonts([tmp_path]), ())
    (tmp_path / "a-500.ttf").write_bytes(b"2")

    assert identity(theme_fonts([tmp_path]), ()) != before


def test_a_theme_that_goes_on_from_another_replaces_its_fonts_by_name(tmp_path: Path) -> None:
    mine, other = tmp_path / "mine", tmp_path / "other"
    for folder, names in ((mine, ["b.woff"]), (other, ["a.woff", "b.woff", "README.md"])):
        folder.mkdir()
        for name in names:
            (folder / name).write_bytes(b"")

    assert theme_fonts([mine, other]) == (other / "a.woff", mine / "b.woff")


def test_fonts_of_the_theme_come_before_those_of_the_machine() -> None:
    both = Fonts([file for file in FILES if "500" in file.name], [file for file in FILES if "800" in file.name])

    assert both.runs("a", 800, "en")[0].face.path.stem == "inter-latin-500-normal"


def test_the_font_of_the_brand_draws_heavy_letters_only() -> None:
    arabic = next(file for file in FILES if "thai-500" in file.name)
    brand = Fonts(FILES, display=arabic)

    assert [brand.runs("ก", weight, "th")[0].face.path == arabic for weight in (800, 500)] == [True, True]
    assert [Fonts(FILES).runs("ก", 800, "th")[0].face.path == arabic] == [False]


def test_without_shaping_what_needs_it_counts_as_missing() -> None:
    plain = Fonts(FILES, shaping=False)

    assert plain.missing("Été, Ελλάδα, Москва") == ()
    assert plain.missing("مرحبا") == tuple(sorted("مرحبا"))
    assert FONTS.missing("مرحبا") == ()


def test_a_broken_font_has_no_characters(tmp_path: Path) -> None:
    (tmp_path / "a-500.ttf").write_bytes(b"no font")

    assert Fonts(theme_fonts([tmp_path])).missing("a") == ("a",)


def test_kerning_is_part_of_how_wide_a_text_is() -> None:
    run = FONTS.runs("AVATAR", 800, "en")[0]
    shaped = FONTS.opened(run.face, 256).getlength("AVATAR") / 256

    assert FONTS.width("AVATAR", 800, "en") == pytest.approx(shaped, abs=0.005)
    assert shaped < sum(FONTS.width(letter, 800, "en") for letter in "AVATAR")


@pytest.mark.parametrize(
    ("text", "simple"),
    [("Why, we?", True), ("Été", True), ("Москва", True), ("中文", True), ("e\u0301", False), ("ไทย", False)],
)
def test_letters_that_stand_by_themselves_are_kept_for_the_next_time(text: str, simple: bool) -> None:
    assert Run(text, Face(Path("x"))).is_simple is simple


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        *(("直", "ja", 0), ("直", "ko", 1), ("直", "zh", 2), ("直", "zh-Hant", 3), ("直", "zh-HK", 4), ("直", "en", 2)),
        *(("直す", "en", 0), ("한直", "en", 1)),
    ],
)
def test_an_ideograph_is_drawn_as_its_readers_write_it(text: str, lang: str, number: int) -> None:
    assert region(text, lang) == number
    assert {run.face.number for run in every_font().runs(text, 500, lang)} == {number}


@pytest.mark.parametrize(
    ("characters", "shaping", "named"),
    [
        ("中", True, "fonts-noto-cjk"),
        ("한か", True, "fonts-noto-cjk"),
        ("😀", True, "fonts-noto-color-emoji"),
        ("ก", True, "fonts-noto-core"),
        ("ก", False, "libfribidi0"),
        ("中😀", True, "fonts-noto-cjk fonts-noto-color-emoji"),
    ],
)
def test_what_is_missing_is_named_as_a_package(characters: str, shaping: bool, named: str) -> None:
    assert package(characters, shaping) == named


def test_a_sequence_of_emoji_is_one_picture() -> None:
    family = "👩\u200d💻"
    flag, alone = "🇫🇷", "👩"

    widths = {every_font().width(text, 800, "en") for text in (family, flag, alone, "1️⃣")}

    assert len(widths) == 1
