"""Bulletin and badges in a browser, opened as files: for everybody, in both schemes and languages, on any screen."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browser.test_access import RULES
from builders import JUNE_15, a_visit
from bulletin_parts import a_month, bulletin_of
from byline.hub.handing_over import hand_over
from byline.model import Measures
from hub_parts import hub_files
from recognition.test_shown import TWO, a_site

BULLETINS = ("bulletin.html", "bulletin.fr.html")
PAGES = (*BULLETINS, "mail.html", "mail.fr.html", "own.html", "hub/badges.html", "hub/challenges.html")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin that has one of everything, its mails as pages, and the pages that show badges and challenges."""
    folder = tmp_path_factory.mktemp("bulletin")
    files = bulletin_of(a_month(), Measures((a_visit(visits=1240, engaged=31),), {JUNE_15: ("plausible",)}))
    for name, lang in (("bulletin.eml", ""), ("bulletin.fr.eml", ".fr")):
        body = email.message_from_bytes(files[name], policy=email.policy.default).get_body(("html",))
        assert body is not None
        files[f"mail{lang}.html"] = body.get_content().encode()
    site = a_site(challenges=(TWO,))
    files |= {**hub_files(site), "own.html": hand_over(site, "jane-doe")[0].page}
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(params=["light", "dark"])
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window in one of the two schemes."""
    page = browser.new_page(color_scheme=request.param, viewport={"width": 320, "height": 640})
    yield page
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_there_are_no_barriers_that_a_machine_can_find(window: Page, folder: Path, name: str) -> None:
    window.goto((folder / name).as_uri())
    found = Axe().run(window, options=RULES).response["violations"]

    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_small_telephone(window: Page, folder: Path, name: str) -> None:
    window.goto((folder / name).as_uri())

    assert window.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("name", BULLETINS)
def test_badges_are_drawn_and_the_page_asks_for_nothing(window: Page, folder: Path, name: str) -> None:
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto((folder / name).as_uri())

    assert window.evaluate("[...document.images].every((it) => it.complete && it.naturalWidth > 0)")
    assert window.locator("img").count() >= 1
    assert {url.split(":")[0] for url in asked[1:]} <= {"data"}


@pytest.mark.parametrize("name", BULLETINS)
def test_on_paper_everything_is_there(window: Page, folder: Path, name: str) -> None:
    window.goto((folder / name).as_uri())
    window.emulate_media(media="print")

    assert window.locator("main h2:visible").count() == 5
