"""Rules about campaigns: an article and the campaign that it names should agree about when."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules import Spot, rule
from .site import Whole


@rule("outside-campaign", "warning", "Change the date, or the campaign's days in content/campaigns/.")
def articles_appear_in_their_campaign(site: Whole) -> Iterator[Spot]:
    """An article that appears before its campaign begins or after it ends is counted for it, and shared in vain."""
    for article in site.articles:
        campaign = site.campaigns.get(article.campaign)
        if campaign and not campaign.starts <= article.date.date() <= campaign.ends:
            day, name = article.date.date(), campaign.name
            message = f"{day} is outside of '{name}', which goes from {campaign.starts} to {campaign.ends}"
            yield Spot(site.line(article.source, "date"), message, path=article.source)


@rule("campaign-over", "warning", "Name a campaign that goes on, or none.")
def campaigns_go_on(site: Whole) -> Iterator[Spot]:
    """An article that is not published yet cannot serve a campaign that has ended."""
    for article in site.articles:
        campaign = site.campaigns.get(article.campaign)
        if campaign and article.state in ("draft", "scheduled") and campaign.ends < site.now.date():
            message = f"'{campaign.name}' ended on {campaign.ends}, and this article is yet to come"
            yield Spot(site.line(article.source, "campaign"), message, path=article.source)
