"""A reader opens an article and follows its byline to the person who signed it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]
ARTICLE = "main a[href*='/articles/']"
SIGNATURE = "article a[rel~='author']"


@pytest.mark.parametrize("scripting", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("home", ["/", "/fr/"])
def test_a_reader_follows_a_byline_to_its_author(open_page: OpenPage, home: str, scripting: bool) -> None:
    page = open_page(home, java_script_enabled=scripting)

    follow(page, ARTICLE)
    title = page.locator("h1").inner_text()
    signer = page.locator(SIGNATURE).first.inner_text()
    follow(page, SIGNATURE)

    assert page.locator("h1").inner_text() == signer
    assert page.locator(ARTICLE, has_text=title).count() >= 1


def follow(page: Page, link: str) -> None:
    """Click the first such link and wait for where it leads."""
    with page.expect_navigation():
        page.locator(link).first.click()
