"""What was changed in a text is said once, on the line where it stands, with what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.markup import render
from byline.places import Places, fences, without_stray_bidi


def remarks(source: str, first_line: int = 1) -> list[tuple[int, str, str, str]]:
    return [(r.line, r.severity, r.name, r.message) for r in render(source, first_line).remarks]


def names(source: str) -> list[str]:
    return [r.name for r in render(source, 1).remarks]


def test_ordinary_markdown_gives_no_remark() -> None:
    source = "# T\n\n- [x] a\n\n| a |\n|:-:|\n| b |\n\n```js\nx\n```\n\n> [!TIP]\n> x[^1]\n\n[^1]: y\n\n<!-- TODO -->\n"

    assert remarks(source) == []


def test_an_element_is_named_once_with_its_first_line() -> None:
    assert remarks("a\n\n<dbl> b\n\n<dbl> c", 5) == [(7, "warning", "removed-markup", "<dbl> was removed")]


def test_an_element_in_code_is_not_where_it_was_removed() -> None:
    assert remarks("`<script>`\n\n```\n<script>\n```\n\n<script>x</script>")[0][0] == 7


def test_attributes_of_one_element_are_named_together() -> None:
    source = 'x\n\n<div class="note">fine</div>\n\n<div style="color:red">\na\n</div>\n\n<div onclick="x">\nb\n</div>\n'

    assert remarks(source) == [(5, "warning", "removed-markup", "<div>: style, onclick were removed")]


def test_a_dangerous_link_in_markdown_is_found_by_its_address() -> None:
    assert remarks("[ok](/a/)\n\n[a](javascript:x)") == [
        (3, "warning", "removed-markup", '<a>: href="javascript:x" was removed')
    ]


def test_what_byline_decides_itself_is_dropped_without_a_word() -> None:
    assert names('<a href="/x/" target="_blank" rel="nofollow">x</a> <img src="a.png" loading="lazy">') == []


def test_a_remote_picture_becomes_a_link_with_a_remark() -> None:
    assert [found[:3] for found in remarks("a\n\n![x](https://e.org/a.png)\n")] == [(3, "warning", "remote-picture")]


def test_a_frame_of_another_host_becomes_a_link_with_a_remark() -> None:
    assert [found[:3] for found in remarks('\n<iframe src="https://e.org/?a&b"></iframe>')] == [
        (2, "warning", "unlisted-video-host")
    ]


@pytest.mark.parametrize("character", ["\x00", "\x02", "\x0b", "\x0c", "\x1b", "\x7f", "\ufffe", "\uffff", "\ud800"])
def test_a_control_character_is_an_error_on_its_line(character: str) -> None:
    assert remarks(f"a\r\nb{character}\nc") == [
        (2, "error", "control-character", f"the character U+{ord(character):04X} cannot be published")
    ]


def test_what_turns_the_reading_direction_is_removed_unless_it_is_closed() -> None:
    text = render("fine \u2067אב\u2069\n\nnot \u202efine", 1)

    assert [(r.line, r.name) for r in text.remarks] == [(3, "bidi-control")]
    assert "\u2067אב\u2069" in text.html
    assert "\u202e" not in text.html


def test_a_zero_width_space_vanishes_without_a_word() -> None:
    assert (render("a\u200bb", 1).plain, names("a\u200bb")) == ("ab", [])


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a\n\n" + "<div>" * 101, 3),
        ("\n".join("  " * depth + "- a" for depth in range(21)), 1),
        ("a\n\n" + "* " * 30 + "x", 3),
        ("> " * 200 + "x", 1),
    ],
)
def test_what_is_nested_too_deeply_is_an_error(source: str, line: int) -> None:
    assert [(r.line, r.name, r.severity) for r in render(source, 1).remarks] == [(line, "too-deep", "error")]


def test_closing_tags_in_attributes_and_comments_do_not_hide_depth() -> None:
    for hidden in (
        '<div title="</div>">',
        "<div><!-- </div> -->",
        "<div><script></div></script>",
    ):
        assert "too-deep" in names(hidden * 150)


def test_twenty_levels_of_lists_are_fine() -> None:
    assert names("\n".join("    " * depth + "- a" for depth in range(20))) == []


def test_a_fence_that_is_not_closed_goes_to_the_end() -> None:
    assert [(f.start, f.end, f.info) for f in fences(["a", "```js", "b", "", "c"])] == [(1, 5, "js")]


def test_indented_backticks_outside_lists_are_no_fence() -> None:
    assert list(fences(["a", "", "    ```", "    b", "    ```"])) == []


@given(
    st.lists(st.sampled_from(["`", "``", "a", "\n", "```\n", "~~~", "> ", "- ", "é", " "]), max_size=40).map("".join)
)
def test_any_text_has_places(source: str) -> None:
    last = 7 + source.count("\n")

    assert 7 <= Places(source, 7).line("a") <= last
    assert 7 <= Places(source, 7).line_of("a", 3) <= last


@given(st.text("ab\n\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
def test_no_line_leaves_a_direction_open(text: str) -> None:
    calm = without_stray_bidi(text)

    assert without_stray_bidi(calm) == calm
    assert all(line.count("\u202c") == sum(map(line.count, "\u202a\u202b\u202d\u202e")) for line in calm.split("\n"))
