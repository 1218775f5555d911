"""What is proposed follows from dates and holds alone, and nothing comes back before it has rested."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import NOON, an_article, an_edition
from byline.model import Article, Campaign, Edition, Programme
from byline.proposing import held, proposals, shareable

TODAY = NOON.date()
SPRING = Campaign("spring", "Spring", date(2026, 3, 1), date(2026, 6, 15))


def days_ago(days: int) -> datetime:
    return NOON - timedelta(days=days)


def why(edition: Edition, today: date = TODAY, programme: Programme | None = None) -> dict[str, str]:
    return {one.article.slug: one.why for one in proposals(edition, programme or Programme(), today)}


def test_campaigns_come_first_then_what_is_new() -> None:
    new, old, running = (
        an_article("new", date=days_ago(29)),
        an_article("old", date=days_ago(30)),
        an_article("running", date=days_ago(100), campaign="spring"),
    )
    edition = an_edition(new, old, running, campaigns=(SPRING,))

    assert list(why(edition).items()) == [("running", "campaign"), ("new", "new")]
    assert why(edition, date(2026, 6, 16)).get("running") is None


@pytest.mark.parametrize("state", ["draft", "hidden", "scheduled", "expired"])
def test_what_readers_do_not_find_is_not_proposed(state: str) -> None:
    assert shareable(an_edition(an_article(state=state)), Programme()) == ()


def test_a_hold_on_an_article_a_campaign_or_everything_stops_at_once() -> None:
    wait = Campaign("wait", "Wait", SPRING.starts, SPRING.ends, hold="Until Tuesday.")
    one, two, three = an_article("one", hold="A mistake."), an_article("two", campaign="wait"), an_article("three")
    edition = an_edition(one, two, three, campaigns=(wait,))
    stop = Programme(hold="A colleague died.")

    assert [held(article, edition, Programme()) for article in (one, two, three)] == [
        "A mistake.",
        "Until Tuesday.",
        "",
    ]
    assert list(why(edition)) == ["three"]
    assert why(edition, programme=stop) == {}
    assert held(three, edition, stop) == "A colleague died."


def days_proposed(article: Article, edition: Edition, days: int) -> list[date]:
    first = article.date.date()
    moments = (first + timedelta(days=n) for n in range(days))
    return [day for day in moments if article.slug in why(edition, day)]


@given(st.integers(0, 10_000))
@settings(max_examples=8, deadline=None)
def test_an_old_article_comes_back_and_never_before_180_days(number: int) -> None:
    article = an_article(f"article-{number}", date=datetime(2026, 1, 5, tzinfo=UTC))
    days = days_proposed(article, an_edition(article), 620)
    gaps = [(after - before).days for before, after in pairwise(days)]
    breaks = [gap for gap in gaps if gap > 1]

    assert len(breaks) >= 2
    assert min(breaks) > 180
    assert len(days) >= 30 + 7


def test_the_weeks_of_a_large_shelf_are_about_as_full() -> None:
    shelf = [an_article(f"article-{n}", date=datetime(2020, 1, 1, tzinfo=UTC)) for n in range(1000)]
    edition = an_edition(*shelf)
    weeks = [len(why(edition, TODAY + timedelta(weeks=week))) for week in range(60)]

    assert min(weeks) > 0
    assert max(weeks) <= 20
    assert sum(weeks) / len(weeks) == pytest.approx(6, abs=1)


def test_a_passing_matter_does_not_come_back() -> None:
    article = an_article(date=datetime(2020, 1, 1, tzinfo=UTC), expires=datetime(2030, 1, 1, tzinfo=UTC))

    assert days_proposed(article, an_edition(article), 500)[-1] == date(2020, 1, 30)
