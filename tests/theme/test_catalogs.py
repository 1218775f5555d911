"""The words of the interface: every one is in the catalogs, and French is whole."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from theme.printing import THEME

Message = str | tuple[str, ...]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
# A thin space, but that of a word before a colon: see `byline.typography`.
MISPLACED = re.compile("(?<!\u202f)[;!?»]|(?<!\u00a0):|«(?!\u202f)")


@cache
def catalog(lang: str) -> Catalog:
    with (THEME / "locale" / lang / "LC_MESSAGES" / "byline.po").open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


@cache
def words() -> frozenset[Message]:
    """What the templates say, as they stand now."""
    given = {"encoding": "utf-8", "silent": "false", "extensions": "byline.templates.Shared"}
    options = {"templates/**.html": given}
    return frozenset(row[2] for row in extract_from_dir(THEME, [("templates/**.html", "jinja2")], options))


def pairs(lang: str) -> list[tuple[str, str]]:
    """Source and translation; each form of a plural is a pair."""
    found = []
    for message in catalog(lang):
        if message.id:
            source, target = forms(message.id), forms(message.string)
            found += [(source[min(n, len(source) - 1)], text) for n, text in enumerate(target)]
    return found


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """One text, or a plural's."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def test_templates_speak_through_the_catalogs() -> None:
    assert len(words()) > 40


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_catalog_holds_every_word_of_the_templates_and_no_other(lang: str) -> None:
    assert {message.id for message in catalog(lang) if message.id} == words()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_word_has_its_translation(lang: str) -> None:
    assert [source for source, target in pairs(lang) if not target] == []
    assert [message.id for message in catalog(lang) if message.id and message.fuzzy] == []
    assert not catalog(lang).obsolete


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_translations_keep_their_placeholders(lang: str) -> None:
    for source, target in pairs(lang):
        assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(target)), source


def test_french_puts_its_spaces_before_high_punctuation_and_inside_quotation_marks() -> None:
    assert [target for _, target in pairs("fr") if MISPLACED.search(PLACEHOLDER.sub("x", target))] == []


def test_french_writes_typographic_apostrophes() -> None:
    assert [target for _, target in pairs("fr") if "'" in target] == []


def test_a_third_language_begins_as_a_folder_and_the_others_keep_what_they_have(tmp_path: Path) -> None:
    for name in ("templates", "locale"):
        shutil.copytree(THEME / name, tmp_path / name)
    (tmp_path / "locale" / "de").mkdir()
    command = [sys.executable, str(THEME.parents[1] / ".ci" / "words"), str(tmp_path)]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(2)]
    files = {lang: tmp_path / "locale" / lang / "LC_MESSAGES" / "byline.po" for lang in ("de", "fr")}
    texts = {lang: read_po(file.open("rb"), locale=lang) for lang, file in files.items()}

    assert f"{len(texts['de'])} to translate" in runs[0]
    assert runs[0] == runs[1]
    assert {m.id for m in texts["de"]} == {m.id for m in texts["fr"]}
    assert {m.id: m.string for m in texts["fr"] if m.id} == {m.id: m.string for m in catalog("fr") if m.id}
