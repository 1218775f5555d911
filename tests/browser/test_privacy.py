"""A visit stays between reader and site, under the strict policy that `_headers` sets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.conftest import Served
from browser.places import PLACES, address_of

OpenPage = Callable[..., Page]
Visit = Callable[..., Page]
POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "


@pytest.mark.parametrize(("kind", "lang"), PLACES)
def test_a_page_with_all_its_pictures_asks_nothing_of_others_and_keeps_to_the_policy(
    visit: Visit, kind: str, lang: str
) -> None:
    page = visit(kind, lang)

    for image in page.locator("img").all():
        if image.is_visible():
            image.scroll_into_view_if_needed()
            image.evaluate("it => it.decode()")

    # `visit` fails for whatever was asked of another host, and for each breach of the policy.
    assert page.request.get(page.url).headers["content-security-policy"].startswith(POLICY)
    assert page.context.cookies() == []


@pytest.mark.parametrize("address", ["/feed.xml", "/atom.xml", "/fr/feed.xml"])
def test_a_feed_opened_in_a_browser_is_readable_under_the_policy(open_page: OpenPage, address: str) -> None:
    page = open_page(address)

    shown = page.evaluate("getComputedStyle(document.querySelector('title')).display")

    assert shown == "block"


def test_a_feed_is_read_in_the_direction_of_its_language(open_page: OpenPage, world: Served) -> None:
    page = open_page("/ar/feed.xml", world)

    assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"


def test_campaign_parameters_leave_the_address_bar_and_nothing_else_does(open_page: OpenPage, sample: Served) -> None:
    article = address_of(sample.output, "article")

    page = open_page(f"{article}?utm_source=linkedin&q=a%20b&utm_medium=social&utm_content=jane#byline:main")
    page.wait_for_url(lambda url: "utm_" not in url)

    assert page.url == f"{sample.url}{article}?q=a%20b#byline:main"
    assert page.evaluate("history.length") == 2


def test_an_address_without_campaign_stays_as_it_is(open_page: OpenPage, sample: Served) -> None:
    article = f"{address_of(sample.output, 'article')}?a=1&b=%C3%A9+x#byline:main"

    page = open_page(article)
    page.wait_for_load_state("networkidle")

    assert page.url == f"{sample.url}{article}"
