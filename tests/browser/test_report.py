"""The preview report in a browser, as a host shows it at `/_preview/` and as a file: for everybody, on any screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browser.conftest import Served
from browser.test_access import RULES, WINDOWS
from hosting import hosted
from preview.proposals import Shown, proposal, shown
from pull_requests import MOVED, NEW, at_base
from running import article

OPEN = "document.querySelectorAll('details').forEach((it) => { it.open = true; })"
LONG = "Averylongwordthatnobodycouldbreakanywherebecauseithasnospaceinitatall" * 2


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """One of everything: new and edited, a fault, a text that is too long, a page that is gone."""
    pull = proposal(
        tmp_path_factory.mktemp("report"),
        {
            NEW: article("A [link](http://example.com).\n", title=LONG, share="{x: ['" + "word " * 80 + "']}"),
            MOVED: at_base()[MOVED].replace("three weekends", "two long weekends"),
            "articles/2026/neu.de.md": article(title="Neu", date="2099-03-01 09:00", lang="de"),
        },
    )
    (pull.content / "articles/2026/short-note.md").unlink()
    found = shown(pull, place="https://preview.example.net")
    assert found.said.code == 0, found.said
    shutil.copytree(found.report, found.folder / "output/_preview")
    return found


@pytest.fixture
def visit(report: Shown, open_page: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    with hosted(report.folder / "output") as url:
        yield lambda **options: open_page("/_preview/", Served(report.folder / "output", url), **options)


def test_there_are_no_barriers_that_a_machine_can_find(visit: Callable[..., Page]) -> None:
    page = visit(bypass_csp=True)
    page.evaluate(OPEN)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)

        found = Axe().run(page, options=RULES)

        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"


def test_it_needs_no_scrolling_aside(visit: Callable[..., Page]) -> None:
    page = visit()
    page.evaluate(OPEN)
    for window in (*WINDOWS, {"width": 390, "height": 844}):
        page.set_viewport_size(window)

        assert page.evaluate("document.documentElement.scrollWidth") <= window["width"], window


def test_the_first_screen_of_a_telephone_has_the_verdict_and_the_first_text(visit: Callable[..., Page]) -> None:
    page = visit(viewport={"width": 390, "height": 844})

    tops = {name: page.locator(name).first.bounding_box() for name in ("h1", "article h3", ".thumbnail")}

    assert {name: box["y"] < 844 for name, box in tops.items() if box} == dict.fromkeys(tops, True)
    assert page.locator("details[open]").count() == 0


def test_it_needs_no_script_and_opens_as_a_file(report: Shown, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((report.report / "index.html").as_uri())

    assert page.locator("h1").is_visible()
    assert page.locator("h1").evaluate("(it) => getComputedStyle(it).display") == "flex"  # its styles are there
    summary = page.locator("summary", has_text="How networks show it").first
    summary.click()
    assert page.locator(".looks svg").first.is_visible()
    context.close()


def test_the_square_shows_the_middle_of_the_card(visit: Callable[..., Page]) -> None:
    page = visit()
    page.evaluate(OPEN)
    box = page.locator(".looks .square svg").first.bounding_box()

    assert box
    assert abs(box["width"] - box["height"]) < 1
    assert page.locator(".looks .square svg").first.get_attribute("viewBox") == "285 0 630 630"


def test_each_text_leads_to_its_page_and_to_its_details(visit: Callable[..., Page]) -> None:
    page = visit()
    wanted = page.locator("main a[href^='#']")

    assert wanted.count() >= 3
    for link in wanted.all():
        assert page.locator(link.get_attribute("href") or "").count() == 1
