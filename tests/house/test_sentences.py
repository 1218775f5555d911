"""What people are told is said in each language that findings are told in, and nothing else is kept there."""

from __future__ import annotations

import tomllib
from typing import get_args

import pytest

from byline.cli.arguments import LANGS
from byline.credentials import FORMS
from byline.findings import SEVERITIES
from byline.guard import DISGUISES, _disguise
from byline.model.articles import State
from byline.sentences import HERE, HOW, said_in, sentences, template
from house import spoken

OTHERS = tuple(lang for lang in LANGS if lang != "en")
CODE = spoken.sentences()
# Words that stand in the holes of sentences and are ours.
PICTURES = {_disguise(start) for start, _ in DISGUISES} | {_disguise(b""), _disguise(b"0000ftyp"), _disguise(b"?")}
SECRETS = {kind for kind, _, _ in FORMS} | {"a password or key"}
# Files that are no TOML, and what is wrong with each.
NO_TOML = (
    *("a =", "=", "- a", "a = 2026-02-30", "a", "[a", "[[a", "a = 1 2", 'a = """b', "a = [1", "a = {b = 1"),
    *("a = 1\na = 2", "[a]\n[a]", "a = 'b\n'", "a = {= 1}", 'a = "\x01"', r'a = "\q"'),
)
GUESSES = {"its first line", "its first heading"}
WORDS = (
    PICTURES
    | SECRETS
    | {*get_args(State), *SEVERITIES, "another page of this site", *GUESSES, "one person", "3 people"}
)


def refusal(text: str) -> str:
    """What Python says of a file that is no TOML, without the place."""
    with pytest.raises(tomllib.TOMLDecodeError) as refused:
        tomllib.loads(text)
    return str(refused.value).partition(" (at ")[0]


REFUSALS = {refusal(text) for text in NO_TOML}


def test_languages_are_those_that_somebody_wrote() -> None:
    assert set(OTHERS) == {file.name.split(".")[1] for file in HERE.glob("sentences.*.toml")}


@pytest.mark.parametrize("lang", OTHERS)
def test_every_sentence_is_said(lang: str) -> None:
    missing = {sentence: module for sentence, module in CODE.items() if sentence not in sentences(lang)}

    assert missing == {}, f"say it in sentences.{lang}.toml"


@pytest.mark.parametrize("lang", OTHERS)
def test_every_word_of_ours_in_a_sentence_is_said(lang: str) -> None:
    assert [word for word in sorted(WORDS) if said_in(word, lang) == word] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_what_python_says_of_toml_is_said(lang: str) -> None:
    """Most of it: each version of Python may say it in other words."""
    known = [one for one in REFUSALS if said_in(one, lang) != one]

    assert len(known) * 3 >= len(REFUSALS) * 2, REFUSALS - {*known}


@pytest.mark.parametrize("lang", OTHERS)
def test_no_sentence_is_kept_that_nobody_says(lang: str) -> None:
    pythons = tomllib.loads((HERE / f"sentences.{lang}.toml").read_text("utf-8"))["toml-reader"]
    others = {one: other for one, other in sentences(lang).items() if one not in CODE and one not in pythons}
    kept = {english: template(english, other, lang) for english, other in others.items()}

    assert [one for one, known in kept.items() if not any(known.readings(word) for word in WORDS)] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_a_translation_tells_each_value_once(lang: str) -> None:
    for english, other in sentences(lang).items():
        one = template(english, other, lang)
        told = sorted(index for _, index, _ in one.said if index >= 0)
        assert told == [*range(len(one.literals) - 1)], english
        assert {how for _, _, how in one.said} <= HOW.keys(), english


@pytest.mark.parametrize("lang", OTHERS)
def test_no_sentence_is_taken_for_another(lang: str) -> None:
    """Where two fit, English would stay. Between two values stands something that tells where one ends."""
    known = {english: template(english, other, lang) for english, other in sentences(lang).items()}
    for english, one in ((english, one) for english, one in known.items() if len(one.literals) > 1):
        assert all(one.literals[1:-1]), english
        text = "Value".join(one.literals)
        fitting = [other for other, found in known.items() if found.readings(text)]
        assert fitting == [english]


def test_french_has_the_signs_of_french() -> None:
    for other in sentences("fr").values():
        words = "".join(other.split("`")[::2])  # what stands between is to be typed
        assert "'" not in words.replace("'apostrophes droites'", ""), other
        assert not any(f"{letter}{mark}" in words for letter in "abcdefghijklmnopqrstuvwxyzé»" for mark in "?!;"), other
