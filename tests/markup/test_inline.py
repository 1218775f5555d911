"""What is spared while a text is read changes nothing of what it becomes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from byline import markdown_github
from byline.markdown_inline import SIGNS, Inline
from byline.markup import _WORD, count_words, render

PARTS = [
    *("*", "**", "_", "~", "~~", "`", "``", "\\", "[", "![", "]", "(", ")", "<", ">", "!", "&amp;", "&#35;", "&", "@"),
    *("[^1]", "\n\n[^1]: note\n\n", "\n\n[x]: /there/ 'T'\n\n", "[x]", "![x]", "[x](/a/)", "![x](a.png)", "  \n", "\n"),
    *("www.example.org", "WwW.example.org", "https://example.org/a_b", "<https://example.org>", "ada@example.org"),
    *(
        "<ada@example.org>",
        "<b>",
        "</b>",
        "<!-- x -->",
        "\x02klzzwxh:0001\x03",
        "\x0242\x03",
        "HTML",
        "know.",
        "x",
        " ",
    ),
    *(
        "\n\n- ",
        "\n\n> ",
        "\n\n# ",
        "\n\n| a | b |\n|---|---|\n| c | ",
        "\n\n```\n",
        "\n\nTerm\n: ",
        " {#id .code}",
        "é",
        "漢",
    ),
]


def as_ever() -> Markdown:
    """Python-Markdown with its own way through a line."""
    markdown = markdown_github._markdown.__wrapped__(True)
    markdown.treeprocessors.register(InlineProcessor(markdown), "inline", 20)
    return markdown


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=3)).map("".join))
def test_a_text_becomes_what_python_markdown_makes_of_it(source: str) -> None:
    ours = markdown_github._markdown.__wrapped__(True)

    assert ours.convert(source) == as_ever().convert(source)


def test_every_pattern_is_known_by_its_signs() -> None:
    markdown = markdown_github._markdown(True)

    assert {id(markdown.inlinePatterns[name]) for name in SIGNS} == set(map(id, markdown.inlinePatterns))


def test_a_line_is_not_searched_for_what_it_cannot_hold() -> None:
    tried: list[str] = []

    class Telling(Inline):
        def _applied(self, pattern: object, data: str, number: int) -> str:
            tried.append(type(pattern).__name__)
            return super()._applied(pattern, data, number)

    markdown = markdown_github._markdown.__wrapped__(True)
    markdown.treeprocessors.register(Telling(markdown), "inline", 20)
    markdown.convert("Nothing but words.\n\nAnd `code`.")

    assert tried == ["BacktickInlineProcessor"]


@given(st.text(alphabet="ab1_ .,'’-\u00ad\u0301\u200d漢かカก\U0001f469\U0001f1eb\n\té\u05d0\u2003\"") | st.text())
def test_words_are_counted_part_by_part_as_in_the_whole(plain: str) -> None:
    assert count_words(plain) == len(_WORD.findall(plain))


def test_a_tag_that_says_nothing_more_stays_as_it_is() -> None:
    assert render("<small>a</small> <SMALL>b</SMALL> <small >c</small>", 1).html == (
        "<p><small>a</small> <small>b</small> <small>c</small></p>"
    )
