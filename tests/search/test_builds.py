"""The index of a whole build."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Said, build, tree
from searched_site import SECRETS, content, fragments, searched_site

PUBLIC = ("--production", "--siteurl", "https://blog.example.com")


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    folder = tmp_path_factory.mktemp("searched")
    said = searched_site(folder)
    assert said.code == 0, said
    return folder / "output", said


def test_articles_and_plain_pages_are_found_and_nothing_else(searched: tuple[Path, Said]) -> None:
    assert [fragment["url"] for fragment in fragments(searched[0])] == [
        "/articles/apples/",
        "/articles/boats/",
        "/fr/articles/pommes/",
        "/pages/about/",
    ]


def test_no_unpublished_word_is_in_the_index(searched: tuple[Path, Said]) -> None:
    known = "\n".join(str(fragment) for fragment in fragments(searched[0]))
    raw = b"".join(tree(searched[0] / "pagefind").values())

    assert "aardvark" in known
    assert [word for word in SECRETS if word in known or word.encode() in raw] == []


def test_an_article_is_filed_under_each_of_its_authors_its_category_and_its_year(searched: tuple[Path, Said]) -> None:
    boats = next(one for one in fragments(searched[0]) if one["url"] == "/articles/boats/")

    assert boats["filters"] == {"author": ["Omar Haddad", "Awa Diallo"], "category": ["People"], "year": ["2025"]}
    assert boats["meta"] == {"title": "Sailing home", "date": "2025-03-01", "authors": "Omar Haddad and Awa Diallo"}


def test_what_stands_around_a_text_is_not_searched(searched: tuple[Path, Said]) -> None:
    apples = next(one for one in fragments(searched[0]) if one["url"] == "/articles/apples/")

    assert apples["content"] == "We grew apples & pears, <img src=x onerror=alert(1)>, for a lighthouse."


def test_two_builds_in_different_places_have_the_same_index(tmp_path: Path, searched: tuple[Path, Said]) -> None:
    other = tmp_path / "quite" / "another place"
    other.mkdir(parents=True)
    assert searched_site(other, TZ="Pacific/Kiritimati", PYTHONHASHSEED="4242").code == 0

    assert tree(other / "output" / "pagefind") == tree(searched[0] / "pagefind")


def test_a_second_build_changes_no_file(tmp_path: Path) -> None:
    assert searched_site(tmp_path).code == 0
    said = searched_site(tmp_path)

    assert "0 files changed, 0 removed" in said.out


def test_the_public_site_is_searched_without_asking(tmp_path: Path) -> None:
    assert build(content(tmp_path), tmp_path, *PUBLIC).code == 0

    assert (tmp_path / "output" / "pagefind" / "pagefind.js").is_file()
    assert "data-search=" in (tmp_path / "output" / "search" / "index.html").read_text("utf-8")


def test_any_other_build_has_no_index_and_the_page_says_why(tmp_path: Path) -> None:
    assert searched_site(tmp_path).code == 0
    assert build(content(tmp_path), tmp_path).code == 0
    page = (tmp_path / "output" / "search" / "index.html").read_text("utf-8")

    assert not (tmp_path / "output" / "pagefind").exists()
    assert "Search comes with the published site." in page
    assert "data-search" not in page
    assert 'href="/archive/"' in page


def test_a_program_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    assert build(content(tmp_path), tmp_path).code == 0
    before = tree(tmp_path / "output")
    said = searched_site(tmp_path, PAGEFIND_BINARY_PATH=str(tmp_path / "nothing"))

    assert said.code == 1
    assert "Pagefind" in said.err
    assert tree(tmp_path / "output") == before
