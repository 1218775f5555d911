"""Lines end where people expect it, in Latin, French and Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.cards.breaking import ELLIPSIS, balanced, broken, pieces, shortened, tidy, wrapped

measure = len  # every character is as wide as the letters are high


def lines(text: str, width: float) -> list[str]:
    parts = broken(pieces(tidy(text), measure), width, measure)
    return shortened(balanced(parts, width), 99, width, measure)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Why we moved", ["Why ", "we ", "moved"]),
        ("Pourquoi signer : quoi ?", ["Pourquoi ", "signer\xa0: ", "quoi\xa0?"]),
        ("Un « mot » dit", ["Un ", "«\xa0mot\xa0» ", "dit"]),
        ("open-source code", ["open-", "source ", "code"]),
        ("a -1 or 2-3", ["a ", "-1 ", "or ", "2-3"]),
        ("支持进入Beta阶段", ["支持", "进入", "Beta", "阶段"]),
        ("新特性：快照，", ["新", "特性：", "快照，"]),
        ("用「快照」吧", ["用", "「快照」", "吧"]),
        ("コーヒーを飲む時間", ["コーヒーを", "飲む", "時間"]),
        ("なぜ私たちは移行したのか", ["なぜ", "私たちは", "移行したのか"]),
        ("왜 우리는 옮겼는가", ["왜 ", "우리는 ", "옮겼는가"]),
        ("ทำไมเราย้ายระบบ", ["ทำไม", "เรา", "ย้าย", "ระบบ"]),
        ("ພາສາ", ["ພ", "າ", "ສ", "າ"]),
    ],
)
def test_a_line_may_end_between_these(text: str, ends: list[str]) -> None:
    assert [part.text for part in pieces(tidy(text), measure)] == ends


def test_lines_are_about_equally_long() -> None:
    assert lines("aaa bbb ccc ddd", 12) == ["aaa bbb", "ccc ddd"]


def test_no_word_stands_alone_at_the_end() -> None:
    found = lines("Why we moved the whole platform to another data centre", 19)

    assert [len(line.split()) > 1 for line in found] == [True] * 3


def test_a_phrase_too_wide_for_a_line_is_broken_where_its_script_allows() -> None:
    found = lines("「データセンター」。「データセンター」。", 5)

    assert not [line for line in found if line[0] in "」。ー" or line[-1] == "「"]


def test_a_word_that_is_wider_than_a_line_is_broken() -> None:
    assert lines("Donaudampfschiff", 6) == ["Donau", "dampf", "schiff"]


def test_what_people_see_as_one_is_never_broken() -> None:
    family = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}"

    assert lines(family * 3, 4) == [family] * 3


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    parts = pieces("one two, three four", measure)

    assert shortened(wrapped(parts, 8), 1, 8, measure) == ["one two" + ELLIPSIS]


@given(st.text(alphabet="ab -,;?«»中文。「」\xa0é\u0301", max_size=60), st.integers(2, 30))
def test_no_line_is_too_long_and_no_letter_is_lost(text: str, width: int) -> None:
    found = lines(text, width)

    # Two: a letter and its accents are one, however narrow the line.
    assert all(len(line) <= max(width, 2) or "\u0301" in line for line in found)
    assert "".join("".join(found).split()) == "".join(tidy(text).split())


@given(st.text(alphabet="ab ;:!?»中，。」", max_size=60), st.integers(6, 30))
def test_no_line_begins_with_a_closing_sign_after_a_word(text: str, width: int) -> None:
    words = [f"mot {sign}" for sign in text if sign in ";:!?»"] + [f"中{sign}" for sign in text if sign in "，。」"]

    assert not [line for line in lines(" ".join(words), width) if line[0] in ";:!?»，。」"]
