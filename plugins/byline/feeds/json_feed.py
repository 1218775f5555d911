"""JSON Feed 1.1. Rules: jsonfeed.org/version/1.1."""

from __future__ import annotations

import json
from typing import Any

from .feed import Feed, Item


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1, UTF-8, one line per value so that two of them can be compared."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.site.absolute(feed.home),
        "feed_url": feed.site.absolute(feed.address),
        "language": feed.lang,
        "items": [_item(item) for item in feed.items],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "language": item.lang,
        **({"summary": item.summary} if item.summary else {}),
        "content_html": item.html,
        **({"image": item.card.address} if item.card else {}),
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": author.name, "url": author.url} for author in item.authors],
        "tags": list(item.topics),
    }
