"""Other themes than our own: any Pelican theme prints the site too."""

from __future__ import annotations

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
