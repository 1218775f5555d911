"""A preview is the whole site, says so on every page, and sends whoever counts or remembers to the public one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checkouts import put, run
from pages import read_page
from running import Said, article, byline, site

PLACE = "https://preview.example.net/pr-12"
LABEL = "pull request 12, commit 1a2b3c4 <b>&"
TEXTS = {
    "site.toml": 'name = "Example"\nsiteurl = "https://blog.example.com"\nlang = "en"\n',
    "articles__a.md": article("See [it](https://blog.example.com/articles/b/).\n", aliases="[/old/]"),
    "articles__b.md": article(),
    "articles__b.fr.md": article(),
    "articles__gone.md": article(expires="2026-05-02"),
    "articles__later.md": article(date="2099-01-01"),
    "pages__about.md": "---\ntitle: About\n---\n\nUs.\n",
}


def preview(content: Path, to: Path, *more: str, label: str = LABEL) -> Said:
    places = [f"--{name}={to / name}" for name in ("output", "internal", "cache")]
    return byline("build", "--content", content, *places, *more, BYLINE_PREVIEW=label)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview")
    said = preview(site(folder, **TEXTS), folder, f"--siteurl={PLACE}")
    assert said.code == 0, said
    return folder / "output"


def pages(output: Path) -> list[Path]:
    return sorted(output.rglob("*.html"))


def robots(html: str) -> list[str]:
    return re.findall(r'<meta name="robots" content="([^"]*)"', html)


def test_every_page_keeps_search_engines_away_by_itself(output: Path) -> None:
    assert len(pages(output)) > 25
    assert {page: found for page in pages(output) if (found := robots(page.read_text())) != ["noindex, nofollow"]} == {}


def test_every_page_says_what_it_is(output: Path) -> None:
    escaped = "pull request 12, commit 1a2b3c4 &lt;b&gt;&amp;"

    assert [page for page in pages(output) if page.read_text().count(escaped) != 1] == []


def test_the_public_page_is_the_real_one(output: Path) -> None:
    seen = [read_page(output, page) for page in pages(output)]
    wrong = {one.address: one.canonical for one in seen if not one.canonical.startswith("https://blog.example.com/")}

    assert wrong == {"/404.html": ""}
    assert read_page(output, output / "articles/a/index.html").canonical == "https://blog.example.com/articles/a/"


def test_pages_stay_well_formed(output: Path) -> None:
    assert [one.errors for page in pages(output) if (one := read_page(output, page)).errors] == []


def test_nobody_is_offered_to_follow_or_to_index_it(output: Path) -> None:
    html = "".join(page.read_text() for page in pages(output))

    assert "application/rss+xml" not in "".join(re.findall("<link[^>]*>", html))
    assert "application/ld+json" not in html
    assert not (output / "sitemap.xml").exists()
    assert (output / "robots.txt").read_text() == "User-agent: *\nDisallow:\n"
    assert "X-Robots-Tag: noindex, nofollow" in (output / "_headers").read_text()


def test_what_is_shared_and_counted_has_the_public_address(output: Path) -> None:
    html = (output / "articles/a/index.html").read_text()

    assert "url=https%3A%2F%2Fblog.example.com%2Farticles%2Fa%2F%3Futm_source%3Dlinkedin" in html
    assert '<meta property="og:url" content="https://blog.example.com/articles/a/">' in html


def test_links_and_pictures_stay_in_the_preview(output: Path) -> None:
    html = (output / "articles/a/index.html").read_text()

    assert '<a href="/pr-12/articles/b/">it</a>' in html
    assert f'<meta property="og:image" content="{PLACE}/cards/article/a.' in html


def test_without_a_place_of_its_own_it_stands_where_the_public_site_does(tmp_path: Path) -> None:
    assert preview(site(tmp_path, **TEXTS), tmp_path).code == 0
    assert read_page(tmp_path / "output", tmp_path / "output/index.html").canonical == "https://blog.example.com/"


def test_a_preview_is_not_the_public_site(tmp_path: Path) -> None:
    said = preview(site(tmp_path, **TEXTS), tmp_path, "--production")

    assert said.code == 2
    assert "BYLINE_PREVIEW" in said.err


def test_a_pelican_theme_is_a_preview_too(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYLINE_PREVIEW", LABEL)
    put(checkout, "pelicanconf.py", '\nTHEME = "simple"\n')

    said = run(checkout, "build", f"--siteurl={PLACE}")

    assert said.code == 0, said
    found = [page.read_text() for page in pages(checkout / "output")]
    assert len(found) > 5
    assert [html for html in found if robots(html) != ["noindex, nofollow"]] == []
    assert [html for html in found if "commit 1a2b3c4" not in html] == []


def test_control_characters_of_a_label_are_left_out(tmp_path: Path) -> None:
    assert preview(site(tmp_path, **TEXTS), tmp_path, label="pull\nrequest\x1b[31m \u202e9").code == 0
    assert "Preview of pull request [31m 9." in (tmp_path / "output/index.html").read_text()
