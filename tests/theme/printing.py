"""Pages printed with the theme as the press prints them, from builder values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from justhtml import JustHTML
from markupsafe import Markup

from builders import a_category, a_site, a_tag, an_article, an_author
from byline.legal.settings import LegalSettings
from byline.model import Brand, Card, Page, Picture, PlainPage, Series, ShareLink
from byline.pagination import Pagination
from byline.press.theme import Theme
from byline.urls import Addresses, save_as

Print = Callable[..., str]
THEME = Path(__file__).parents[2] / "themes" / "byline"
PATHS = Addresses(
    {"AUTHOR_URL": "authors/{slug}/", "CATEGORY_URL": "categories/{slug}/", "TAG_URL": "tags/{slug}/"}, "en"
)
MENU = ("archive", "authors", "categories", "tags", "search", "subscribe")
PORTRAIT = Picture(
    "authors/jane-doe.jpg", 384, 384, {96: "/authors/jane-doe/p-96.webp", 384: "/authors/jane-doe/p-384.webp"}
)
COVER = Picture("a.jpg", 960, 640, {480: "/images/a-480.webp", 960: "/images/a-960.webp"}, {480: "/images/a-480.avif"})

LAW = {"legal": LegalSettings(publisher="Example", email="legal@example.com", log_days=30), "gaps": ("director",)}


def printer(theme: Theme) -> Print:
    """A function that prints a page of a kind; `page` changes fields of the page, `given` its values."""

    def render(kind: str, lang: str = "en", page: dict[str, Any] | None = None, **given: Any) -> str:
        site = given.pop("site", a_site())
        environment, words = theme.environment(lang, site)
        address = PATHS.prefixed(f"/{kind}/", lang)
        shown = Page(**{"kind": kind, "address": address, "save_as": save_as(address), "lang": lang, **(page or {})})
        known = {**everywhere(lang), "site": site, "page": shown, "interface_lang": words.lang, **usual(kind), **given}
        table = theme.kinds[kind]
        return environment.get_template(table.template).render({name: known[name] for name in table.sees})

    return render


def a_pagination(number: int = 2) -> Pagination:
    return Pagination(number, total=3, count=50, per_page=20, previous="/previous/", next="/next/")


def everywhere(lang: str) -> dict[str, Any]:
    """What the press gives to every page."""
    return {
        "brand": Brand(),
        "card": Card("/cards/home/home.0.png", "Example Blog"),
        "nav": (("home", PATHS.top("", lang)), *((name, PATHS.top(name, lang)) for name in MENU)),
        "feeds": (("Example Blog", "application/rss+xml", "/feed.xml"),),
        "paths": PATHS,
        "same_names": frozenset(),
        "portraits": {"jane-doe": PORTRAIT},
        "icons": {width: f"/icons/icon-{width}.png" for width in (32, 180, 192, 512)},
        "structured": Markup('{"@context":"https://schema.org"}'),
        "languages": tuple((one, PATHS.top("", one)) for one in ("en", "fr") if one != lang),
        "footer": (("About this blog", "/pages/about/"), ("legal", "/pages/legal/"), ("privacy", "/pages/privacy/")),
        "report": "mailto:blog@example.com",
        "newsletter": "https://news.example.com/form",
        "clean_address": True,
        "measuring": None,
        "policy": "",
        "preview": False,
    }


def usual(kind: str) -> dict[str, Any]:
    """Every value that a kind of page can have, in its fullest form."""
    jane, omar = an_author("jane-doe", role="Engineer"), an_author("omar-haddad")
    series = Series("moves", "Moves")
    article = an_article(authors=(jane, omar), category=a_category(), tags=(a_tag("rust"),), series=series)
    other = an_article("the-year-after", authors=(omar,), series=series)
    french = an_article("pourquoi", lang="fr", authors=(jane,))
    around = {"article": article, "newer": other, "older": french}
    articles = (article, other, french)
    listed = {"articles": articles, "pagination": a_pagination(), "covers": {article.source: COVER}}
    subject = a_category(descriptions={"en": "How it is made."})
    kinds: dict[str, dict[str, Any]] = {
        "home": {
            **listed,
            "pagination": a_pagination(1),
            "recent_authors": (jane, omar),
            "featured_series": ((series, (article, other)),),
        },
        "article": {
            **around,
            "body": '<h2 id="plan">Plan</h2><p>We moved.</p>',
            "versions": (french,),
            "in_series": (article, other),
            "share_links": (
                ShareLink("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url=x"),
                ShareLink("device", "Other apps", "", "share", "https://blog.example.com/?utm_source=device"),
            ),
            "card": Card("/cards/article/why-we-moved.0.png", "Why we moved, by Jane Doe and Omar Haddad"),
            "cover": COVER,
            "related": (other,),
            "signed": (),
            "reviewers": (omar, "A colleague"),
            "helpers": (),
            "remixed": None,
            "people": {"jane-doe": "/authors/jane-doe/", "omar-haddad": "/authors/omar-haddad/"},
        },
        "page": {
            "page_text": PlainPage(
                "About", "about", "en", "about", "published", "/pages/about/", "", "", "pages/about.md"
            ),
            "body": "<p>Who we are.</p>",
        },
        "gone": around,
        "author": {
            **listed,
            "author": jane,
            "biography": "<p>Hi.</p>",
            "portrait": PORTRAIT,
            "count": 3,
            "feed": "/f.xml",
        },
        "authors": {"authors": ((jane, 2), (omar, 1))},
        "category": {**listed, "category": subject, "feed": "/f.xml"},
        "categories": {"categories": ((subject, 3),)},
        "tag": {**listed, "tag": a_tag("rust")},
        "tags": {"tags": ((a_tag("rust"), 1),)},
        "series": {**listed, "series": series},
        "archive": {"years": ((2026, (article, other)), (2025, (french,)))},
        "search": {"searchable": True},
        "subscribe": {"feed_lists": (("", (("/feed.xml", "application/rss+xml"),)),)},
        "legal": LAW,
        "privacy": LAW,
        "accessibility": LAW,
        "redirect": {"target": "/articles/why-we-moved/"},
    }
    return kinds.get(kind, {})


def parsed(html: str) -> JustHTML:
    """The page as browsers read it; raises at the first error of syntax."""
    return JustHTML(html, sanitize=False, strict=True)


def texts(html: str, selector: str) -> list[str]:
    return [element.to_text().strip() for element in parsed(html).query(selector)]


def attributes(html: str, selector: str, name: str) -> list[str]:
    return [(element.attrs or {}).get(name) or "" for element in parsed(html).query(selector)]
