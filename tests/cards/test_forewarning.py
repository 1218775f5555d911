"""The doctor says beforehand what cards could not write."""

from __future__ import annotations

from pathlib import Path

from byline.cards.forewarning import unwritable
from byline.doctor import machine
from card_parts import THEME

SETTINGS = {"THEME": str(THEME), "BYLINE_CARDS": {"system_fonts": ("/no/such/folder",)}}


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_texts_that_no_font_can_write_are_named_by_the_package_that_helps(tmp_path: Path) -> None:
    put(tmp_path, "articles/a.md", "---\ntitle: 为什么\n---\n")
    put(tmp_path, "articles/b.md", "---\ntitle: We 🚀 it\n---\n")
    put(tmp_path, "articles/c.md", "---\ntitle: Été, مرحبا\n---\n中文 stands in the text alone\n")
    put(tmp_path, "authors/d.md", "---\nname: ქართული\n---\n")
    put(tmp_path, "categories.toml", '[writing]\nname = "书写"\n')

    assert unwritable(tmp_path, SETTINGS) == {
        "fonts-noto-cjk": ("articles/a.md", "categories.toml"),
        "fonts-noto-color-emoji": ("articles/b.md",),
        "fonts-noto-core": ("authors/d.md",),
    }


def test_the_fonts_of_the_machine_count(tmp_path: Path) -> None:
    put(tmp_path, "articles/a.md", "---\ntitle: 为什么 🚀 ქართული\n---\n")

    assert unwritable(tmp_path, {"THEME": str(THEME)}) == {}


def test_the_doctor_names_a_file_and_what_to_install() -> None:
    said = machine.cards({"fonts-noto-cjk": ("articles/b.md",), "fonts-noto-cjk fonts-noto-core": ("articles/a.md",)})

    assert not said.ok
    assert "articles/a.md and 1 more" in said.sentence
    assert said.fix == "on Debian and Ubuntu: apt-get install fonts-noto-cjk fonts-noto-core"
    assert machine.cards({}).ok
