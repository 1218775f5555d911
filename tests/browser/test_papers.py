"""The contribution report and the data protection papers in a browser: for everybody, on any screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browser.test_access import RULES, WINDOWS
from running import byline

PAGES = ("contributions", *(f"dossier/{name}" for name in ("register", "data-map", "impact-assessment", "note")))
every_page = pytest.mark.parametrize("page", [f"{name}{lang}.html" for name in PAGES for lang in ("", ".fr")])


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What both commands write about the sample."""
    folder = tmp_path_factory.mktemp("papers")
    places = ("--internal", folder / "internal", "--cache", folder / "cache")
    for command in ("report", "dossier"):
        said = byline(command, *places)
        assert said.code == 0, said
    return folder / "internal"


@pytest.fixture
def visit(papers: Path, browser: Browser) -> Iterator[Callable[..., Page]]:
    """A page as colleagues open it: as a file, without any host."""
    with browser.new_context() as context:

        def opened(name: str) -> Page:
            page = context.new_page()
            page.goto((papers / name).as_uri())
            return page

        yield opened


@every_page
def test_there_are_no_barriers_that_a_machine_can_find(visit: Callable[..., Page], page: str) -> None:
    shown = visit(page)
    for scheme in ("light", "dark"):
        shown.emulate_media(color_scheme=scheme)

        found = Axe().run(shown, options=RULES)

        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"


@every_page
def test_no_page_is_wider_than_its_window(visit: Callable[..., Page], page: str) -> None:
    shown = visit(page)
    for window in WINDOWS:
        shown.set_viewport_size(window)

        assert shown.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0, (
            window
        )


def test_a_wide_table_is_pushed_along_by_keys_and_keeps_its_names(visit: Callable[..., Page]) -> None:
    shown = visit("contributions.html")
    shown.set_viewport_size({"width": 390, "height": 844})
    scroll = shown.get_by_role("group", name="Who signed what")
    scroll.focus()
    name = shown.locator("table.wide tbody th").first
    before = name.bounding_box()
    scroll.evaluate("it => { it.scrollLeft = 200; }")
    after = name.bounding_box()

    assert scroll.evaluate("it => it.scrollLeft") == 200
    assert before
    assert after
    assert abs(after["x"] - before["x"]) <= 2


def test_on_paper_nothing_is_cut_off(visit: Callable[..., Page]) -> None:
    page = visit("contributions.html")
    page.set_viewport_size({"width": 680, "height": 900})  # A4 between margins
    page.emulate_media(media="print", color_scheme="dark")

    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert page.evaluate("getComputedStyle(document.body).colorScheme") != "dark"
    assert page.evaluate("[...document.querySelectorAll('.scroll')].every(it => it.scrollWidth <= it.clientWidth + 1)")
