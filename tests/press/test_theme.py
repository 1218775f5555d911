"""A company's own theme says what differs, and takes the rest from the theme that it extends."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import a_site
from byline.ledger import Ledger
from byline.press.printing import unfinished
from byline.press.theme import Theme, load_theme
from byline.settings import SettingsError

BASE = """
[frame]
sees = ["site"]

[home]
template = "home.html"
sees = ["articles"]

[tag]
template = "tag.html"
sees = []
"""
OURS = """
extends = "base"

[frame]
sees = ["page"]

[tag]
template = "own.html"
sees = ["tag"]
"""
FILES = {
    "base/pages.toml": BASE,
    "base/templates/home.html": '{% extends "base.html" %}{% block main %}home{% endblock %}',
    "base/templates/base.html": "<{% block main %}{% endblock %}>{% block end %}{{ _('Home') }}{% endblock %}",
    "base/static/style.css": "a{}",
    "base/static/code.css": "b{}",
    "base/locale/fr/LC_MESSAGES/byline.po": 'msgid "Home"\nmsgstr "Accueil"\n',
    "ours/pages.toml": OURS,
    "ours/templates/base.html": (
        '{% extends "!base/base.html" %}{% block end %}{{ super() }}!{{ _("Ours") }}{% endblock %}'
    ),
    "ours/static/style.css": "c{}",
    "ours/locale/fr/LC_MESSAGES/byline.po": 'msgid "Ours"\nmsgstr "Le nôtre"\n',
}


def themes(folder: Path, files: dict[str, str]) -> Path:
    """A folder with these files of themes in it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def ours(tmp_path: Path) -> Theme:
    """`ours` extends `base`."""
    return load_theme(themes(tmp_path, FILES) / "ours")


def test_a_kind_of_page_that_a_theme_does_not_name_is_the_one_that_it_extends(ours: Theme) -> None:
    assert (ours.kinds["home"].template, ours.kinds["tag"].template) == ("home.html", "own.html")


def test_every_kind_sees_what_either_theme_gives_to_all(ours: Theme) -> None:
    assert (ours.kinds["home"].sees, ours.kinds["tag"].sees) == (("site", "page", "articles"), ("site", "page", "tag"))


def test_a_template_takes_the_place_of_its_namesake_and_may_go_on_from_it(ours: Theme) -> None:
    environment, _ = ours.environment("en", a_site())

    assert environment.get_template("home.html").render() == "<home>Home!Ours"


def test_words_come_from_the_nearest_catalog_that_has_them(ours: Theme) -> None:
    environment, words = ours.environment("fr", a_site())

    assert environment.get_template("home.html").render() == "<home>Accueil!Le nôtre"
    assert words.lang == "fr"


def test_a_file_takes_the_place_of_its_namesake(ours: Theme) -> None:
    assert (ours.assets["style.css"].data, ours.assets["code.css"].data) == (b"c{}", b"b{}")


@pytest.mark.parametrize("parent", ["nowhere", "ours", "../elsewhere"])
def test_a_theme_that_is_not_there_cannot_be_extended(tmp_path: Path, parent: str) -> None:
    folder = themes(tmp_path, {"ours/pages.toml": f'extends = "{parent}"\n'})

    with pytest.raises(SettingsError, match=r"ours/pages.toml: extends: there is no other theme"):
        load_theme(folder / "ours")


def test_a_table_that_cannot_be_used_is_named_with_its_theme(tmp_path: Path) -> None:
    files = {"base/pages.toml": '[home]\ntemplate = "x"\n', "ours/pages.toml": 'extends = "base"\nhome = 1\n'}
    folder = themes(tmp_path, files)

    with pytest.raises(SettingsError, match=r"base/pages.toml: \[home\] needs"):
        load_theme(folder / "ours")


def test_a_theme_without_pages_toml_is_a_classic_one(tmp_path: Path) -> None:
    (tmp_path / "classic").mkdir()

    assert load_theme(tmp_path / "classic").classic


def test_a_catalog_that_was_only_begun_is_said_with_what_it_lacks(tmp_path: Path) -> None:
    english = 'msgid "Home"\nmsgstr ""\n\nmsgid "Archive"\nmsgstr ""\n'
    begun = {
        "base/locale/en/LC_MESSAGES/byline.po": english,
        "ours/locale/de/LC_MESSAGES/byline.po": 'msgid "Home"\nmsgstr "Start"\n',
    }
    theme = load_theme(themes(tmp_path, FILES | begun) / "ours")

    (note,) = unfinished(Ledger(), theme, ("en", "ar", "de"))
    assert note == (
        "pages in de have an interface in English until locale/de/LC_MESSAGES/byline.po is complete: "
        "1 of its words are missing"
    )
