"""A company's own theme, made as docs/theme.md says, keeps what it adds on every kind of page."""

from __future__ import annotations

import re
import shutil

import pytest

from byline.press.theme import load_theme
from theme.printing import THEME, Print, attributes, printer
from theme.test_templates import KINDS

DOCS = (THEME.parents[1] / "docs" / "theme.md").read_text("utf-8")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """The examples of that page, beside the theme that they go on from."""
    folder = tmp_path_factory.mktemp("themes")
    shutil.copytree(THEME, folder / "byline", ignore=shutil.ignore_patterns("fonts", "cards"))
    (folder / "ours" / "templates").mkdir(parents=True)
    (folder / "ours" / "static").mkdir()
    (folder / "ours" / "static" / "ours.css").write_text("a{}", "utf-8")
    (folder / "ours" / "templates" / "base.html").write_text(examples("jinja")[0], "utf-8")
    (folder / "ours" / "pages.toml").write_text(examples("toml")[1], "utf-8")
    return printer(load_theme(folder / "ours"))


def examples(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCS, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_style_sheet_of_ones_own_is_on_every_kind_of_page(ours: Print, kind: str) -> None:
    sheets = attributes(ours(kind), "link[rel=stylesheet]", "href")

    assert [name for name in sheets if "/theme/ours." in name]
