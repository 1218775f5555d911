"""Ids, slugs and states that nobody wrote down."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.edition.naming import state_of
from byline.urls import SLUG, slugify, topic_slug

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("status", "date", "expires", "state"),
    [
        ("published", BEFORE, None, "published"),
        ("published", NOW, None, "published"),
        ("published", AFTER, None, "scheduled"),
        ("published", BEFORE, AFTER, "published"),
        ("published", BEFORE, NOW, "expired"),
        ("hidden", BEFORE, None, "hidden"),
        ("hidden", AFTER, None, "scheduled"),
        ("hidden", BEFORE, BEFORE, "expired"),
        ("draft", BEFORE, BEFORE, "draft"),
        ("draft", AFTER, None, "draft"),
    ],
)
def test_the_state_of_an_article_follows_from_its_status_and_the_moment(status, date, expires, state) -> None:
    assert state_of(status, date, expires, NOW) == state


@given(st.text(max_size=200))
def test_a_topic_always_has_a_slug_that_can_be_an_address(name: str) -> None:
    slug = topic_slug(name)
    assert SLUG.match(slug)
    assert len(slug) <= 80


@given(st.text(max_size=200))
def test_slugifying_twice_changes_nothing(name: str) -> None:
    assert slugify(slugify(name)) == slugify(name)


def test_a_topic_that_cannot_be_spelled_or_is_reserved_is_named_by_its_hash() -> None:
    assert topic_slug("🎉").startswith("c-")
    assert topic_slug("Feed").startswith("c-")
    assert topic_slug("Économie & société") == "economie-societe"
