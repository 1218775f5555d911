"""The page of a short link: small, for networks that read it and readers who never see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ..build import Build
from ..model import Ambassador, Article, Page, ShortLink
from ..tokens import Secrets, token
from ..urls import Utm, save_as, tagged
from .links import AMBASSADOR

READABLE = ("published", "hidden", "expired")


def short_pages(build: Build) -> Iterator[Page]:
    """One page for each short link, by code."""
    articles = by_id(build)
    for code in sorted(build.short_links):
        link = build.short_links[code]
        article = articles.get(link.article)
        home = build.addresses.top("", build.site.lang)
        values = {
            "article": article,
            "card": build.cards.get(article.source) if article and article.state != "expired" else None,
            "target": short_target(link, article, build) if article else home,
        }
        yield Page("short", link.address, save_as(link.address), article.lang if article else build.site.lang, values,
                   noindex=True)  # fmt: skip


def by_id(build: Build) -> dict[str, Article]:
    """The articles that an address of this site answers for, by id."""
    return {article.id: article for article in build.edition.articles if article.state in READABLE}


def short_target(link: ShortLink, article: Article, build: Build) -> str:
    """The article's address, tagged as long as the link may be counted."""
    channel = build.channels.get(link.channel)
    content = _content(link, build.programme.people, build.setting(Secrets), build.now.date())
    if not content or channel is None or article.state == "expired":
        return article.address
    utm = Utm(channel.source, channel.medium, campaign=article.id, content=content, id=article.campaign)
    return tagged(article.address, utm)


def _content(link: ShortLink, people: Mapping[str, Ambassador], secrets: Secrets, today: date) -> str:
    """The token of whoever the link was given to; empty once it is revoked, or its person no longer is measured."""
    if link.revoked and link.revoked <= today:
        return ""
    if not link.person:
        return AMBASSADOR
    person = people.get(link.person)
    if person is None or not person.measured(today) or not secrets.current:
        return ""
    return token(secrets.current, link.person, link.article, link.channel, link.period)
