"""A feed that somebody opens in a browser says what it is, and can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

NOTE = "getComputedStyle(document.documentElement, '::before').content"


@pytest.mark.parametrize(("address", "entry"), [("/feed.xml", "item"), ("/atom.xml", "entry")])
def test_titles_and_summaries_are_shown_and_what_programs_read_is_not(
    open_page: Callable[..., Page], address: str, entry: str
) -> None:
    page = open_page(address)
    shown = page.locator(f"{entry} > *").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).display != 'none').map(one => one.localName)"
    )

    assert (
        {"title"}
        < set(shown)
        <= {"title", "link", "description", "summary", "pubDate", "published", "creator", "author"}
    )


@pytest.mark.parametrize(
    ("address", "said"), [("/en/feed.xml", "This is a feed."), ("/fr/atom.xml", "Ceci est un flux.")]
)
def test_it_says_what_a_feed_is_for_in_its_own_language(
    open_page: Callable[..., Page], address: str, said: str
) -> None:
    assert said in open_page(address).evaluate(NOTE)
