"""A reader searches: by words, by author, in their language, from the keyboard, without a breach of the policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from hosting import hosted
from searched_site import searched_site

Search = Callable[..., Page]
TITLES = ".search-results h2"
STATUS = "[role=status]"


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """The searched site, served as its own `_headers` say."""
    folder = tmp_path_factory.mktemp("searched")
    said = searched_site(folder)
    assert said.code == 0, said
    with hosted(folder / "output") as url:
        yield SimpleNamespace(output=folder / "output", url=url)


@pytest.fixture
def search(open_page: Callable[..., Page], searched: SimpleNamespace) -> Search:
    """`search("?q=words", lang="fr")`: the search page. Errors in its console and foreign requests fail the test."""

    def opened(asked: str = "", lang: str = "en", **options: object) -> Page:
        return open_page(f"/search/{asked}" if lang == "en" else f"/{lang}/search/{asked}", searched, **options)

    return opened


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def test_typing_a_word_finds_the_article_with_its_authors_date_and_place(search: Search) -> None:
    page = search()

    box(page).press_sequentially("night")

    expect(page.locator(TITLES)).to_have_text(["Sailing home"])
    expect(page.locator(STATUS)).to_have_text("Results: 1")
    expect(page.locator(".search-results .facts")).to_have_text("Omar Haddad and Awa Diallo March 1, 2025")
    expect(page.locator(".search-results mark")).to_have_text(["night."])
    page.locator(f"{TITLES} a").click()
    expect(page.locator("h1")).to_have_text("Sailing home")


def test_a_word_of_the_title_is_found(search: Search) -> None:
    expect(search("?q=sailing").locator(TITLES)).to_have_text(["Sailing home"])


def test_an_excerpt_shows_characters_of_html_as_people_wrote_them(search: Search) -> None:
    expect(search("?q=apples").locator(".search-excerpt")).to_contain_text(
        "apples & pears, <img src=x onerror=alert(1)>"
    )


def test_filters_narrow_the_results_and_say_how_many_there_would_be(search: Search) -> None:
    page = search("?q=lighthouse")
    expect(page.locator(TITLES)).to_have_count(2)
    expect(page.get_by_label("Author").locator("option")).to_have_text(
        ["All authors", "Awa Diallo (1)", "Jane Doe (1)", "Omar Haddad (1)"]
    )

    page.get_by_label("Author").select_option("Awa Diallo")

    expect(page.locator(TITLES)).to_have_text(["Sailing home"])
    expect(page.get_by_label("Theme").locator("option")).to_have_text(["All themes", "People (1)"])
    expect(page.get_by_label("Author").locator("option")).to_have_count(4)


def test_filters_work_without_words(search: Search) -> None:
    page = search()
    box(page).focus()
    expect(page.get_by_label("Year").locator("option")).to_have_text(["All years", "2026 (1)", "2025 (1)"])

    page.get_by_label("Year").select_option("2026")

    expect(page.locator(TITLES)).to_have_text(["Growing apples"])


def test_an_address_can_be_shared(search: Search) -> None:
    page = search()
    box(page).fill("lighthouse")
    expect(page.locator(TITLES)).to_have_count(2)
    page.get_by_label("Author").select_option("Jane Doe")
    expect(page.locator(TITLES)).to_have_text(["Growing apples"])

    shared = search(page.url.partition("/search/")[2])

    expect(box(shared)).to_have_value("lighthouse")
    expect(shared.get_by_label("Author")).to_have_value("Jane Doe")
    expect(shared.locator(TITLES)).to_have_text(["Growing apples"])


def test_french_readers_find_french_articles_only(search: Search) -> None:
    page = search("?q=phare", lang="fr", locale="fr-FR")

    expect(page.locator(TITLES)).to_have_text(["Le phare"])
    expect(page.locator(STATUS)).to_contain_text("Résultats")
    expect(search("?q=lighthouse", lang="fr").locator(STATUS)).to_contain_text("Rien")


def test_nothing_unpublished_is_found(search: Search) -> None:
    expect(search("?q=draftword").locator(STATUS)).to_contain_text("Nothing was found")


def test_the_keyboard_is_enough(search: Search) -> None:
    page = search()
    box(page).press_sequentially("lighthouse")
    box(page).press("Enter")
    expect(page.locator(STATUS)).to_be_focused()
    expect(page.locator(STATUS)).not_to_have_css("outline-style", "none")
    page.keyboard.press("Tab")
    expect(page.locator(f"{TITLES} a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{TITLES} a").nth(1)).to_be_focused()

    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("lighthouse")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Escape")

    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")
    expect(page.locator(TITLES)).to_have_count(0)
    assert "?" not in page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("asked", ["", "?q=lighthouse"])
def test_there_are_no_barriers_that_a_machine_can_find(search: Search, asked: str, scheme: str) -> None:
    page = search(asked, color_scheme=scheme, bypass_csp=True)
    if asked:
        expect(page.locator(TITLES)).to_have_count(2)

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


def test_a_telephone_needs_no_sideways_scrolling(search: Search) -> None:
    page = search("?q=lighthouse", viewport={"width": 320, "height": 640})
    expect(page.locator(TITLES)).to_have_count(2)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_javascript_the_lists_are_offered_instead_of_a_form(search: Search) -> None:
    page = search(java_script_enabled=False)

    expect(page.locator("form[role=search]")).to_be_hidden()
    expect(page.locator("main")).to_contain_text("Searching needs JavaScript")
    page.get_by_role("link", name="All articles, year by year").click()
    assert page.url.endswith("/archive/")


def test_who_only_looks_at_the_page_loads_no_index(search: Search) -> None:
    asked = search().evaluate("performance.getEntries().map(entry => entry.name)")

    assert [name for name in asked if "/pagefind/" in name] == []


def test_a_preview_in_a_folder_of_its_host_is_searched_too(open_page: Callable[..., Page], tmp_path: Path) -> None:
    place = tmp_path / "host" / "preview" / "pr-7"
    place.parent.mkdir(parents=True)
    said = searched_site(tmp_path, "--siteurl", "http://localhost:8000/preview/pr-7")
    assert said.code == 0, said
    (tmp_path / "output").rename(place)
    (tmp_path / "host" / "_headers").write_bytes((place / "_headers").read_bytes())
    with hosted(tmp_path / "host") as url:
        page = open_page("/preview/pr-7/search/?q=night", SimpleNamespace(url=url))
        page.locator(f"{TITLES} a").click()
        expect(page).to_have_url(f"{url}/preview/pr-7/articles/boats/")
