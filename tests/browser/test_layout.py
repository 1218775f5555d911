"""What a page looks like where readers look closely: edges, sizes, what a button says, paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

Visit = Callable[..., Page]
REFUSED = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"


def edges(it: Locator) -> tuple[float, float]:
    """Where an element begins and ends on its line, in pixels."""
    box = it.bounding_box()
    assert box
    return box["x"], box["x"] + box["width"]


def test_links_of_a_list_are_large_enough_for_a_finger(visit: Visit) -> None:
    heights = visit("home").evaluate(
        "[...document.querySelectorAll('.entry .facts a')].map((it) => it.getBoundingClientRect().height)"
    )

    assert heights
    assert min(heights) >= 24


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_line_below_the_opening_is_as_wide_as_the_text(visit: Visit, lang: str) -> None:
    page = visit("article", lang)

    assert edges(page.locator(".opening")) == edges(page.locator("article > .prose"))
    assert page.locator(".opening .facts").evaluate("(it) => getComputedStyle(it).borderBlockEndWidth") == "0px"


def test_contents_have_their_line_on_the_side_of_the_text(visit: Visit) -> None:
    contents = visit("article", "ar", viewport={"width": 1440, "height": 900}).locator(".toc")

    assert contents.evaluate("(it) => getComputedStyle(it).borderRightWidth") == "2px"
    assert contents.evaluate("(it) => getComputedStyle(it).borderLeftWidth") == "0px"


def test_steps_in_english_are_numbered_where_their_text_begins(visit: Visit) -> None:
    page = visit("subscribe", "ar")

    assert page.locator(".steps li").first.evaluate("(it) => getComputedStyle(it).textAlign") == "start"


def test_copying_a_link_is_said_and_the_button_is_itself_again(visit: Visit) -> None:
    page = visit("article", permissions=["clipboard-read", "clipboard-write"])
    button, status = page.locator("[data-copy]"), page.locator(".share > [role=status]")
    button.click()

    expect(status).to_have_text("Copied")
    expect(button).to_have_text("Copied")
    expect(button).to_have_text("Copy link")
    expect(status).to_have_text("")
    assert page.evaluate("navigator.clipboard.readText()").startswith("https://blog.example.com/articles/")


def test_a_browser_that_does_not_copy_says_nothing_untrue(visit: Visit) -> None:
    page = visit("article")
    page.evaluate(REFUSED)
    page.locator("[data-copy]").click()

    expect(page.locator("[data-copy]")).to_have_text("Copy link")


def test_paper_tells_the_address_and_has_one_edge(visit: Visit) -> None:
    page = visit("article", viewport={"width": 640, "height": 900})
    page.emulate_media(media="print")
    printed = page.locator(".opening .u-url[data-printed]")

    assert edges(page.locator(".site-name"))[0] == edges(page.locator("h1"))[0]
    assert "https://blog.example.com/articles/" in printed.evaluate("(it) => getComputedStyle(it, '::after').content")
