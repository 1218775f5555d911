"""Which pages are searched, and when Pagefind runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders import an_edition
from built import a_build
from byline.build import Build
from byline.model import Page
from byline.run_settings import RunSettings
from byline.search.index import public_files, searched_pages, with_plain_words, write_index
from byline.settings import SettingsError

TEXT = '<html lang="en"><body><h1>{title}</h1><p data-pagefind-body>{title} and more.</p></body></html>'


def printed(public: Path, name: str, text: str = TEXT, **fields: bool) -> Page:
    """A page that stands in the folder as the press leaves it."""
    (public / name).mkdir(parents=True, exist_ok=True)
    (public / name / "index.html").write_text(text.format(title=name.capitalize()), "utf-8")
    return Page("article", f"/{name}/", f"{name}/index.html", "en", **fields)


def a_build_of(*pages: Page) -> Build:
    return a_build(an_edition(), pages=list(pages))


def files_of(folder: Path, *pages: Page) -> dict[str, Path]:
    return {page.save_as: folder / page.save_as for page in pages}


def test_only_what_the_theme_marks_is_searched(tmp_path: Path) -> None:
    marked, plain = printed(tmp_path, "marked"), printed(tmp_path, "list", "<html><body>{title}</body></html>")

    assert searched_pages(files_of(tmp_path, marked, plain)).keys() == {"marked/index.html"}


def test_what_search_engines_may_not_have_is_not_searched_whatever_the_theme_says(tmp_path: Path) -> None:
    hidden, internal = printed(tmp_path, "hidden", noindex=True), printed(tmp_path, "internal", internal=True)

    assert public_files(a_build_of(hidden, internal), tmp_path) == {}


def test_a_page_that_the_theme_does_not_print_is_not_searched(tmp_path: Path) -> None:
    assert searched_pages(files_of(tmp_path, Page("tag", "/tags/x/", "tags/x/index.html", "en"))) == {}


def test_a_page_that_was_kept_is_searched_where_it_stands(tmp_path: Path) -> None:
    build = a_build_of(printed(tmp_path / "output", "one"))
    build.run = RunSettings(outputs=(tmp_path / "output", tmp_path / "internal"))
    build.kept[0].add("one/index.html")

    assert searched_pages(public_files(build, tmp_path / "stage")).keys() == {"one/index.html"}


def test_an_unchanged_site_keeps_its_index_without_running_pagefind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = a_build_of(printed(tmp_path, "one"), printed(tmp_path, "two"))
    write_index(build, tmp_path)
    first = (tmp_path / "pagefind" / "pagefind-entry.json").read_bytes()
    shutil.rmtree(tmp_path / "pagefind")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nothing"))

    write_index(build, tmp_path)

    assert (tmp_path / "pagefind" / "pagefind-entry.json").read_bytes() == first


def test_a_changed_page_is_indexed_anew(tmp_path: Path) -> None:
    build = a_build_of(printed(tmp_path, "one"), printed(tmp_path, "two"))
    write_index(build, tmp_path)
    first = (tmp_path / "pagefind" / "pagefind-entry.json").read_bytes()
    printed(tmp_path, "two", TEXT.replace("more", "much more"))

    write_index(build, tmp_path)

    assert (tmp_path / "pagefind" / "pagefind-entry.json").read_bytes() != first


@pytest.mark.parametrize("program", ["nothing", "false"])
def test_a_program_that_cannot_run_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", shutil.which(program) or str(tmp_path / program))

    with pytest.raises(SettingsError, match="Pagefind"):
        write_index(a_build_of(printed(tmp_path, "one")), tmp_path)


def test_settings_from_the_environment_do_not_reach_pagefind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "de")

    write_index(a_build_of(printed(tmp_path, "one")), tmp_path)

    assert '"en":' in (tmp_path / "pagefind" / "pagefind-entry.json").read_text("utf-8")


def test_no_ready_made_interface_is_published(tmp_path: Path) -> None:
    write_index(a_build_of(printed(tmp_path, "one")), tmp_path)

    assert [file.name for file in (tmp_path / "pagefind").iterdir() if "ui" in file.name or file.suffix == ".css"] == []


def test_a_theme_that_marks_nothing_gets_no_index_and_a_word_about_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_index(a_build_of(printed(tmp_path, "list", "<html><body>{title}</body></html>")), tmp_path)

    assert "nothing can be searched" in caplog.text
    assert not (tmp_path / "pagefind").exists()


@pytest.mark.parametrize(("written", "typed"), [("Le cœur", "coeur"), ("ŒUVRES", "oeuvres"), ("Æther", "aether")])
def test_words_with_a_ligature_are_found_without_it(written: str, typed: str) -> None:
    page = with_plain_words(f'<main><p title="œil" data-pagefind-body>{written}</p></main>'.encode()).decode()

    assert page == f'<main><p title="œil" data-pagefind-body>{written}</p><p data-pagefind-body>{typed}</p></main>'


def test_a_page_without_ligatures_is_indexed_as_it_is() -> None:
    assert with_plain_words(b"<main>c\xc3\xa9dille</main>") == b"<main>c\xc3\xa9dille</main>"
