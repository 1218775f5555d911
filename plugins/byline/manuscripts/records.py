"""What Pelican is told of a text: the classic metadata, so that any Pelican theme or plugin finds what it knows."""

from __future__ import annotations

from html import escape
from typing import Any

from ..model import Article, Record

STATUS = {"published": "published", "hidden": "hidden", "draft": "draft", "scheduled": "draft", "expired": "skip"}


def metadata_of(record: Record) -> dict[str, Any]:
    """Pelican's metadata for a text, in plain values; the record itself goes along as `record`."""
    told: dict[str, Any] = {
        "title": record.title,
        "slug": record.slug,
        "lang": record.lang.lower(),
        "translation": record.translation,
        "status": STATUS[record.state],
        "summary": escape(record.summary.plain or record.body.plain[:300]),
        "record": record,
    }
    if record.modified:
        told["modified"] = record.modified
    return told | ({"id": record.id, "date": record.date} if isinstance(record, Article) else {})


def topics_of(article: Article, default_category: str) -> dict[str, list[tuple[str, str]]]:
    """The (name, slug) pairs that Pelican wraps in objects of its own; it cannot do without a category."""
    category = article.category
    return {
        "authors": [(author.name, author.id) for author in article.authors],
        "category": [(category.name, category.slug) if category else (default_category, default_category)],
        "tags": [(tag.name, tag.slug) for tag in article.tags],
    }
