"""A new file passes the check at once, says what is left to write, and never takes another's place."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byline import scaffolds
from byline.ledger import Ledger
from byline.manuscript import read_shelf
from content_files import TODAY, a_content, a_registry, front


def a_content_with_jane(folder: Path) -> Path:
    return a_content(folder, {"authors/jane-doe.md": front(name="Jane Doe")})


@pytest.mark.parametrize(("spoken", "said"), [("en", "Everybody who signs"), ("fr-CA", "Toutes les personnes qui")])
def test_a_new_article_only_has_todos(tmp_path: Path, spoken: str, said: str) -> None:
    content = a_content_with_jane(tmp_path)

    path = scaffolds.article(content, title='Why "we" moved: part #2', author="jane-doe", today=TODAY, spoken=spoken)
    assert said in path.read_text("utf-8")
    shelf = read_shelf(content, Ledger())

    assert path.relative_to(content).as_posix() == "articles/2026/why-we-moved-part-2/index.md"
    assert {(f.name, f.severity) for f in shelf.findings} == {("todo-left", "warning")}
    fields = shelf.articles[0].fields
    assert (fields.title, fields.id, fields.status) == ('Why "we" moved: part #2', "why-we-moved-part-2", "draft")


@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_a_new_author_has_agreed_to_nothing(tmp_path: Path, spoken: str) -> None:
    scaffolds.author(tmp_path, name="José Núñez", today=TODAY, spoken=spoken)
    registry = a_registry(tmp_path, {})

    assert (registry.authors["jose-nunez"].name, registry.authors["jose-nunez"].agreed) == ("José Núñez", None)
    assert registry.findings == ()


def test_an_article_in_another_language_says_so(tmp_path: Path) -> None:
    path = scaffolds.article(
        a_content_with_jane(tmp_path), title="Pourquoi", author="jane-doe", today=TODAY, lang="pt-br"
    )

    assert path.name == "index.pt-BR.md"
    assert read_shelf(tmp_path, Ledger()).articles[0].fields.lang == "pt-BR"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    content = a_content_with_jane(tmp_path)
    before = (content / "authors/jane-doe.md").read_bytes()
    with pytest.raises(scaffolds.ScaffoldError, match="already there"):
        scaffolds.author(content, name="Jane Doe", today=TODAY)

    assert (content / "authors/jane-doe.md").read_bytes() == before


def test_a_title_that_is_taken_in_another_year_is_refused(tmp_path: Path) -> None:
    content = a_content_with_jane(tmp_path)
    scaffolds.article(content, title="Why we moved", author="jane-doe", today=date(2025, 1, 1))

    with pytest.raises(scaffolds.ScaffoldError, match="articles/2025/why-we-moved/index"):
        scaffolds.article(content, title="Why we moved!", author="jane-doe", today=TODAY)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"author": "jane-deo"}, "Did you mean 'jane-doe'?"),
        ({"author": "zzz"}, "byline new author"),
        ({"lang": "klingonese"}, "is no language"),
        ({"title": "x" * 301}, "at most 300"),
        ({"title": "a\u202eb"}, "changes how others are read"),
        ({"title": " "}, "'title' is missing"),
    ],
)
def test_a_wrong_answer_is_explained(tmp_path: Path, wrong: dict[str, str], sentence: str) -> None:
    asked = {"title": "Why", "author": "jane-doe", **wrong}

    with pytest.raises(scaffolds.ScaffoldError, match=sentence.replace("?", r"\?")):
        scaffolds.article(a_content_with_jane(tmp_path), today=TODAY, **asked)

    assert not (tmp_path / "articles").exists()


@pytest.mark.parametrize("name", ["con", "!!!", ""])
def test_an_author_needs_an_id_that_can_be_used(tmp_path: Path, name: str) -> None:
    with pytest.raises(scaffolds.ScaffoldError, match="cannot be an id"):
        scaffolds.author(tmp_path, name=name, today=TODAY)


def test_a_symlinked_folder_is_not_written_into(tmp_path: Path) -> None:
    content = a_content_with_jane(tmp_path / "content")
    (tmp_path / "outside").mkdir()
    (content / "articles").symlink_to(tmp_path / "outside")

    with pytest.raises(scaffolds.ScaffoldError, match="out of the content folder"):
        scaffolds.article(content, title="Why", author="jane-doe", today=TODAY)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=40))
def test_any_title_is_kept_or_explained(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    content = a_content_with_jane(tmp_path_factory.mktemp("content"))
    with suppress(scaffolds.ScaffoldError):
        scaffolds.article(content, title=title, author="jane-doe", today=TODAY)
    shelf = read_shelf(content, Ledger())

    assert not [finding for finding in shelf.findings if finding.severity == "error"]
    assert len(shelf.articles) == len(list(content.rglob("index.md")))
