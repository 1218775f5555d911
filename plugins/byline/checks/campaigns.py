"""Rules about campaigns: an article and the campaign that it names should agree about when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Campaign
from ..rules import Spot, rule
from .site import Whole


@rule("outside-campaign", "warning", "Change the date, or the campaign's days in content/campaigns/.")
def articles_appear_in_their_campaign(site: Whole) -> Iterator[Spot]:
    """An article that appears before its campaign begins or after it ends is counted for it, and shared in vain."""
    for article in site.articles:
        campaign = site.campaigns.get(article.campaign)
        if campaign and not campaign.starts <= article.date.date() <= campaign.ends:
            message = f"{_day(article.date.date())} is outside of {campaign.name}, {_days(campaign)}"
            yield Spot(site.line(article.source, "date"), message, path=article.source)


@rule("campaign-over", "warning", "Name a campaign that goes on, or none.")
def campaigns_go_on(site: Whole) -> Iterator[Spot]:
    """An article that is not published yet cannot serve a campaign that has ended."""
    for article in site.articles:
        campaign = site.campaigns.get(article.campaign)
        if campaign and article.state in ("draft", "scheduled") and campaign.ends < site.now.date():
            message = f"{campaign.name} ended on {_day(campaign.ends)}, and this article is yet to come"
            yield Spot(site.line(article.source, "campaign"), message, path=article.source)


def _days(campaign: Campaign) -> str:
    return f"which goes from {_day(campaign.starts)} to {_day(campaign.ends)}"


def _day(day: date) -> str:
    from babel.dates import format_date  # asks the machine for its time zone, which few checks need

    return format_date(day, "d MMMM y", locale="en")
