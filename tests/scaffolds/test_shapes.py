"""Shapes are questions against the blank page, in the language of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from byline import scaffolds
from byline.ledger import Ledger
from byline.manuscript import read_shelf
from content_files import TODAY, a_content, front
from running import byline, site

NAMES = ("before-during-after", "customer-story", "first-article", "how-we-did-it")


def test_there_are_four_shapes() -> None:
    assert scaffolds.shapes() == NAMES


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_an_article_of_a_shape_only_has_todos(tmp_path: Path, name: str, lang: str) -> None:
    content = a_content(tmp_path, {"authors/jane-doe.md": front(name="Jane Doe")})
    text = scaffolds.shape(name, lang)
    paragraphs = [part for part in text.strip().split("\n\n") if not part.startswith("1. ")]

    scaffolds.article(content, title="Why", author="jane-doe", today=TODAY, lang=lang, body=text)
    shelf = read_shelf(content, Ledger())

    assert {(f.name, f.severity) for f in shelf.findings} == {("todo-left", "warning")}
    assert [part for part in paragraphs if not part.removeprefix("## ").startswith("TODO ")] == []
    assert 2 <= len(shelf.articles[0].text.headings) <= 6


@pytest.mark.parametrize("name", NAMES)
def test_the_french_of_a_shape_is_not_its_english(name: str) -> None:
    assert scaffolds.shape(name, "fr-CA") == scaffolds.shape(name, "fr") != scaffolds.shape(name, "en")


def test_a_language_without_a_shape_gets_the_english_one() -> None:
    assert scaffolds.shape("first-article", "ja") == scaffolds.shape("first-article", "en")


@pytest.mark.parametrize(("wrong", "sentence"), [("customer-storys", "mean 'customer-story'"), ("x", "Known: ")])
def test_an_unknown_shape_lists_the_known_ones(wrong: str, sentence: str) -> None:
    with pytest.raises(scaffolds.ScaffoldError, match=sentence) as error:
        scaffolds.shape(wrong, "en")

    assert all(name in str(error.value) for name in NAMES)


def test_pictures_are_put_beside_an_article(tmp_path: Path) -> None:
    content = a_content(tmp_path, {"authors/jane-doe.md": front(name="Jane Doe")})

    path = scaffolds.article(
        content, title="Why", author="jane-doe", today=TODAY, body="Words.\n", pictures={"picture-1.png": b"data"}
    )

    assert path.with_name("picture-1.png").read_bytes() == b"data"
    assert path.read_text("utf-8").endswith("---\n\nWords.\n")


def test_an_author_is_known_by_name(tmp_path: Path) -> None:
    content = a_content(tmp_path, {"authors/jose-nunez.md": front(name="José Núñez")})

    assert [scaffolds.known_author(content, name) for name in ("José Núñez", "Jane", "")] == ["jose-nunez", "", ""]


def test_a_shape_speaks_the_language_of_the_site_unless_the_article_has_another(tmp_path: Path) -> None:
    content = a_content(site(tmp_path), {"site.toml": 'lang = "fr"\n'})
    asked = ["new", "article", "--shape", "first-article", "--author", "jane-doe", "--content", content]

    said = [byline(*asked, "--title", "Un"), byline(*asked, "--title", "Deux", "--lang", "en")]

    assert [one.code for one in said] == [0, 0], said
    assert scaffolds.shape("first-article", "fr") in (content / "articles/2026/un/index.md").read_text("utf-8")
    assert scaffolds.shape("first-article", "en") in (content / "articles/2026/deux/index.en.md").read_text("utf-8")


def test_an_article_begins_with_a_document_or_with_a_shape(tmp_path: Path) -> None:
    said = byline("new", "article", "--shape", "first-article", "--from", "a.md", "--content", site(tmp_path))

    assert said.code == 2
    assert "not allowed with" in said.err
