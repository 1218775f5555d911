"""A build for tests of printers: it stands in memory, and every text already has its final HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from builders import NOON
from byline.build import Build
from byline.ledger import Ledger
from byline.model import Brand, Edition
from byline.urls import Addresses

PATTERNS = {"AUTHOR_URL": "authors/{slug}/", "CATEGORY_URL": "categories/{slug}/", "TAG_URL": "tags/{slug}/"}


def a_build(edition: Edition, *settings: object, **fields: Any) -> Build:
    """A build of an edition with rooms' settings as values."""
    given = {
        "content": Path("content"),
        "now": NOON,
        "site": edition.site,
        "brand": Brand(),
        "ledger": Ledger(),
        "addresses": Addresses(PATTERNS, edition.site.lang),
        "settings": {type(value): value for value in settings},
        "edition": edition,
        "bodies": {article.source: article.body.html for article in edition.articles},
    }
    return Build(**{**given, **fields})
