"""No word of a stranger acts in a comment: it is no link, no picture, no HTML, and calls or refers to nobody."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from byline import inert_markdown

PARSER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
HOSTILE = [
    "@everyone", "a@b.example", "@org/team", "#123", "owner/repo#4", "GH-12", "!7", "~bug", "%3", "$5 ^2 &amp; &lt;",
    "<!-- byline: preview -->", "-->", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</details>",
    "[x](https://evil.example)", "![x](https://evil.example/a.png)", "[x]: https://evil.example", "[[x]]",
    "<https://evil.example>", "https://evil.example", "www.evil.example", "`code`", "``", "|", "| a | b |", "\\|",
    "# Title", "- item", "1. item", "1) item", "> quote", "---", "===", "```", "*em*", "__strong__", "~~gone~~",
    ":tada:", "\n\n# Title", "\r\n/close", "\u202etxt", "\x00", "\\", "\\[x](y)", "    code", "&#64;everyone",
    "javascript:alert(1)", "WWW.evil.example", "HTTP://evil.example", "<!ENTITY>", "{{ x }}", "$x$", "[^1]", "- [ ] do",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=12), min_size=1, max_size=5).map(" ".join) | st.lists(
    st.sampled_from(HOSTILE), min_size=1, max_size=4
).map("".join)
# What hosts find in the text of a rendered comment.
CALLED = re.compile(r"@\w|(?<!&)#\d|\bGH-\d|:[\w+-]+:(?=\W|$)|https?://|\bwww\.|(?<![\w])[!~%$&^]\w", re.IGNORECASE)


def tokens(text: str) -> list[Token]:
    return [one for block in PARSER.parse(text) for one in (block, *(block.children or ()))]


def read(text: str) -> str:
    """What a reader of the rendered Markdown sees, as far as it is text."""
    return "".join(one.content for one in tokens(text) if one.type in ("text", "text_special", "code_inline"))


def squeezed(text: str) -> str:
    return "".join(text.replace(inert_markdown.JOINER, "").split())


@given(TEXTS)
@example("1.")
@example("[x](y")
@example("a `b` |")
def test_any_words_are_shown_and_mean_nothing(text: str) -> None:
    shown = f"{inert_markdown.escaped(text)}"

    kinds = {one.type for one in tokens(f"x {shown}")} | {one.type for one in tokens(shown)}
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "text_special"}, shown
    assert CALLED.search(read(f"x {shown}")) is None, shown
    assert "\n" not in shown


@given(TEXTS)
def test_in_a_table_any_words_stay_in_their_cell(text: str) -> None:
    cells = f"{inert_markdown.escaped(text)} | {inert_markdown.link(text, 'https://blog.example.com/')}"
    row = f"| a | b |\n|---|---|\n| {cells} |\n"

    found = tokens(row)

    assert [one.type for one in found if one.type in ("td_open", "tr_open", "html_block")].count("td_open") == 2
    assert [one.attrs["href"] for one in found if one.type == "link_open"] == ["https://blog.example.com/"]
    assert not any(one.type in ("html_inline", "image") for one in found)


@given(TEXTS)
def test_as_code_any_words_are_only_code(text: str) -> None:
    kinds = [one.type for one in tokens(f"x {inert_markdown.code(text)} y") if one.type not in ("inline", "text")]

    assert "html_inline" not in kinds
    assert "link_open" not in kinds
    assert kinds.count("code_inline") <= 1


@given(TEXTS)
def test_in_html_any_words_are_only_words(text: str) -> None:
    shown = f"{inert_markdown.in_html(text)}"

    assert "<" not in shown
    assert CALLED.search(html.unescape(shown)) is None


@given(TEXTS)
def test_a_picture_is_one_element_also_in_a_table(url: str) -> None:
    row = f"| a | b |\n|---|---|\n| {inert_markdown.picture('https://blog.example.com/' + url, 120)} | c |\n"

    kinds = [one.type for one in tokens(row)]

    assert kinds.count("html_inline") == 1
    assert kinds.count("td_open") == 2
    assert "link_open" not in kinds


@pytest.mark.parametrize("text", ["Why we moved", "3 people, 2 vans: and a plan", "L’été à Paris – déjà", "漢字"])
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert str(inert_markdown.escaped(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_can_still_be_read(text: str) -> None:
    clean = re.sub(r"[\x00-\x1f\u202e]", " ", text)

    assert squeezed(read(f"x{inert_markdown.escaped(clean)}")) == squeezed(f"x{clean}")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", "../../output/index.html", "data:text/html,x"])
def test_a_link_leads_to_the_web_or_nowhere(url: str) -> None:
    assert str(inert_markdown.link("Read", url)) == "Read"


def test_no_text_is_longer_than_a_few_lines() -> None:
    assert len(inert_markdown.escaped("a" * 10_000)) == inert_markdown.LONGEST
