"""Texts that are still offered for a campaign that is over are told, until somebody has looked back."""

from __future__ import annotations

from datetime import date

from builders import an_article
from byline.model import Campaign, Text
from byline.sharing.checking import Shared, campaigns_run_while_texts_are_offered

DAY = date(2026, 6, 15)


def told(first: date, last: date, retrospective: Text | None = None) -> list[str]:
    campaign = Campaign("spring", "Spring", first, last, retrospective=retrospective, source="campaigns/spring.toml")
    shared = Shared(articles=((an_article(campaign="spring"), 1),), campaigns={"spring": campaign}, today=DAY)
    return [one.message for one in campaigns_run_while_texts_are_offered.findings("", shared)]


def test_a_campaign_without_one_is_told() -> None:
    assert [one.split(";")[0] for one in told(date(2026, 3, 1), date(2026, 5, 1))] == ["'Spring' ended on 2026-05-01"]


def test_a_campaign_with_a_retrospective_is_over_on_purpose() -> None:
    assert told(date(2026, 3, 1), date(2026, 5, 1), Text("<p>It went well.</p>")) == []


def test_a_look_back_before_it_began_excuses_nothing() -> None:
    assert told(date(2026, 7, 1), date(2026, 8, 1), Text("<p>Too early.</p>")) != []
