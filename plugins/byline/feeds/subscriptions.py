"""Which feeds there are, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import PositiveInt

from ..build import Build
from ..model import Article, Edition, File, made
from ..settings import setting
from ..urls import Addresses, folder, save_as
from .feed import Feed, an_item
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
        inside = tuple(a for a in articles if a.category and a.category.slug == category.slug)
        yield Subscription(f"{category.named(lang)} – {name}", folder(home), home, lang, inside, ("feed.xml",))


def feed_files(build: Build) -> Iterator[File]:
    """Every feed of the site. An article becomes an item once, however many feeds hold it."""
    site, count = build.site, build.setting(FeedSettings).items
    found = list(subscriptions(build.edition, build.addresses))
    if build.run.checking:  # a check asks where feeds stand, not what they hold
        yield from (File(save_as(one.folder + name), b"") for one in found for name in one.formats)
        return
    same = build.edition.same_names
    wanted = {article.source: article for one in found for article in one.articles[:count]}
    items = {
        source: an_item(article, made(build.bodies[source]), build.cards.get(source), site, build.addresses, same)
        for source, article in wanted.items()
    }
    for one in found:
        newest = tuple(items[article.source] for article in one.articles[:count])
        for name in one.formats:
            address = one.folder + name
            feed = Feed(one.title, address, one.home, one.lang, site, newest, build.assets.get("feed.css", ""))
            yield File(save_as(address), FORMATS[name](feed))
