"""A feed as a value, the same for every format."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from textwrap import shorten

from ..model import Article, Card, Link, Site
from ..urls import Addresses
from .absolute import absolute_html

BEGINNING = 200  # characters
FAR_ENOUGH = 1000
# A numeric reference such as &#1; in a text becomes a character that no XML document may hold.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Item:
    """An article as feeds show it: every address is absolute; `authors` in signing order, their links are profiles."""

    id: str
    url: str
    title: str
    lang: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: tuple[Link, ...]
    topics: tuple[str, ...] = ()
    card: Card | None = None


@dataclass(frozen=True)
class Feed:
    """What one feed says, newest first. `address` is its own, `home` that of the page it belongs to.

    `style` is the address of the style sheet for whoever opens the feed in a browser, if the theme has one.
    """

    title: str
    address: str
    home: str
    lang: str
    site: Site
    items: tuple[Item, ...] = ()
    style: str = ""

    @property
    def id(self) -> str:
        """A name that stays when the site moves to another host."""
        return permanent_id(self.site, self.address.lstrip("/"))

    @property
    def updated(self) -> datetime:
        """The newest change of any item; where there is none the site's first day, and never the clock."""
        first_day = datetime(self.site.id_year or 1970, 1, 1, tzinfo=UTC)
        return max((item.updated for item in self.items), default=first_day)


def permanent_id(site: Site, name: str) -> str:
    """A tag URI (RFC 4151): independent of the site's address, the article's slug and its date."""
    return f"tag:{site.id_domain},{site.id_year}:{name}"


def an_item(
    article: Article,
    html: str,
    card: Card | None,
    site: Site,
    addresses: Addresses,
    same_names: frozenset[str] = frozenset(),
) -> Item:
    """An article with its final HTML as an item; its authors have a profile in its language, since they sign in it."""
    profiles = (
        (f"{author.name} ({author.id})" if author.name in same_names else author.name, author.id)
        for author in article.authors
    )
    return Item(
        id=permanent_id(site, f"articles/{article.id}"),
        url=article.url,
        title=_xml_text(article.title),
        lang=article.lang,
        summary=_xml_text(article.summary.plain or _beginning(article.body.plain)),
        html=_xml_text(absolute_html(html, article.url)),
        published=article.date,
        updated=article.updated,
        authors=tuple(Link(name, site.absolute(addresses.author(id, article.lang))) for name, id in profiles),
        topics=_topics(article),
        card=replace(card, address=site.absolute(card.address)) if card else None,
    )


def _beginning(plain: str) -> str:
    """Its first words. Python would divide all of a text into words to take these."""
    return shorten(plain[:FAR_ENOUGH], BEGINNING, placeholder="…")


def _topics(article: Article) -> tuple[str, ...]:
    """Its category, then its tags, each name once."""
    category = (article.category.named(article.lang),) if article.category else ()
    return tuple(dict.fromkeys(category + tuple(tag.name for tag in article.tags)))


def _xml_text(text: str) -> str:
    return NOT_XML.sub("", text)
