"""Texts that are read far from their page."""

from __future__ import annotations

from html import escape
from urllib.parse import urljoin

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from byline.feeds.absolute import absolute_html

URL = "https://example.com/preview/articles/why/"


@pytest.mark.parametrize(
    ("relative", "absolute"),
    [
        ('<a href="/preview/tags/git/">git</a>', '<a href="https://example.com/preview/tags/git/">git</a>'),
        (
            '<a href="../how/?a=1&amp;b=2">how</a>',
            '<a href="https://example.com/preview/articles/how/?a=1&amp;b=2">how</a>',
        ),
        ('<a href="#fn:1">1</a>', f'<a href="{URL}#fn:1">1</a>'),
        ('<a href="mailto:a@example.com">write</a>', '<a href="mailto:a@example.com">write</a>'),
        ('<img alt="x" src="/preview/images/x.png">', '<img alt="x" src="https://example.com/preview/images/x.png">'),
        (
            '<source srcset="/images/x-320.webp 320w, /images/x-640.webp 640w">',
            '<source srcset="https://example.com/images/x-320.webp 320w, https://example.com/images/x-640.webp 640w">',
        ),
        ('<video controls poster="/p.jpg"></video>', '<video controls poster="https://example.com/p.jpg"></video>'),
    ],
)
def test_every_address_of_a_text_becomes_absolute(relative: str, absolute: str) -> None:
    assert absolute_html(relative, URL) == absolute


@pytest.mark.parametrize(
    "text",
    [
        "<p>Write href=&quot;/x/&quot; in a link.</p>",
        '<p title="then href=" class="/x/">hello</p>',
        '<a href="http://[">broken</a>',
        '<code>&lt;a href="/x/"&gt;</code>',
    ],
)
def test_what_is_no_address_stays_as_it_is(text: str) -> None:
    assert absolute_html(text, URL) == text


paths = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=30)


@given(paths, st.text(max_size=30))
def test_the_sanitizers_html_has_no_relative_link_left_and_loses_no_word(path: str, words: str) -> None:
    safe = nh3.clean(
        f'<p title="{escape(words)}"><a href="/{escape(path)}">{escape(words)}</a> <img src="{escape(path)}"></p>'
    )

    before, after = (
        lxml_html.fragment_fromstring(text, create_parent=True) for text in (safe, absolute_html(safe, URL))
    )

    assert after.text_content() == before.text_content()
    for element in after.iter("a", "img"):
        for name in set(element.keys()) & {"href", "src"}:
            assert element.get(name) == urljoin(URL, element.get(name))
