"""Reports of results in a browser, opened as files: for everybody, on any screen, in both schemes and languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browser.test_access import RULES
from builders import a_category, an_article, an_author, an_edition
from byline.hub.handing_over import hand_over
from byline.model import Aims, Campaign, Cost, Objective, Outcome, Text, Wins
from byline.period import ALL
from byline.results.report import own_of, results_report
from hub_parts import a_hub_build
from results.worlds import NOW, a_person, a_programme, a_results_build, by_link, by_readers, measured, owners, with_aims

PEOPLE = [f"person-{letter}" for letter in "abcdefghijklmnopqr"]
PAGES = ("results.html", "results.fr.html", "results-for-everybody.html", "results-for-everybody.fr.html")
CHARTS = ["objectives", "written", "signed", "needs", "brought", "participation"]
NEEDS = ("belonging", "growth", "voice", "safety")
NAMES = ("Trust", "Voices", "Repairs and what they teach us", "Harvest")


def an_objective(kpi: str, target: float, name: str) -> Objective:
    return Objective(kpi, name, kpi, target, date(2026, 1, 1), date(2026, 6, 30), "en")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of everything: each chart has something to draw."""
    kinds = [a_category(f"kind-{number}", name=name) for number, name in enumerate(NAMES)]
    articles = [
        an_article(
            f"article-{number}",
            title=f"What we learned when {number} readers wrote to us",
            authors=(an_author(PEOPLE[number % 11]), an_author(PEOPLE[number % 7])),
            date=datetime(2026, 1 + number % 6, 2, tzinfo=UTC),
            category=kinds[number % 4],
            needs=(NEEDS[number % 4], NEEDS[number % 3]),
            campaign="spring",
            lang="fr" if number % 5 == 0 else "en",
        )
        for number in range(24)
    ]
    campaign = Campaign(
        "spring", "Spring hiring", date(2026, 3, 1), date(2026, 5, 31), wins=Wins("More.", "", "Fewer interviews."),
        lang="en", retrospective=Text("<p><strong>It went well.</strong> We would begin earlier.</p>", "It went well."),
    )  # fmt: skip
    aims = Aims(
        (
            an_objective("visits", 400, "Readers come"),
            an_objective("new_authors", 10, "Ten people sign for the first time"),
            an_objective("leads", 10, "Somebody asks us"),
        ),
        {"spring": Cost("spring", 63, 420)},
        (Outcome(date(2026, 5, 4), "spring", "applications", 14), Outcome(date(2026, 5, 4), "spring", "reach", 5200)),
    )
    people = [a_person(id, ("desk", "field", "lab")[number % 3]) for number, id in enumerate(PEOPLE)]
    programme = with_aims(a_programme(people, desk=34, field=21, lab=26), aims)
    edition = replace(an_edition(*articles), campaigns=(campaign,))
    channels = ("linkedin", "mastodon", "")
    visits = [by_readers(40 - n, article=f"article-{n}", channel=channels[n % 3]) for n in range(24)]
    counted = replace(
        measured(*visits, *(by_link(id, article="article-1") for id in PEOPLE[:8])),
        unknown=3,
        unknown_words={"channel 'a channel that nobody knows'": 3},
        rejected={"of a day before 2000": 1},
    )
    build = a_results_build(programme, edition)
    folder = tmp_path_factory.mktemp("results")
    for file in results_report(build, counted, owners(PEOPLE), ALL).files:
        (folder / file.save_as).write_bytes(file.data)
    hub = a_hub_build(edition, programme, now=NOW)
    hub.own = own_of(hub, counted, owners(PEOPLE))
    for lang in ("en", "fr"):
        one = replace(hub.programme.people["person-a"], langs=(lang,))
        hub.programme = replace(programme, people={**programme.people, one.id: one})
        (folder / f"own.{lang}.html").write_bytes(hand_over(hub, "person-a")[0].page)
    return folder


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Callable[..., Page]]:
    """`opened("results.html", color_scheme="dark")`. A page may ask nobody for anything."""
    context = browser.new_context(java_script_enabled=True, bypass_csp=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.extend([request.url] * request.url.startswith("http")))

    def open_it(name: str, width: int = 1200) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((folder / name).as_uri())
        return page

    yield open_it
    context.close()
    assert asked == []


@pytest.mark.parametrize("name", [*PAGES, "own.en.html", "own.fr.html"])
def test_there_are_no_barriers_that_a_machine_can_find(opened: Callable[..., Page], name: str) -> None:
    page = opened(name)
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true })")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES)

        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"


@pytest.mark.parametrize("name", [*PAGES, "own.fr.html"])
def test_a_page_needs_no_scrolling_aside(opened: Callable[..., Page], name: str) -> None:
    page = opened(name)
    for width in (320, 390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})

        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("name", PAGES)
def test_every_chart_is_named_described_and_has_its_table_beside_it(opened: Callable[..., Page], name: str) -> None:
    page = opened(name)
    charts = page.locator("svg.chart")

    assert [one.get_attribute("aria-labelledby") for one in charts.all()] == [f"{id}-title" for id in CHARTS]
    for chart in charts.all():
        title, about = (chart.locator(f"> {part}").text_content() for part in ("title", "desc"))
        assert title
        assert about
        assert title != about
        beside = chart.locator("xpath=ancestor::div[contains(@class, 'charted')]//tbody/tr")
        assert beside.count() >= 1


def test_words_of_charts_stand_inside_and_can_be_read_on_a_phone(opened: Callable[..., Page]) -> None:
    page = opened("results.fr.html", 360)
    boxes = page.evaluate(
        """[...document.querySelectorAll('svg.chart text')].map((it) => {
            const box = it.getBoundingClientRect(), size = parseFloat(getComputedStyle(it).fontSize);
            return [it.textContent, box.left, box.right, size * it.getCTM().d || size];
        })"""
    )

    assert [text for text, left, right, _ in boxes if left < 0 or right > 360] == []
    assert len(boxes) > 40


def test_colors_follow_the_scheme_and_stay_on_paper(opened: Callable[..., Page]) -> None:
    page = opened("results.html")
    fill = "getComputedStyle(document.querySelector('svg .c1')).fill"
    seen = []
    for media in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"color_scheme": "dark", "media": "print"}):
        page.emulate_media(**media)
        seen.append(page.evaluate(fill))

    assert seen[0] != seen[1]
    assert seen[2] == seen[0]


def test_charts_need_no_script(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "results.html").as_uri())

    assert page.locator("script").count() == 0
    box = page.locator("svg.chart").first.bounding_box()
    assert box
    assert box["height"] > 80
    context.close()


def test_a_person_finds_what_came_by_own_links(opened: Callable[..., Page]) -> None:
    page = opened("own.en.html")
    section = page.locator("section[aria-labelledby=own]")

    assert "3 visits came by your links." in section.inner_text()
    assert section.locator("tbody tr").count() == 1
