"""Tokens: ten characters that say nothing, of which no two can be joined by whoever lacks the key."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.tokens import Meaning, Secrets, meanings, secrets_of, short_code, token

KEY, OLD = "k" * 32, "o" * 40
PEOPLE, ARTICLES, CHANNELS, PERIODS = ("lena", "omar"), ("why", "how"), ("linkedin", "x"), ("2026-1", "2026-2")
words = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=20)


def test_a_token_is_ten_characters_of_base32_in_lower_case() -> None:
    assert re.fullmatch("[a-z2-7]{10}", token(KEY, "lena", "why", "x", "2026-1"))


def test_a_token_is_the_same_in_every_build_and_on_every_machine() -> None:
    assert token(KEY, "lena", "why", "x", "2026-1") == "7ieyfg3wyn"


@given(st.tuples(words, words, words, words), st.tuples(words, words, words, words))
def test_another_person_article_channel_or_period_is_another_token(
    one: tuple[str, str, str, str], other: tuple[str, str, str, str]
) -> None:
    assert (token(KEY, *one) == token(KEY, *other)) == (one == other)


def test_another_key_is_another_token_and_a_code_is_none() -> None:
    about = ("lena", "why", "x", "2026-1")

    assert len({token(KEY, *about), token(OLD, *about), short_code(KEY, *about), token(KEY, *about)[:8]}) == 4


def test_a_taken_code_gives_way_to_another() -> None:
    codes = {short_code(KEY, "lena", "why", "x", "1", again) for again in range(100)}

    assert len(codes) == 100
    assert all(re.fullmatch("[a-z2-7]{8}", code) for code in codes)


def test_measuring_knows_every_token_also_of_keys_that_were_replaced() -> None:
    known = meanings(Secrets(KEY, (OLD,)), PEOPLE, ARTICLES, CHANNELS, PERIODS)

    assert len(known) == 2 * 2 * 2 * 2 * 2
    for about in product(PEOPLE, ARTICLES, CHANNELS, PERIODS):
        assert known[token(KEY, *about)] == known[token(OLD, *about)] == Meaning(*about)


def test_whoever_lacks_the_key_knows_nothing() -> None:
    assert meanings(Secrets(), PEOPLE, ARTICLES, CHANNELS, PERIODS) == {}


def test_keys_come_from_the_environment() -> None:
    found = secrets_of({"BYLINE_SECRET": f" {KEY}\n", "BYLINE_SECRETS_OLD": f"{OLD}, {'p' * 32}"})

    assert found.all() == (KEY, OLD, "p" * 32)
    assert secrets_of({}).all() == ()


@pytest.mark.parametrize("name", ["BYLINE_SECRET", "BYLINE_SECRETS_OLD"])
def test_a_key_that_could_be_guessed_is_refused_without_being_shown(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} has fewer than 32 characters") as refused:
        secrets_of({name: "hunter2"})

    assert "hunter2" not in str(refused.value)
    assert KEY not in repr(Secrets(KEY, (KEY,)))
