"""Other themes than our own: any Pelican theme prints the site too."""

from __future__ import annotations

import re
from pathlib import Path

from checkouts import put, run
from running import article


def test_pelicans_simple_theme_builds(checkout: Path) -> None:
    put(checkout, "pelicanconf.py", '\nTHEME = "simple"\n')
    put(checkout, "content/articles/b.md", article("**Bold** words.", title="A <b>title</b> & more"))
    said = run(checkout, "build")
    assert said.code == 0, said
    page = (checkout / "output" / "articles" / "b" / "index.html").read_text()
    assert "<strong>Bold</strong>" in page
    assert "&lt;b&gt;title" in page
    assert "<b>title" not in page
    assert "Jane Doe" in page
    for path in ("index.html", "authors/jane-doe/index.html", "archive/index.html", "feed.xml"):
        assert (checkout / "output" / path).is_file(), path


def test_our_themes_files_are_published_once_under_names_that_change_with_them(checkout: Path) -> None:
    assert run(checkout, "build").code == 0
    published = [path.name for path in (checkout / "output" / "theme").rglob("*") if path.is_file()]
    assert published
    assert [name for name in published if not re.search(r"\.[0-9a-f]{8}\.", name)] == []


def test_a_theme_that_goes_on_from_ours_prints_every_page_with_what_it_changes(checkout: Path) -> None:
    assert run(checkout, "build").code == 0
    before = {path.relative_to(checkout) for path in (checkout / "output").rglob("*.html")}
    put(checkout, "pelicanconf.py", '\nTHEME = "themes/ours"\nBYLINE_CARDS = {"folder": "themes/byline"}\n')
    put(checkout, "themes/ours/pages.toml", 'extends = "byline"\n')
    put(checkout, "themes/ours/templates/_footer.html", "<p>{{ _('Privacy') }}, our way</p>\n")
    put(checkout, "content/pages/apropos.md", "---\ntitle: Qui ?\nlang: fr\n---\n\nNous.\n")
    said = run(checkout, "build")
    assert said.code == 0, said
    after = {path.relative_to(checkout) for path in (checkout / "output").rglob("*.html")}
    assert after - before == {Path("output/fr/pages/apropos/index.html")}
    assert before <= after
    assert "Privacy, our way" in (checkout / "output/index.html").read_text()
    assert "Confidentialité, our way" in (checkout / "output/fr/pages/apropos/index.html").read_text()
