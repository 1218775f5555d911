"""Share links: plain addresses of the channels' own share pages, without any script of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from ..model import Article, ShareLink
from ..urls import Utm, tagged
from .channels import PLACE, Channel

# However long an address is, networks count little: X and Mastodon 23, Bluesky what it shows of it.
COUNTED_ADDRESS = 40


def share_links(article: Article, channels: Iterable[Channel]) -> tuple[ShareLink, ...]:
    """One link per channel, in order. Whoever follows it shares the article's URL, tagged with the channel."""
    return tuple(ShareLink(one.id, one.label, share_url(article, one), one.icon) for one in channels)


def share_url(article: Article, channel: Channel) -> str:
    """The channel's address with title and tagged URL in their places, each percent-encoded once (spaces as `%20`)."""
    title, url = share_title(article, channel), share_target(article, channel)
    values = {"url": url, "title": title, "text": f"{title} {url}"}
    return PLACE.sub(lambda place: quote(values[place[1]], safe=""), channel.url)


def share_target(article: Article, channel: Channel) -> str:
    """The article's URL, tagged so that a visit tells which channel it came from, and nothing about a person."""
    return tagged(
        article.url,
        Utm(channel.source, channel.medium, campaign=article.id, content="reader", id=article.campaign),
    )


def share_title(article: Article, channel: Channel) -> str:
    """The title, cut with an ellipsis where title and address would be longer than the channel takes."""
    room = channel.limit - COUNTED_ADDRESS - 1
    if not channel.limit or sum(map(weight, article.title)) <= room:
        return article.title
    kept = ""
    for character in article.title:
        room -= weight(character)
        if room < weight("…"):
            break
        kept += character
    words = kept.rpartition(" ")[0]
    return (words if len(words) > len(kept) - 20 else kept).rstrip() + "…"


def weight(character: str) -> int:
    """How X counts, the strictest: Latin and its neighbors 1, all else 2 (docs.x.com, counting characters)."""
    code = ord(character)
    return 1 if code < 0x1100 or 0x2000 <= code <= 0x200D or 0x2010 <= code <= 0x201F or 0x2032 <= code <= 0x2037 else 2
