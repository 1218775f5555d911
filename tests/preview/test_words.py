"""The report's words: every one is in the catalogs, and French is whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from byline.preview.wording import HERE

# A thin space before high punctuation, a wide one before a colon, as `byline.typography` sets them.
MISPLACED = re.compile("(?<!\u202f)[;!?»]|(?<!\u00a0):|«(?!\u202f)|'")


def catalog(lang: str) -> Catalog:
    with (HERE / "locale" / lang / "LC_MESSAGES/byline.po").open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_catalog_holds_every_word_of_the_templates_and_no_other(lang: str) -> None:
    kinds = [f"templates/**.{ending}" for ending in ("html", "md", "txt")]
    options = {kind: {"encoding": "utf-8", "silent": "false"} for kind in kinds}
    said = {row[2] for row in extract_from_dir(Path(HERE), [(kind, "jinja2") for kind in kinds], options)}

    assert len(said) > 60
    assert {message.id for message in catalog(lang) if message.id} == said


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_word_has_its_translation_with_the_same_places(lang: str) -> None:
    for message in catalog(lang):
        if message.id:
            places = set(re.findall(r"%\(\w+\)s", forms(message.id)[-1]))
            assert all(forms(message.string)), message.id
            assert set(re.findall(r"%\(\w+\)s", forms(message.string)[-1])) == places, message.id


def test_french_keeps_its_spaces_and_its_apostrophes() -> None:
    said = [
        re.sub(r"%\(\w+\)s", "x", text) for message in catalog("fr") if message.id for text in forms(message.string)
    ]

    assert [text for text in said if MISPLACED.search(text)] == []
