"""Words of a language: from its catalog, else in English that says so; languages under their own names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from byline.words import language, words_for
from theme.printing import THEME

DAY = date(2026, 5, 31)


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("fr", "français"),
        ("pt-BR", "português (Brasil)"),
        ("pt", "português"),
        ("zh-Hant", "中文 (繁體)"),
        ("ar", "العربية"),
        ("tlh", "tlh"),
    ],
)
def test_a_language_is_called_as_its_speakers_call_it_region_included(lang: str, name: str) -> None:
    assert language(lang) == name


def test_a_region_speaks_the_words_of_its_language_and_writes_dates_its_own_way() -> None:
    words = words_for("fr-CA", THEME / "locale")

    assert words.translations.gettext("Privacy") == "Confidentialité"
    assert (words.lang, words.date(DAY)) == ("fr-CA", "31 mai 2026")


def test_a_language_without_a_catalog_gets_english_and_says_so() -> None:
    words = words_for("ar", THEME / "locale")

    assert (words.lang, words.date(DAY), words.number(12345)) == ("en", "May 31, 2026", "12,345")


def test_a_third_language_is_one_folder(tmp_path: Path) -> None:
    catalog = tmp_path / "de/LC_MESSAGES/byline.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "Home"\nmsgstr "Startseite"\n', "utf-8")
    words = words_for("de", tmp_path)

    assert (words.lang, words.translations.gettext("Home"), words.date(DAY)) == ("de", "Startseite", "31. Mai 2026")


@pytest.mark.parametrize(
    ("begun", "missing"),
    [('msgid "Home"\nmsgstr "Startseite"\n', 1), ('#, fuzzy\nmsgid "Archive"\nmsgstr "Archiv"\n', 2)],
)
def test_a_catalog_that_is_only_begun_is_not_used_and_says_how_much_is_missing(
    tmp_path: Path, begun: str, missing: int
) -> None:
    for lang, text in (("en", 'msgid "Home"\nmsgstr ""\n\nmsgid "Archive"\nmsgstr ""\n'), ("de", begun)):
        catalog = tmp_path / lang / "LC_MESSAGES/byline.po"
        catalog.parent.mkdir(parents=True)
        catalog.write_text(text, "utf-8")
    words = words_for("de", tmp_path)

    assert (words.lang, words.translations.gettext("Home"), words.date(DAY)) == ("en", "Home", "May 31, 2026")
    assert words.missing == missing


@pytest.mark.parametrize("lang", ["en", "fr", "en-GB"])
def test_the_words_of_our_own_languages_are_complete(lang: str) -> None:
    words = words_for(lang, THEME / "locale")

    assert (words.lang, words.missing) == (lang, 0)


@pytest.mark.parametrize(
    ("day", "said"), [(1, "1er mai 2026"), (2, "2 mai 2026"), (11, "11 mai 2026"), (31, "31 mai 2026")]
)
def test_french_counts_the_first_of_a_month(day: int, said: str) -> None:
    assert words_for("fr", THEME / "locale").date(DAY.replace(day=day)) == said
