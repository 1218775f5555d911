"""JSON between builds comes back as it was told, whatever people wrote."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.plain_json import heard, told

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters())
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters()), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
def test_what_was_told_is_heard(value: object) -> None:
    """Also half characters and numbers of any length, which fast writers refuse."""
    assert heard(told(value)) == value


def test_half_a_character_in_a_heading_ends_no_build() -> None:
    assert heard(told({"text": "caf\ud83d"})) == {"text": "caf\ud83d"}


def test_the_order_of_keys_counts_only_where_it_is_asked_for() -> None:
    one, other = {"a": 1, "b": 2}, {"b": 2, "a": 1}

    assert told(one) != told(other)
    assert told(one, ordered=True) == told(other, ordered=True)


def test_what_nobody_can_tell_is_refused() -> None:
    assert told([PurePosixPath("a"), date(2026, 6, 15)], str) == b'["a","2026-06-15"]'
    with pytest.raises(TypeError):
        told(object())
