"""Findings are told in the reader's language, and what they hold is told as it is."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.findings import annotation, as_github, line, summary
from byline.model import Finding
from byline.sentences import HOW, Template, in_language, said_in, sentences, template

FRENCH = {english: template(english, other, "fr") for english, other in sentences("fr").items()}
THIN = "\N{NARROW NO-BREAK SPACE}"
# What could be taken for a part of a sentence, of a pattern, of a hole, or of what shows it.
NASTY = st.sampled_from(
    [
        *(
            "'",
            "''",
            "{}",
            "{0}",
            "{",
            "}}",
            "%s",
            "\\1",
            "(.*)+",
            "$",
            "^",
            "\n",
            "\r\n::error::",
            "\x1b[31m",
            "##[error]x",
        ),
        *("", " ", "' ", "<script>", "a' is also claimed by b", ": ", ", ", ". ", " and ", "\u202e", "\ufffd", "1,000"),
    ]
)
VALUES = st.lists(st.text() | NASTY | st.lists(NASTY, min_size=2, max_size=3).map("".join), min_size=6, max_size=6)


def filled(one: Template, values: tuple[str, ...]) -> str:
    """A sentence as the code says it."""
    return "".join(part for pair in zip(one.literals, (*values, ""), strict=True) for part in pair)


@given(st.sampled_from(sorted(FRENCH)), VALUES)
def test_values_go_over_as_they_are(english: str, given_values: list[str]) -> None:
    """Each once, at its place; a sentence that could be cut in another way stays as it is."""
    one = FRENCH[english]
    values = tuple(given_values[: len(one.literals) - 1])
    text = filled(one, values)
    told = [(literal, HOW[how](values[at], "fr") if at >= 0 else "") for literal, at, how in one.said]
    french = "".join(part for pair in told for part in pair if part) if all(v is not None for _, v in told) else text

    assert said_in(text, "fr") in (french, text)


@given(st.text())
def test_what_is_no_sentence_of_ours_stays_as_it_is(text: str) -> None:
    assert said_in(text, "fr") == text or any(one.readings(text) for one in FRENCH.values())


@pytest.mark.parametrize("value", ["jane", "l'été", "{0}", "a (b) [c]", "«", "x\ny", "50%"])
def test_a_value_with_signs_is_no_obstacle(value: str) -> None:
    assert said_in(f"no author '{value}'.", "fr") == f"aucun auteur «{THIN}{value}{THIN}»."


def test_a_sentence_that_could_be_cut_in_two_ways_stays_in_english() -> None:
    text = "'a' is written 'b' is written 'c'"

    assert said_in(text, "fr") == text


def test_numbers_are_told_as_the_language_does() -> None:
    assert said_in("1,250 words follow without a heading", "fr").startswith(f"1{THIN}250 mots")
    assert said_in("85% of this text stands in a.md too", "fr").startswith(f"85{THIN}% de ce texte")
    assert said_in("in 1.5 s", "fr") == "en 1,5 s"


def test_our_own_words_in_a_sentence_are_told_too() -> None:
    assert said_in("this looks like a token of GitHub: ghp_••••••", "fr") == (
        "ceci ressemble à un jeton de GitHub\N{NO-BREAK SPACE}: ghp_••••••"
    )
    assert said_in("there is no channel 'fax'.", "fr") == f"aucun canal ne porte le nom «{THIN}fax{THIN}»."
    assert said_in("there is no sphinx 'fax'.", "fr") == "there is no sphinx 'fax'."


def test_a_finding_is_in_one_language() -> None:
    """A hint that nobody translated leaves the whole in English."""
    known = Finding("a.md", 3, "unknown-author", "no author 'x'.", "error", "Authors are files in content/authors/.")

    assert in_language(known, "fr").hint == "Les auteurs sont des fichiers de content/authors/."
    assert in_language(known, "fr-CA").message.startswith("aucun auteur")
    assert in_language(replace(known, hint="Ask the sphinx."), "fr").message == "no author 'x'."
    assert in_language(known, "en") is known
    assert in_language(known, "sv") is known


@pytest.mark.parametrize("evil", ["\x1b[2J", "\n::error::gotcha", "##[error]gotcha", "\u202egotcha", "##vso[x]y"])
def test_what_a_terminal_or_a_runner_obeys_is_disarmed_in_french_too(evil: str) -> None:
    finding = in_language(Finding("a.md", 3, "unknown-author", f"no author '{evil}'."), "fr")

    assert finding.message.startswith("aucun auteur")
    for shown in (line(finding), annotation(finding)):
        assert not [sign for sign in ("\x1b", "\n", "\u202e", "##[", "##vso[") if sign in shown]


def test_annotations_are_in_french_with_their_commands_in_english() -> None:
    found = [Finding("a.md", number, "dead-link", f"/{number}/ leads to nothing.") for number in range(1, 13)]

    rows = [*as_github(found, "content", "fr")]

    assert rows[0] == "::error file=content/a.md,line=1,title=dead-link::/1/ ne mène à rien."
    assert rows[9].startswith("::error title=et 3 de plus::3 autres de cette sorte")
    assert rows[10] == "content/a.md:10: dead-link: /10/ ne mène à rien."


def test_how_many_there_are_is_told_in_french() -> None:
    found = [Finding("a.md", 1, "x", "y"), Finding("a.md", 2, "x", "y"), Finding("a.md", 3, "x", "y", "advice")]

    assert summary(found, "fr") == "2 erreurs, 1 conseil"


def test_a_hostile_sentence_costs_what_its_length_costs() -> None:
    text = "'" + "' is written '" * 200_000

    begun = process_time()
    assert said_in(text, "fr") == text
    assert process_time() - begun < 20  # patterns that try every way would need years
