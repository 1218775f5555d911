"""Whatever people write or paste, nothing on the page runs, loads from elsewhere or asks for input."""

from __future__ import annotations

from pathlib import Path

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.markup import LinkTarget, render, render_inline, resolve
from byline.model import Text
from byline.places import CONTROL
from markup.active_content import active_content

VECTORS = (Path(__file__).parent / "vectors.txt").read_text("utf-8").splitlines()
PIECES = [
    "<", ">", "/", '"', "'", "=", "&", ";", "`", "``", "```", "~~~", "\n", "\n\n", " ", "    ", "\t", "#", "* ",
    "1. ", "> ", "[", "](", ")", "![", "[^1]", "[^1]: ", "|", "|-|\n", ": ", "*[a]: ", "{: ", "}", "<!--", "-->",
    "<![CDATA[", "\\", "<script>", "</script>", "<style>", "<svg>", "<math>", "<iframe src=", "<img src=x onerror=y>",
    "<a href=", "<table>", "<td>", "<p>", "</p>", "<div", "<b>", "</b>", "<input type=checkbox ", "<h1>", "<li>",
    "javascript:", "data:", "http://x.y", "onclick=", "style=", "id=", "class=", "&#60;", "&#x202e;", "&#1;",
    "\u202e", "\u2066", "\u2069", "\x02", "\x03", "wzxhzdk:0", "é", "世界", "[!NOTE]", "- [x] ", "~~", "www.x.y",
    "a@b.c", "&colon;", "&Tab;", "&nbsp;", "_", "**",
]  # fmt: skip
anything = st.text() | st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


def final(text: Text) -> str:
    """The HTML as a page prints it: targets resolved to themselves."""
    return resolve(text.html, lambda target: None, lambda src, attributes: "")


@pytest.mark.parametrize("vector", VECTORS)
def test_an_attack_leaves_nothing_active(vector: str) -> None:
    for source in (
        vector,
        f"Some words {vector} more words",
        f"- item\n  {vector}\n\n> {vector}",
        f"<div>{vector}</div>",
    ):
        assert active_content(render(source, 1).html) == []
        assert active_content(render_inline(source, 1).html) == []


def test_the_detector_sees_what_it_looks_for() -> None:
    missed = [vector for vector in VECTORS[:100] if vector[:1] == "<" and not active_content(vector)]

    assert len(missed) < 25
    assert active_content('<a href="javascript:x">') == ["<a href='javascript:x'>"]


@given(anything)
def test_any_text_becomes_safe_html_twice_the_same(source: str) -> None:
    text = render(source, 1)

    assert active_content(text.html) == []
    assert not CONTROL.search(text.html)
    assert render(source, 1) == text


@given(anything)
def test_any_summary_becomes_safe_inline_html(source: str) -> None:
    text = render_inline(source, 1)

    assert active_content(text.html) == []
    assert not {"<p", "<div", "<h2", "<ul", "<img", "<table"} & {
        text.html[at : at + 6].split(">")[0] for at in range(len(text.html))
    }


@given(anything)
def test_safe_html_is_well_formed_and_stays_as_it_is(source: str) -> None:
    html = render(source, 1).html

    keeps_all = {tag: {"class", "id", "title", "lang", "dir", "href", "src", "alt", "width", "height", "start", "type",
                       "checked", "disabled", "aria-label", "colspan", "rowspan", "scope", "open", "value", "span",
                       "reversed", "datetime"} for tag in nh3.ALLOWED_TAGS | {"input"}}  # fmt: skip
    again = nh3.clean(html, tags=set(keeps_all), attributes=keeps_all, link_rel=None)
    assert again.replace("&nbsp;", "\u00a0").replace("<p></p>", "").strip() == html


@given(anything)
def test_one_text_leaves_no_trace_in_the_next(source: str) -> None:
    before = render("# Title\n\n3. three[^1]\n\n[^1]: note", 1)
    render(source, 1)

    assert render("# Title\n\n3. three[^1]\n\n[^1]: note", 1) == before


def test_a_link_to_another_site_gives_it_no_hold_on_ours() -> None:
    html = resolve('<a href="https://x.org">x</a>', lambda target: LinkTarget(target, external=True), lambda *_: "")

    assert html == '<a href="https://x.org" rel="noopener noreferrer">x</a>'
