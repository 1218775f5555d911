"""What colleagues may be asked to share, and what they are asked to share now: rules, no clicks and no memory.

An article that was proposed rests for at least 180 days. Nobody needs to note when that was: from the day on which it
is old enough, its id decides on which week of a half-year, or of several, its turn comes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from .model import Article, Campaign, Edition, Programme

NEW = timedelta(days=30)
REST = timedelta(days=180)
HALF_YEAR = 27  # weeks: from the last day of one to the first of another, 183 days
PER_WEEK = 6  # old articles that come back in one week, about

Why = Literal["campaign", "new", "evergreen"]


@dataclass(frozen=True)
class Proposal:
    """An article to share now, and why: its campaign runs, it is new, or it is as good as on its first day."""

    article: Article
    why: Why


def held(article: Article, edition: Edition, programme: Programme) -> str:
    """Why an article must not be proposed at the moment, in the words of whoever stopped it; else nothing."""
    campaign = _campaign(article, edition)
    return programme.hold or (campaign.hold if campaign else "") or article.hold


def shareable(edition: Edition, programme: Programme) -> tuple[Article, ...]:
    """The published articles that nothing holds back, newest first."""
    if programme.hold:
        return ()
    free = (article for article in edition.published if not article.hold)
    return tuple(article for article in free if not article.campaign or not held(article, edition, programme))


def one_version(articles: Iterable[Article], lang: str, edition: Edition) -> list[Article]:
    """Each work once: in this language, else in the site's, else in the one that came first."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(article.translation, []).append(article)
    wanted = (lang, edition.site.lang)
    return [min(some, key=lambda a: wanted.index(a.lang) if a.lang in wanted else 2) for some in found.values()]


def proposals(edition: Edition, programme: Programme, today: date) -> tuple[Proposal, ...]:
    """What to share now: campaigns, then what is new, then what is worth a second look; newest first in each."""
    free = shareable(edition, programme)
    rested = {article.source for article in _on_turn([a for a in free if _rested(a, edition, today)], today)}
    found = [Proposal(article, why) for article in free if (why := _why(article, edition, today, rested))]
    order: tuple[Why, ...] = ("campaign", "new", "evergreen")
    return tuple(sorted(found, key=lambda one: order.index(one.why)))


def _why(article: Article, edition: Edition, today: date, rested: set[str]) -> Why | None:
    campaign = _campaign(article, edition)
    if campaign and campaign.runs(today):
        return "campaign"
    if today - article.date.date() < NEW:
        return "new"
    return "evergreen" if article.source in rested else None


def _rested(article: Article, edition: Edition, today: date) -> bool:
    """Whether it was last proposed, as new or with its campaign, at least 180 days ago, and is no passing matter."""
    campaign = _campaign(article, edition)
    last = max(article.date.date() + NEW, campaign.ends if campaign else date.min)
    return article.expires is None and today - last >= REST


def _on_turn(pool: Iterable[Article], today: date) -> Iterator[Article]:
    """Those whose week it is. Where more articles rest than a half-year has room for, it takes several of them; a turn
    is then still a multiple of 27 weeks away from the one before.
    """
    waiting = tuple(pool)
    weeks = HALF_YEAR * max(1, -(-len(waiting) // (HALF_YEAR * PER_WEEK)))
    week = today.toordinal() // 7
    for article in waiting:
        if (_turn(article.id) - week) % weeks == 0:
            yield article


@lru_cache(maxsize=1 << 16)
def _turn(id: str) -> int:
    """What decides on an article's week; several rooms ask for each."""
    return int.from_bytes(hashlib.sha256(id.encode()).digest()[:8], "big")


def _campaign(article: Article, edition: Edition) -> Campaign | None:
    return edition.campaign.get(article.campaign) if article.campaign else None
