"""`byline preview`: one article as one file, to be read on a phone and approved."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Request

from content_files import a_content
from picture_files import as_bytes
from running import Said, article, byline, site

PHONE = {"width": 390, "height": 844}
BODY = "It was cold.\n\n![A van](van.png)\n\n## The first week\n\nBoxes, and [where](https://example.org/).\n"


def preview(content: Path, name: str, to: Path, *more: object) -> Said:
    return byline("preview", content / name, "--to", to, "--content", content, "--cache", to.parent / "cache", *more)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft with a picture, a second article with a warning, and the one page of the draft."""
    folder = tmp_path_factory.mktemp("preview")
    van = as_bytes(Image.linear_gradient("L").convert("RGB"), "PNG")
    draft = article(BODY, status="draft", id="moved", summary="Six days, and what they cost.")
    content = site(folder)
    other = article("![](none.png)\n")
    files = {"articles/moved/index.md": draft, "articles/moved/van.png": van, "articles/other.md": other}
    a_content(content, files)
    said = preview(content, "articles/moved/index.md", folder / "one.html")
    assert said.code == 0, said
    assert "one page: " in said.out
    assert "other" not in said.err
    return folder


def test_one_file_holds_the_draft_with_its_byline_picture_and_card(folder: Path) -> None:
    text = (folder / "one.html").read_text("utf-8")

    assert "Jane Doe" in text
    assert 'alt="A van"' in text
    assert 'class="byline-shared"' in text
    assert "Six days, and what they cost." in text


def test_nothing_else_is_written(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["cache", "content", "one.html"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_reads_well_on_a_phone_and_asks_nobody(folder: Path, browser: Browser, scheme: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    context = browser.new_context(viewport=PHONE, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.on("request", note)
    page.goto((folder / "one.html").as_uri())
    found = Axe().run(page, options={"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}})
    width = page.evaluate("document.documentElement.scrollWidth")
    unseen = page.evaluate("[...document.images].filter((it) => !it.naturalWidth).length")
    context.close()

    assert found.violations_count == 0, found.generate_report()
    assert width <= PHONE["width"]
    assert unseen == 0
    assert [url for url in asked if not url.startswith(("data:", "file:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1


def test_findings_of_the_file_are_said(folder: Path, tmp_path: Path) -> None:
    said = preview(folder / "content", "articles/other.md", tmp_path / "other.html")

    assert said.code == 0, said
    assert "articles/other.md:" in said.err


def test_an_error_leaves_the_page_unwritten(tmp_path: Path) -> None:
    content = a_content(site(tmp_path), {"articles/bad.md": article(authors="[nobody]")})

    said = preview(content, "articles/bad.md", tmp_path / "bad.html")

    assert said.code == 1, said
    assert "unknown-author" in said.err
    assert not (tmp_path / "bad.html").exists()


def test_what_is_no_article_or_has_no_place_is_wrong_use(folder: Path, tmp_path: Path) -> None:
    content = folder / "content"

    assert preview(content, "authors/jane-doe.md", tmp_path / "x.html").code == 2
    assert preview(content, "articles/other.md", tmp_path / "nowhere/x.html").code == 2
