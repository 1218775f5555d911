"""A reader chooses light or dark, and a language, and is not asked twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.conftest import Served
from browser.places import address_of

OpenPage = Callable[..., Page]
Visit = Callable[..., Page]
SWITCH = "header button"
PAPER = "getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor"


def test_there_is_no_switch_without_javascript(visit: Visit) -> None:
    assert visit("home", java_script_enabled=False).locator(f"{SWITCH}:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chosen_scheme_is_there_at_once_on_the_next_page(visit: Visit, scheme: str) -> None:
    page = visit("home", color_scheme=scheme)
    before = page.evaluate(PAPER)

    page.locator(SWITCH).first.click()
    chosen = page.evaluate(PAPER)
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.early = document.documentElement.dataset.scheme })"
    )
    page.reload()

    assert chosen != before
    assert page.evaluate("window.early") == ("dark" if scheme == "light" else "light")
    assert page.evaluate(PAPER) == chosen


def test_the_switch_says_what_it_does_and_works_with_the_keyboard(visit: Visit) -> None:
    page = visit("home", lang="fr", color_scheme="light")
    before = page.evaluate(PAPER)
    switch = page.locator(SWITCH).first
    assert switch.get_attribute("aria-label") or switch.inner_text().strip()

    switch.focus()
    page.keyboard.press("Space")

    assert page.evaluate(PAPER) != before


def test_the_language_switch_keeps_the_page(visit: Visit) -> None:
    page = visit("categories")

    page.locator("header a[hreflang='fr']").first.click()

    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.url.endswith("/fr/categories/")


def test_the_language_switch_leads_from_an_article_to_its_translation(open_page: OpenPage, sample: Served) -> None:
    page = open_page(address_of(sample.output, "article", "fr"))
    title, told = page.locator("h1").inner_text(), page.locator("link[hreflang='en']").get_attribute("href")

    page.locator("header a[hreflang='en']").first.click()

    assert told
    assert page.url.removeprefix(sample.url) == told.removeprefix("https://blog.example.com")
    assert page.locator("h1").inner_text() != title
