"""Builders: a value for a test in one line, with everything that the test does not care about filled in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from byline.model import PURPOSES, Article, Author, Category, Edition, Governance, Site, Tag, Text, Visit

NOON = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
JUNE_15 = NOON.date()


def a_site(**fields: Any) -> Site:
    return Site(**{"name": "Example Blog", "url": "https://blog.example.com", "lang": "en", "timezone": "UTC",
                   "id_domain": "blog.example.com", "id_year": 2026, **fields})  # fmt: skip


def an_author(id: str = "jane-doe", **fields: Any) -> Author:
    name = " ".join(part.capitalize() for part in id.split("-"))
    return Author(**{"id": id, "name": name, "agreed": date(2026, 1, 1), "source": f"authors/{id}.md", **fields})


def a_category(slug: str = "engineering", **fields: Any) -> Category:
    return Category(**{"slug": slug, "name": slug.capitalize(), **fields})


def a_tag(slug: str) -> Tag:
    return Tag(slug, slug)


def a_text(html: str = "<p>Some words.</p>", **fields: Any) -> Text:
    return Text(**{"html": html, "plain": "Some words.", "words": 2, **fields})


def an_article(slug: str = "why-we-moved", **fields: Any) -> Article:
    lang = fields.get("lang", "en")
    address = f"/articles/{slug}/" if lang == "en" else f"/{lang}/articles/{slug}/"
    given = {
        "id": slug if lang == "en" else f"{slug}-{lang}",
        "title": slug.replace("-", " ").capitalize(),
        "slug": slug,
        "lang": lang,
        "translation": slug,
        "date": NOON,
        "authors": (an_author(),),
        "state": "published",
        "address": address,
        "save_as": f"{address.lstrip('/')}index.html",
        "url": f"https://blog.example.com{address}",
        "source": f"articles/2026/{slug}.{lang}.md",
        "body": a_text(),
    }
    return Article(**{**given, **fields})


def an_edition(*articles: Article, **fields: Any) -> Edition:
    newest_first = tuple(sorted(articles, key=lambda a: (a.date, a.id), reverse=True))
    authors = {author.id: author for article in articles for author in article.authors}
    signers = tuple(authors[key] for key in sorted(authors))
    return Edition(**{"site": a_site(), "articles": newest_first, "authors": signers, **fields})


def a_visit(day: date = JUNE_15, article: str = "why-we-moved", **fields: Any) -> Visit:
    return Visit(**{"day": day, "article": article, "channel": "linkedin", "content": "reader", "visits": 1,
                    "tool": "plausible", **fields})  # fmt: skip


def all_agreed(**fields: Any) -> Governance:
    """A company that agreed on everything that is asked before figures about persons are used."""
    given = {"consulted": date(2026, 2, 2), "key_holder": "IT", "recipients": ("Communications",),
             "retention_months": 13, "basis": dict.fromkeys(PURPOSES, "consent")}  # fmt: skip
    return Governance(**{**given, **fields})
