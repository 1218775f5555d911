"""Edits are noticed wherever people edit, and nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from byline.serving.watching import changes, is_edited

ROOT = Path("/site")
TREES = [ROOT / name for name in ("content", "themes", "plugins")]


@pytest.mark.parametrize(
    "name",
    [
        *("content/articles/a.md", "content/authors/jane.jpg", "themes/ours/templates/base.html", "plugins/ours/x.py"),
        *("pelicanconf.py", "publishconf.py", "brand.toml", "logo.png", "ours.woff2", "content/a new folder"),
    ],
)
def test_an_edit(name: str) -> None:
    assert is_edited(ROOT / name, ROOT, TREES)


@pytest.mark.parametrize(
    "name",
    [
        *("content/articles/.a.md.swp", "content/a.md~", "content/.git/index", "content/.DS_Store", "content/a.md.tmp"),
        *("plugins/byline/__pycache__/cli.cpython-311.pyc", "plugins/byline/x/__pycache__", "content"),
        *("output/index.html", ".output.byline-stage/index.html", "README.md", ".x.toml", "docs/x.toml", "uv.lock"),
    ],
)
def test_no_edit(name: str) -> None:
    assert not is_edited(ROOT / name, ROOT, TREES)


def test_what_a_build_makes_is_no_edit_wherever_it_stands() -> None:
    assert not is_edited(ROOT / "content/made/index.html", ROOT, TREES, [ROOT / "content/made"])


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Iterator[frozenset[Path]]]:
    """The changes of a small site, from when nothing is missed any more."""
    (tmp_path / "content").mkdir()
    (tmp_path / "output").mkdir()
    (tmp_path / "brand.toml").touch()
    found = changes(tmp_path, [tmp_path / "content", tmp_path / "programme"], [tmp_path / "output"])
    assert next(found) == frozenset()
    yield found
    found.close()  # type: ignore[attr-defined]


def test_an_edit_of_a_text_is_noticed(watched: Iterator[frozenset[Path]], tmp_path: Path) -> None:
    path = tmp_path / "content/a.md"
    path.write_text("x")

    assert path.resolve() in next(watched)


def test_edits_while_nobody_asks_come_together_later(watched: Iterator[frozenset[Path]], tmp_path: Path) -> None:
    paths = {(tmp_path / "content" / name).resolve() for name in ("a.md", "b.md", "c.md")}
    for path in paths:
        path.write_text("x")
    (tmp_path / "output/index.html").write_text("x")

    assert next(watched) == paths


def test_a_settings_file_is_noticed_however_often_an_editor_replaces_it(
    watched: Iterator[frozenset[Path]], tmp_path: Path
) -> None:
    path = tmp_path / "brand.toml"
    for text in ("x", "y", "z"):
        (tmp_path / ".brand.toml.new").write_text(text)
        (tmp_path / ".brand.toml.new").replace(path)
        assert next(watched) == {path.resolve()}
