"""Every kind of page is there for everybody: WCAG 2.2 AA, narrow screens, the keyboard, print, calm, no JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from browser.places import PLACES

Visit = Callable[..., Page]
# The first is a window 1280 pixels wide at 400 %, which is what WCAG's criterion 1.4.10 asks for.
WINDOWS = ({"width": 320, "height": 256}, {"width": 768, "height": 1024}, {"width": 1440, "height": 900})
# The size of targets (criterion 2.5.8) is the one rule for AA that axe leaves out unless asked.
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
every_place = pytest.mark.parametrize(("kind", "lang"), PLACES)

FOCUSED = """() => {
    const it = document.activeElement;
    if (!it || it === document.body || it === document.documentElement) return null;
    const style = getComputedStyle(it), box = it.getBoundingClientRect();
    return {
        name: it.outerHTML.slice(0, 120),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
        share: !!it.closest(".share"),
        main: !!it.closest("main"),
    };
}"""
STYLED = """(lang) => {
    const foreign = document.querySelectorAll(`main :lang(${lang}):not(:lang(en), i, em, code *)`);
    const styles = [...foreign].map((it) => getComputedStyle(it));
    return [...new Set(styles.map((style) => `${style.fontStyle} ${parseFloat(style.letterSpacing) || 0}`))];
}"""
# Whether what has the focus stands in the box of an element.
INSIDE = """(selector) => {
    const inner = document.activeElement.getBoundingClientRect();
    const outer = document.querySelector(selector).getBoundingClientRect();
    const within = inner.top >= outer.top && inner.bottom <= outer.bottom;
    return within && inner.left >= outer.left && inner.right <= outer.right;
}"""
WIDE = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="120"><rect width="900" height="120"/></svg>'
APART = """() => {
    const name = document.querySelector(".site-name").getBoundingClientRect();
    const tools = document.querySelector(".tools").getBoundingClientRect();
    const logo = document.querySelector(".site-name img").getBoundingClientRect();
    return name.right <= tools.left && logo.right <= name.right && logo.width > 50;
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((it) => ["", "::before", "::after"].some((part) => {
    const style = getComputedStyle(it, part);
    const seconds = `${style.animationDuration},${style.transitionDuration}`.split(",").map(parseFloat);
    return style.scrollBehavior === "smooth" || seconds.some((time) => time > 0.01);
})).map((it) => it.outerHTML.slice(0, 120))"""


@every_place
def test_a_page_has_no_barriers_that_a_machine_can_find(visit: Visit, kind: str, lang: str) -> None:
    page = visit(kind, lang, color_scheme="light", reduced_motion="reduce", bypass_csp=True)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)

        found = Axe().run(page, options=RULES)

        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"


@pytest.mark.parametrize("lang", ["ar", "zh"])
def test_letters_of_other_scripts_are_not_slanted_nor_moved_together(visit: Visit, lang: str) -> None:
    page = visit("article", lang)

    assert page.evaluate(STYLED, lang) == ["normal 0"]


@every_place
def test_a_page_needs_no_scrolling_aside(visit: Visit, kind: str, lang: str) -> None:
    page = visit(kind, lang)
    for window in WINDOWS:
        page.set_viewport_size(window)

        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

        assert wide == 0, window


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_wide_logo_leaves_the_tools_their_place(visit: Visit, width: int) -> None:
    page = visit("home", viewport={"width": width, "height": 800})
    page.route("**/wide.svg", lambda route: route.fulfill(content_type="image/svg+xml", body=WIDE))
    page.evaluate("""() => {
        const logo = new Image();
        logo.src = "/wide.svg";
        document.querySelector(".site-name").prepend(logo);
        return logo.decode();
    }""")
    tools = page.locator(".tools").bounding_box()

    assert page.evaluate(APART)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert tools
    assert tools["y"] < 60
    assert width < 1280 or page.locator(".menu").evaluate("(it) => it.clientHeight") < 60


@pytest.mark.parametrize(("kind", "lang"), [("home", "en"), ("article", "fr"), ("author", "ar")])
def test_the_first_key_offers_to_skip_to_what_the_page_is_about(visit: Visit, kind: str, lang: str) -> None:
    page = visit(kind, lang)

    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["seen"]
    assert not page.evaluate(FOCUSED)["main"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate(FOCUSED)["main"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("kind", "lang"), [("article", "en"), ("article", "ar"), ("home", "fr"), ("search", "en")])
def test_the_keyboard_reaches_everything_and_one_sees_where_it_is(
    visit: Visit, kind: str, lang: str, scheme: str
) -> None:
    page = visit(kind, lang, color_scheme=scheme, reduced_motion="reduce")

    stops = list(keyboard_stops(page))

    assert len(stops) > 10
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["seen"])] == []


def keyboard_stops(page: Page) -> Iterator[dict[str, Any]]:
    """What has the focus after each press of Tab, once around the page."""
    for _ in range(500):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return
        yield stop
    pytest.fail("the keyboard never leaves the page")


@pytest.mark.parametrize("lang", ["en", "fr", "ar"])
def test_links_for_sharing_are_one_named_group_that_can_be_skipped(visit: Visit, lang: str) -> None:
    page = visit("article", lang)
    group = page.locator(".share")
    assert group.count() == 1
    assert group.get_attribute("aria-labelledby") or group.get_attribute("aria-label")

    skip = group.locator("a[href^='#']").first
    group.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    skip.focus()
    assert is_inside_the_screen(skip)
    assert page.evaluate("scrollY") == before > 0
    assert page.evaluate(INSIDE, ".share")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert not page.evaluate(FOCUSED)["share"]


def is_inside_the_screen(it: Locator) -> bool:
    box = it.bounding_box()
    return bool(box and box["x"] >= 0 and box["y"] >= 0 and box["width"] > 1 and box["height"] > 1)


# Search has a test of its own for readers without JavaScript.
@pytest.mark.parametrize(("kind", "lang"), [place for place in PLACES if place[0] != "search"])
def test_without_javascript_nothing_is_missing(visit: Visit, kind: str, lang: str) -> None:
    plain = visit(kind, lang, java_script_enabled=False)

    assert lines(visit(kind, lang)) <= lines(plain)
    assert not plain.locator("button:visible").count()


def lines(page: Page) -> set[str]:
    """What a page says: its headings and its links."""
    return {text.strip() for text in page.locator("h1:visible, h2:visible, a[href]:visible").all_inner_texts()}


@pytest.mark.parametrize("lang", ["en", "fr", "ar"])
def test_on_paper_an_article_stands_alone(visit: Visit, lang: str) -> None:
    page = visit("article", lang)
    page.emulate_media(media="print")

    assert page.locator("h1").is_visible()
    assert page.locator("article a[rel~='author']").first.is_visible()
    assert page.locator("nav:visible, .share:visible, .skip:visible, button:visible").count() == 0


@pytest.mark.parametrize("kind", ["home", "article", "author"])
def test_nothing_moves_for_who_asked_for_calm(visit: Visit, kind: str) -> None:
    assert visit(kind, reduced_motion="reduce").evaluate(MOVING) == []
