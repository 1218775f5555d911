"""Near duplicates are found by an index, not by comparing every article with every other."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from byline.checks import duplicates
from byline.checks.duplicates import alike, pairs, sketch

WORDS = st.lists(st.sampled_from([f"w{n}" for n in range(400)]), min_size=200, max_size=400)


def a_text(number: int, words: int = 300) -> str:
    """A text of its own for each number."""
    return " ".join(f"w{(number * 7919 + at * (number + 13)) % 100_003}" for at in range(words))


@given(WORDS)
def test_a_text_is_wholly_like_itself(words: Sequence[str]) -> None:
    assert alike(sketch(" ".join(words)), sketch(" ".join(words).upper())) == 1.0


@given(st.integers(0, 10_000), st.integers(0, 9))
def test_the_estimate_is_near_to_what_two_texts_share(number: int, tenths: int) -> None:
    """A text of which the last tenths are another's: shingles that both have, of all that one of them has."""
    own, kept = a_text(number).split(), 300 - 30 * tenths
    mixed = " ".join([*own[:kept], *a_text(number + 1).split()[kept:]])
    common = max(0, kept - 4) / (592 - max(0, kept - 4))

    assert abs(alike(sketch(" ".join(own)), sketch(mixed)) - common) < 0.25


def test_a_copy_among_many_is_found() -> None:
    texts = {f"articles/{n}.md": a_text(n) for n in range(300)}
    texts["articles/copy.md"] = a_text(17).replace("w", "v", 3)
    found = list(pairs({name: sketch(text) for name, text in texts.items()}, 0.6))

    assert [(one, other) for one, other, _ in found] == [("articles/17.md", "articles/copy.md")]


def test_texts_meet_only_in_the_index(monkeypatch: object) -> None:
    """A thousand texts of their own are not compared half a million times."""
    compared = []
    original = duplicates.alike

    def counted(one: Sequence[int], other: Sequence[int]) -> float:
        compared.append(1)
        return original(one, other)

    monkeypatch.setattr(duplicates, "alike", counted)  # type: ignore[attr-defined]
    list(pairs({str(n): sketch(a_text(n, 120)) for n in range(1000)}, 0.6))

    assert len(compared) < 1000


def test_a_notice_that_every_article_repeats_makes_no_pairs() -> None:
    notice = a_text(99_999, 100)
    found = pairs({str(n): sketch(f"{a_text(n)} {notice}") for n in range(200)}, 0.6)

    assert list(found) == []


def test_a_text_of_a_few_words_is_like_no_other() -> None:
    assert sketch("Some words.") == []


def test_ideographs_are_words() -> None:
    text = "我们在五月的一个漫长的周末里搬迁了服务器机房" * 4

    assert alike(sketch(text), sketch(text)) == 1.0
