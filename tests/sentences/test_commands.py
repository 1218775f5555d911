"""Commands speak the language of the site, or the one that was asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from content_files import a_content
from running import Said, byline

AUTHOR = "---\nname: Jeanne Martin\n---\n"
ARTICLE = "---\ntitle: Le déménagement\ndate: 2026-05-04\nauthors: jeane-martin\n---\n\nTexte.\n"
SITE = 'name = "Notre blog"\nlang = "fr"\ntimezone = "Europe/Paris"\n'
THIN = "\N{NARROW NO-BREAK SPACE}"
SENTENCE = (
    f"unknown-author: aucun auteur «{THIN}jeane-martin{THIN}». Vouliez-vous dire «{THIN}jeanne-martin{THIN}»{THIN}?"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A site in French with one error and one piece of advice."""
    files = {"authors/jeanne-martin.md": AUTHOR, "articles/demenagement.md": ARTICLE, "site.toml": SITE}
    return a_content(tmp_path / "content", files)


def check(content: Path, *more: str) -> Said:
    return byline("check", "--content", content, "--cache", content.parent / "cache", *more)


def test_a_check_speaks_the_language_of_the_site(content: Path) -> None:
    said = check(content)

    assert f"demenagement.md:4: {SENTENCE}\n" in said.err
    assert "    4 | authors: jeane-martin\n      |          ^^^^^^^^^^^^\n" in said.err
    assert said.out == "1 erreur, 1 conseil\n"


def test_a_check_speaks_the_language_that_is_asked_for(content: Path) -> None:
    said = check(content, "--lang", "en")

    assert "unknown-author: no author 'jeane-martin'. Did you mean 'jeanne-martin'?" in said.err
    assert said.out == "1 error, 1 piece of advice\n"


def test_annotations_speak_it_too(content: Path) -> None:
    said = check(content, "--format", "github")

    assert f",line=4,title=unknown-author::{SENTENCE.partition(': ')[2]}\n" in said.out


def test_json_is_for_programs_unless_a_language_is_asked_for(content: Path) -> None:
    plain, asked = (json.loads(check(content, "--format", "json", *more).out) for more in ((), ("--lang", "fr")))

    assert "no author 'jeane-martin'." in [one["message"] for one in plain]
    assert f"aucun auteur «{THIN}jeane-martin{THIN}»." in [one["message"] for one in asked]
    assert [one.keys() for one in plain] == [one.keys() for one in asked]


def test_a_build_says_in_it_why_nothing_was_changed(content: Path) -> None:
    places = [f"--{name}={content.parent / name}" for name in ("output", "internal", "cache")]

    said = byline("build", "--content", content, *places)

    assert SENTENCE in said.err
    assert "rien n’a été changé\N{NO-BREAK SPACE}: 1 erreur" in said.err


def test_who_begins_an_article_is_spoken_to_in_it(content: Path) -> None:
    asked = ("new", "article", "--content", content, "--title", "Un début")

    assert "aucun auteur «" in byline(*asked, "--author", "jeane-martin").err
    begun = byline(*asked, "--author", "jeanne-martin").out
    assert begun.startswith("commencé\N{NO-BREAK SPACE}: ")
    assert begun.endswith("Écrivez, puis lancez `byline check`.\n")
    assert "s’appelle déjà ainsi. Choisissez un autre titre" in byline(*asked, "--author", "jeanne-martin").err
