"""Share links: plain addresses of the channels' own share pages, without any script of theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

from ..channels import PLACE, Channel
from ..counting import clusters
from ..model import Article, Late, ShareLink
from ..urls import Utm, tagged

READER, AMBASSADOR, ACCOUNT = "reader", "ambassador", "account"
ADDRESS = "{url}"  # where a text wants it


def share_links(article: Article, channels: Iterable[Channel]) -> tuple[ShareLink, ...]:
    """What a public page offers: a link per channel, in order. Whoever follows it shares the tagged URL."""
    return tuple(share_link(article, one, share_target(article, one)) for one in channels)


def late_links(article: Article, channels: tuple[Channel, ...], digest: str) -> Late:
    """The same, made when a page shows them: they follow from what of the article stands in a link, and from the
    channels, for which a digest stands.
    """
    inputs = (article.title, article.url, article.id, article.campaign, digest)
    return Late(inputs, lambda: share_links(article, channels))


def share_link(article: Article, channel: Channel, target: str) -> ShareLink:
    """The channel's page with the article's title; without a page to open, the address alone."""
    url = share_url(article, channel, target) if channel.how == "page" else ""
    return ShareLink(channel.id, channel.label, url, channel.icon, target)


def share_url(article: Article, channel: Channel, target: str, text: str = "") -> str:
    """The channel's address with title, text and tagged URL in their places, each percent-encoded once.

    A space is `%20`, and in mail a line end `%0D%0A` (RFC 6068). Without a text, the title stands for it.
    """
    title = article.title
    words, whole = (words_of(text), with_address(text, target)) if text else _said_by_title(title, channel, target)
    if channel.title_limit:
        title = fitted(title, lambda part: len(part) <= channel.title_limit)
    values = {"url": target, "title": title, "words": words, "text": whole}
    line_end = "\r\n" if channel.url.startswith("mailto:") else "\n"
    return PLACE.sub(lambda place: quote(values[place[1]].replace("\n", line_end), safe=""), channel.url)


def share_target(article: Article, channel: Channel, content: str = READER) -> str:
    """The article's URL, tagged so that a visit tells which channel it came from.

    `content` says who shared: any reader, any ambassador, the company's account, or the token of whoever is measured.
    """
    return tagged(
        article.url,
        Utm(channel.source, channel.medium, campaign=article.id, content=content, id=article.campaign),
    )


def with_address(text: str, target: str) -> str:
    """The text with the address where it wants it, else after a space."""
    return text.replace(ADDRESS, target) if ADDRESS in text else f"{text} {target}".lstrip()


def words_of(text: str) -> str:
    """The text without the place of the address, for channels that take it separately."""
    return re.sub(r"\n[ \n]*\n", "\n\n", text.replace(ADDRESS, "")).strip(" \n")


def _said_by_title(title: str, channel: Channel, target: str) -> tuple[str, str]:
    """The title for a text, without and with the address; whatever a title says, it has no place for one."""
    words = fitted(title, lambda part: channel.takes(f"{part} {target}"))
    return words, f"{words} {target}" if words else target


def fitted(text: str, accepts: Callable[[str], bool]) -> str:
    """The text when it is accepted, else as much of it as is, with an ellipsis; empty when nothing of it is."""
    if accepts(text):
        return text
    parts = clusters(text)
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if accepts(_cut(parts, middle)) else (low, middle - 1)
    while low and not accepts(_cut(parts, low)):
        low -= 1
    return _cut(parts, low) if low else ""


def _cut(parts: list[str], number: int) -> str:
    """The first parts and an ellipsis; not within a word when it began just before."""
    kept = "".join(parts[:number])
    words = kept.rpartition(" ")[0]
    return (words if len(words) > len(kept) - 20 else kept).rstrip() + "…"
