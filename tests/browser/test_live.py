"""`byline serve` in a real browser: the open page follows every edit, and stays where the writer was reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect
from playwright.sync_api import Error as PlaywrightError

from byline.redirects.hosting import CONTENT_SECURITY_POLICY
from running import article
from serving.live import Live, a_checkout, serving

LONG = "A paragraph of a long article.\n\n" * 120
FAULTS = "byline-faults li"


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A site that is served while its texts are edited."""
    checkout = a_checkout(tmp_path_factory.mktemp("live"), **{"articles__a.md": article(LONG)})
    with serving(checkout) as live:
        live.settle()
        yield live


@pytest.fixture
def page(browser: Browser, live: Live) -> Iterator[Page]:
    """An article under the policy of the public site; whatever the policy refuses makes the test fail."""
    write(live, LONG)
    wrong: list[str] = []
    with browser.new_context(base_url=live.url) as context:
        context.route(lambda address: "/_byline/" not in address, under_policy)
        page = context.new_page()
        page.on(
            "console",
            lambda message: wrong.append(f"{message.location}: {message.text}") if message.type == "error" else None,
        )
        page.goto("/articles/a/")
        expect(page.locator("h1")).to_have_text("A title", timeout=30_000)
        yield page
    assert wrong == []


def under_policy(route: Route) -> None:
    # A tab that was just closed asks for nothing any more, and its answer is gone.
    with suppress(PlaywrightError):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "Content-Security-Policy": CONTENT_SECURITY_POLICY})


def write(live: Live, body: str = LONG, **fields: str) -> None:
    text = article(body, **fields)
    path = live.checkout / "content/articles/a.md"
    if path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def test_an_edit_appears_and_the_writer_stays_where_they_were(page: Page, live: Live) -> None:
    page.evaluate("scrollTo(0, 1500)")
    write(live, title="Another title")

    expect(page.locator("h1")).to_have_text("Another title", timeout=30_000)
    page.wait_for_function("Math.abs(scrollY - 1500) < 50")


def test_what_lies_over_the_page_speaks_the_language_of_the_site(page: Page, live: Live) -> None:
    def in_french(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('data-lang="en"', 'data-lang="fr"'))

    page.route("**/articles/a/", in_french)
    page.reload()
    write(live, authors="nobody")

    expect(page.locator("byline-faults h2")).to_have_text("Corrigez ceci, et la page suivra", timeout=30_000)
    expect(page.locator("byline-faults button")).to_have_text("Masquer")
    expect(page.locator("byline-faults section")).to_have_attribute("lang", "fr")


def test_what_is_wrong_lies_over_the_last_good_page_until_it_is_mended(page: Page, live: Live) -> None:
    page.evaluate("window.same = true")
    write(live, authors="['<img src=x onerror=window.pwned=1>']")

    expect(page.locator(FAULTS)).to_contain_text("articles/a.md:4: ", timeout=30_000)
    expect(page.locator(FAULTS)).to_contain_text("<img src=x onerror=window.pwned=1>")
    expect(page.locator("h1")).to_have_text("A title")
    assert page.evaluate("window.pwned") is None

    write(live)
    expect(page.locator(FAULTS)).to_have_count(0, timeout=30_000)
    assert page.evaluate("window.same"), "the page was loaded anew, though nothing changed on it"


def test_a_page_that_is_opened_later_shows_what_is_wrong(page: Page, live: Live) -> None:
    write(live, stauts="draft")
    expect(page.locator(FAULTS)).to_contain_text("stauts", timeout=30_000)

    later = page.context.new_page()
    later.goto("/authors/jane-doe/")
    expect(later.locator(FAULTS)).to_contain_text("stauts")
    later.get_by_role("button", name="Hide").click()
    expect(later.locator(FAULTS)).to_have_count(0)


def test_everybody_can_read_what_is_wrong(browser: Browser, live: Live) -> None:
    write(live, stauts="draft")
    with browser.new_page(base_url=live.url) as page:  # without the policy, because axe copies styles into the page
        page.goto("/articles/a/")
        expect(page.locator(FAULTS)).to_contain_text("stauts", timeout=30_000)

        assert Axe().run(page, "byline-faults").response["violations"] == []


def test_ten_tabs_follow_and_leave_room_for_pages(page: Page, live: Live) -> None:
    tabs = [page, *(page.context.new_page() for _ in range(9))]
    for tab in tabs[1:]:
        tab.goto("/articles/a/", timeout=15_000)
    write(live, title="A title for all")

    for tab in tabs:
        expect(tab.locator("h1")).to_have_text("A title for all", timeout=30_000)
