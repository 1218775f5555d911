"""Which feeds there are, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from pydantic import PositiveInt

from ..build import Build
from ..model import Article, Edition, File, LateFile, Site, made
from ..settings import setting
from ..urls import Addresses, folder, save_as
from .feed import Feed, Item, an_item
from .json_feed import json_feed
from .xml import atom, rss

FORMATS: dict[str, Callable[[Feed], bytes]] = {"feed.xml": rss, "atom.xml": atom, "feed.json": json_feed}


@dataclass(frozen=True)
class FeedSettings:
    """`BYLINE_FEEDS`."""

    items: PositiveInt = setting(20, "how many of the newest articles a feed holds")


@dataclass(frozen=True)
class Subscription:
    """Something to follow: its feeds stand in `folder`, its page is `home`, its articles come newest first."""

    title: str
    folder: str
    home: str
    lang: str
    articles: tuple[Article, ...]
    formats: tuple[str, ...] = tuple(FORMATS)


def subscriptions(edition: Edition, addresses: Addresses) -> Iterator[Subscription]:
    """All languages together, each language, every registered author, every category."""
    name, lang, articles = edition.site.name, edition.site.lang, edition.published
    yield Subscription(name, "/", addresses.top("", lang), lang, articles)
    for one in edition.langs:
        yield Subscription(f"{name} ({one})", f"/{one.lower()}/", addresses.top("", one), one, edition.in_lang(one))
    for author in edition.authors:
        home = addresses.author(author.id, lang)
        yield Subscription(f"{author.name} – {name}", folder(home), home, lang, edition.by(author), ("feed.xml",))
    for category in edition.categories:
        home = addresses.category(category.slug, lang)
        inside = edition.about(category)
        yield Subscription(f"{category.named(lang)} – {name}", folder(home), home, lang, inside, ("feed.xml",))


def feed_files(build: Build) -> Iterator[File]:
    """Every feed of the site, made when one of its items, or what is said of it, is not what it was."""
    found = subscriptions(build.edition, build.addresses)
    if build.run.checking:  # a check asks where feeds stand, not what they hold
        yield from (File(save_as(one.folder + name), b"") for one in found for name in one.formats)
        return
    count, same = build.setting(FeedSettings).items, build.edition.same_names
    style = build.assets.get("feed.css", "")
    items: dict[str, Item] = {}

    def item(article: Article) -> Item:
        if article.source not in items:
            items[article.source] = _item(build, article, same)
        return items[article.source]

    for one in found:
        newest = one.articles[:count]
        told = [(article, build.bodies[article.source], build.cards.get(article.source)) for article in newest]
        for name in one.formats:
            address = one.folder + name
            said = (build.site, build.addresses, same, style, one.title, one.home, one.lang, address, told)
            make = partial(_made, name, one, address, newest, item, build.site, style)
            yield LateFile(save_as(address), said, make)


def _item(build: Build, article: Article, same: frozenset[str]) -> Item:
    """An article becomes an item once, however many feeds hold it."""
    body, card = made(build.bodies[article.source]), build.cards.get(article.source)
    return an_item(article, body, card, build.site, build.addresses, same)


def _made(
    name: str,
    one: Subscription,
    address: str,
    newest: Iterable[Article],
    item: Callable[[Article], Item],
    site: Site,
    style: str,
) -> bytes:
    items = tuple(item(article) for article in newest)
    return FORMATS[name](Feed(one.title, address, one.home, one.lang, site, items, style))
