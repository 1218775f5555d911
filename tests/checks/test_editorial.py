"""`programme/editorial.toml`: what a company decides, and every mistake in it on its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from byline.checks.desk import Desk
from byline.checks.names import names
from byline.editorial import EditorialFields, read_editorial
from running import ROOT


def read(folder: Path, text: str) -> tuple[EditorialFields, list[tuple[int, str, str]]]:
    """What a file says, and line, name and hint of each finding."""
    (folder / "editorial.toml").write_text(text, "utf-8")
    fields, findings = read_editorial(folder, names())
    return fields, [(one.line, one.name, one.hint) for one in findings]


def test_no_file_is_fine(tmp_path: Path) -> None:
    assert read_editorial(tmp_path, names()) == (EditorialFields(), [])
    assert read_editorial(None, names()) == (EditorialFields(), [])


def test_the_sample_is_read_without_a_remark() -> None:
    fields, findings = read_editorial(ROOT / "programme", names())

    assert findings == []
    assert fields.severity["picture-without-description"] == "error"
    assert fields.confidential.hosts
    assert fields.words["en"].blocked


@pytest.mark.parametrize(
    ("text", "line", "name", "hint"),
    [
        ("[severty]\n", 1, "unknown-key", "Did you mean 'severity'?"),
        ('[severity]\n\nlong-titel = "off"\n', 3, "unknown-key", "Did you mean 'long-title'?"),
        ('[severity]\nlong-title = "fatal"\n', 2, "bad-value", ""),
        ("[limits]\ntitel = 70\n", 2, "unknown-key", "Did you mean 'title'?"),
        ("[limits]\ntitle = 7\n", 2, "bad-value", ""),
        ('[limits]\ntitle = "70"\n', 2, "bad-value", ""),
        ("[confidential]\nhost = []\n", 2, "unknown-key", "Did you mean 'hosts'?"),
        ("[words.en]\nbloked = []\n", 2, "unknown-key", "Did you mean 'blocked'?"),
        ("[words.EN]\nblocked = []\n", 1, "bad-lang", "Write it as [words.en]."),
        ("words = 3\n", 1, "bad-value", "Begin with a line [words]."),
        ("[limits\n", 1, "bad-toml", 'Texts go between "quotes"; a key stands once.'),
    ],
)
def test_a_mistake_is_told_on_its_line(tmp_path: Path, text: str, line: int, name: str, hint: str) -> None:
    _, (found,) = read(tmp_path, text)

    assert found == (line, name, hint)


def test_a_mistake_leaves_the_rest_in_force(tmp_path: Path) -> None:
    fields, _ = read(
        tmp_path, '[limits]\ntitle = 7\nsummary = 150\n[severity]\nlong-titel = "off"\nno-summary = "off"\n'
    )

    assert (fields.limits.title, fields.limits.summary) == (70, 150)
    assert fields.severity == {"no-summary": "off"}


def test_words_of_a_language_hold_for_its_regions(tmp_path: Path) -> None:
    fields, _ = read(tmp_path, '[words.fr]\nblocked = ["Zeus"]\n[words.fr-CA]\nblocked = ["Hera"]\n')
    found = {lang: Desk(fields).words("blocked", lang) for lang in ("fr", "fr-CA", "en")}

    assert {lang: sorted(listed[1]) if listed else [] for lang, listed in found.items()} == {
        "fr": ["zeus"],
        "fr-CA": ["hera", "zeus"],
        "en": [],
    }
