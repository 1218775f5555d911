"""Findings about texts to share: near duplicates name both, and what is for colleagues' eyes only stays there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import an_article
from byline.channels import shipped
from byline.model import Finding, OfferedText, Programme, ShareText
from byline.sharing.checking import Shared, Told, share_findings
from byline.sharing.offered import misplaced
from byline.sharing.similar import nearly_same

CHANNELS = {channel.id: channel for channel in shipped()}
LONG = "Three weekends and forty racks taught us one lesson about labels."
NEARLY = "Three weekends and forty racks taught us a lesson about labels!"


def told(words: str, path: str = "articles/a.md", private: bool = False, **fields: object) -> Told:
    given = {"channel": "x", "lang": "en", "text": words, "length": 9, "limit": 280, "origin": "prepared",
             "disclosure": "I work at Acme.", "label": "X", **fields}  # fmt: skip
    return Told(path, 3, an_article("a"), words, ShareText(**given), private)  # type: ignore[arg-type]


def found(*texts: Told) -> tuple[list[Finding], list[Finding]]:
    return share_findings(Shared(texts, channels=CHANNELS))


def test_near_duplicates_name_both() -> None:
    (one,), private = found(told(LONG), told(NEARLY, "articles/b.md"))

    assert (one.path, one.name, private) == ("articles/b.md", "similar-share-texts", [])
    assert "'Three weekends and forty racks taught us…' and 'Three weekends" in one.message
    assert "in articles/a.md are alike by 97%" in one.message


def test_what_a_colleague_wrote_is_told_to_colleagues_alone() -> None:
    public, (one,) = found(told(LONG, "texts/one.toml", private=True), told(NEARLY, "articles/b.md"))

    assert public == []
    assert (one.path, "articles/b.md" in one.message) == ("texts/one.toml", True)


def test_a_colleague_may_speak_in_the_first_person() -> None:
    assert found(told("I carried racks.", "texts/one.toml", private=True)) == ([], [])
    assert [one.name for one in found(told("I carried racks."))[0]] == ["share-text-in-first-person"]


@pytest.mark.parametrize(("one", "other"), [(LONG, "Labels."), (LONG, ""), ("", ""), ("Yes.", "No.")])
def test_other_texts_are_not_alike(one: str, other: str) -> None:
    assert [*nearly_same([one, other])] == []


@given(st.lists(st.text("ab ", max_size=30), max_size=6))
def test_every_pair_is_told_once_and_in_order(texts: list[str]) -> None:
    pairs = [(one, other) for one, other, alike in nearly_same(texts) if alike > 0.85]

    assert len(set(pairs)) == len(pairs)
    assert all(one < other for one, other in pairs)


def test_one_text_twice_is_alike_entirely() -> None:
    assert [*nearly_same([LONG, LONG.upper()])] == [(0, 1, 1.0)]


def test_words_for_nothing_are_told_with_what_was_probably_meant() -> None:
    programme = Programme(texts=(OfferedText("one", "why-we-movd", "linkdin", "Words."),))

    findings = [*misplaced(programme, {"why-we-moved": an_article()}, CHANNELS)]

    assert [(one.path, one.name, one.hint) for one in findings] == [
        ("texts/one.toml", "unknown-article", "Did you mean 'why-we-moved'?"),
        ("texts/one.toml", "unknown-channel", "Did you mean 'linkedin'?"),
    ]
