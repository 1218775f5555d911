"""RSS 2.0 and Atom. Rules: rssboard.org/rss-specification, RFC 4287, Media RSS, Dublin Core."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from .feed import Feed, Item

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry
    from feedgen.feed import FeedGenerator


def rss(feed: Feed) -> bytes:
    """The feed as RSS 2.0: a `dc:creator` per author, because RSS's own `author` demands an e-mail address."""
    generator = _generator(feed, "application/rss+xml")
    generator.link(href=feed.site.absolute(feed.home), rel="alternate")
    for item in feed.items:
        entry = _entry(generator, item)
        entry.dc.dc_creator([author.name for author in item.authors])
        entry.dc.dc_language(item.lang)
        # With a description beside it, feedgen puts the full text into content:encoded.
        entry.description(item.summary or item.title)
    data: bytes = generator.rss_str(pretty=True)
    # As Atom does it: a style sheet, or whoever reads the feed aloud, then knows the language.
    return _styled(data.replace(b"<rss ", f'<rss xml:lang="{feed.lang}" '.encode(), 1), feed)


def atom(feed: Feed) -> bytes:
    """The feed as Atom: an `author` element with name and profile per author."""
    generator = _generator(feed, "application/atom+xml")
    generator.link(href=feed.site.absolute(feed.home), rel="alternate", type="text/html")
    for item in feed.items:
        entry = _entry(generator, item)
        entry.author([{"name": author.name, "uri": author.url} for author in item.authors])
        if item.summary:
            entry.summary(item.summary)
    return _styled(generator.atom_str(pretty=True), feed)


def _styled(data: bytes, feed: Feed) -> bytes:
    """The feed with its style sheet (w3.org/TR/xml-stylesheet): a browser that opens it shows it to people."""
    if not feed.style:
        return data
    declaration, rest = data.split(b"\n", 1)
    sheet = f'<?xml-stylesheet type="text/css" href={quoteattr(feed.site.base + feed.style)}?>'
    return b"\n".join([declaration, sheet.encode(), rest])


def _generator(feed: Feed, media_type: str) -> FeedGenerator:
    from feedgen.feed import FeedGenerator  # loaded by builds, not by every check

    generator = FeedGenerator()
    generator.load_extension("dc", atom=False)
    generator.load_extension("media")
    generator.id(feed.id)
    generator.title(feed.title)
    generator.description(feed.title)
    generator.language(feed.lang)
    generator.generator("Byline")
    generator.link(href=feed.site.absolute(feed.address), rel="self", type=media_type)
    # Left alone, feedgen writes the time of the build, and no two builds would be the same.
    generator.updated(feed.updated)
    generator.lastBuildDate(feed.updated)
    return generator


def _entry(generator: FeedGenerator, item: Item) -> FeedEntry:
    entry = generator.add_entry(order="append")
    entry.id(item.id)
    entry.title(item.title)
    entry.link(href=item.url, rel="alternate")
    entry.content(item.html, type="html")
    entry.published(item.published)
    entry.updated(item.updated)
    entry.category([{"term": topic, "label": topic} for topic in item.topics])
    if card := item.card:
        size = {"width": str(card.width), "height": str(card.height)}
        entry.media.content({"url": card.address, "type": card.type, "medium": "image", **size})
    return entry
