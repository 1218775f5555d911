"""A reader reads an article and follows its byline: without JavaScript, without barriers, seen by nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OpenPage = Callable[..., Page]
ARTICLE = "a[href*='/articles/']"
SIGNATURE = "article a[rel~='author']"
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 800}}


def read_an_article(page: Page) -> Page:
    """From the home page to the article that it names first."""
    page.locator(f"main {ARTICLE}").first.click()
    return page


def follow_the_byline(page: Page) -> Page:
    """From an article to the profile of whoever signs first."""
    page.locator(SIGNATURE).first.click()
    return page


WAYS = {
    "home": lambda page: page,
    "article": read_an_article,
    "author": lambda page: follow_the_byline(read_an_article(page)),
}


def test_a_reader_without_javascript_follows_a_byline_to_its_author(open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=False)
    home_title = page.title()

    read_an_article(page)
    title = page.locator("h1").inner_text()
    signer = page.locator(SIGNATURE).first.inner_text()
    follow_the_byline(page)

    assert page.title() != home_title
    assert page.locator("h1").inner_text() == signer
    assert page.locator(f"main {ARTICLE}", has_text=title).count() >= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("way", WAYS)
def test_a_page_has_no_barriers_that_a_machine_can_find(open_page: OpenPage, way: str, scheme: str) -> None:
    page = WAYS[way](open_page("/", color_scheme=scheme, bypass_csp=True))

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("way", WAYS)
def test_a_page_fits_the_screen(open_page: OpenPage, way: str, size: str) -> None:
    page = WAYS[way](open_page("/", viewport=SIZES[size]))

    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert wide == 0


@pytest.mark.parametrize("way", WAYS)
def test_a_page_works_without_an_error_in_the_console(open_page: OpenPage, way: str) -> None:
    errors: list[str] = []
    page = open_page("/")
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))

    WAYS[way](page)
    page.reload()

    assert errors == []
