"""Orders: which cards an edition needs, and what each of them shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from ..build import Build
from ..languages import babel_locale
from ..model import Article, Author, Campaign, Category, Finding, PlainPage
from ..paths import picture_path
from ..settings import nearest
from .layout import CardLayout
from .plan import Contents, Portrait

NONE = "none"
NAMES_SHOWN = 5
ABOUT_SHOWN = 160  # characters: what a person can read in passing


@dataclass(frozen=True)
class Order:
    """A card to be made. `key` is its place in `build.cards`, `slug` its name; `seen` tells its pictures apart.

    `source` is the file that a person can mend.
    """

    key: str
    kind: str
    slug: str
    lang: str
    layout: CardLayout
    contents: Contents
    alt: str
    source: str
    seen: tuple[str, ...] = ()


def orders(build: Build, layouts: Mapping[str, CardLayout], default: str) -> tuple[Order, ...]:
    """A card for each article that stands unless it wants none, for each author, category, plain page and home page in
    each of their languages, and for each campaign that has begun.
    """
    if not layouts:
        return ()
    making = _Making(build, layouts, default)
    return tuple(order for order in making.all() if order)


def unknown_cards(articles: Sequence[Article], layouts: Mapping[str, CardLayout]) -> Iterator[Finding]:
    """An error for each article that asks for a layout that there is not."""
    for article in articles:
        if article.card and article.card != NONE and article.card not in layouts:
            meant = nearest(article.card, [*layouts, NONE])
            known = ", ".join(sorted([*layouts, NONE]))
            hint = f"Did you mean '{meant}'? Known: {known}." if meant else f"Known: {known}."
            yield Finding(article.source, 1, "unknown-card", f"no card layout '{article.card}'.", "error", hint)


def byline(names: Sequence[str]) -> str:
    """The names in signing order, up to five, then how many more. A line never ends within a name."""
    shown = [_unbroken(name) for name in names[:NAMES_SHOWN]]
    more = len(names) - len(shown)
    return "\N{NO-BREAK SPACE}· ".join(shown) + (f"\N{NO-BREAK SPACE}+{more}" if more else "")


def _unbroken(name: str) -> str:
    return name.replace(" ", "\N{NO-BREAK SPACE}").replace("-", "-\N{WORD JOINER}")


@dataclass(frozen=True)
class _Making:
    build: Build
    layouts: Mapping[str, CardLayout]
    default: str

    def all(self) -> Iterator[Order | None]:
        build, edition = self.build, self.build.edition
        for article in edition.articles:
            if article.state != "expired" and build.asked(article.source):
                yield self._article(article)
        for author in filter(lambda author: build.asked(author.source), edition.authors):
            for lang in edition.langs_of(author):
                yield self._author(author.speaking(lang), lang)
        categories = {(a.category.slug, a.lang): a.category for a in edition.published if a.category}
        for (_, lang), category in sorted(categories.items(), key=lambda item: item[0]):
            yield self._category(category, lang)
        for page in edition.pages:
            yield self._page(page)
        for lang in edition.langs:
            yield self._home(lang)
        for campaign in edition.campaigns:
            if campaign.starts <= build.now.date():
                yield self._campaign(campaign)

    @cached_property
    def _site(self) -> Mapping[str, str]:
        site = self.build.site
        return {"site": site.name, "domain": urlsplit(site.url).hostname or ""}

    def _order(
        self, kind: str, key: str, slug: str, lang: str, texts: Mapping[str, str], *,
        wanted: Sequence[str] = (), people: Sequence[Author] = (), cover: str = "", alt: str = "", source: str,
    ) -> Order:  # fmt: skip
        site = self.build.site
        said = {**self._site, **texts}
        layout = next((self.layouts[one] for one in (*wanted, kind, "article") if one in self.layouts), None)
        layout = layout or self.layouts[min(self.layouts)]
        pictures = [self.build.portraits[one.id] for one in people if one.id in self.build.portraits]
        covers = [self.build.pictures[cover]] if cover and layout.photographic else []
        return Order(
            key=key,
            kind=kind,
            slug=slug if lang == site.lang else f"{slug}-{lang.lower()}",
            lang=lang,
            layout=layout,
            contents=Contents(said, tuple(map(self._portrait, people)), cover if covers else ""),
            alt=alt or said["title"],
            source=source,
            # Addresses carry a hash of what they show.
            seen=tuple(picture.address for picture in (*pictures, *covers)),
        )

    def _portrait(self, author: Author) -> Portrait:
        shown = self.build.portraits.get(author.id)
        return Portrait(author.initials, shown.source if shown else "")

    def _article(self, article: Article) -> Order | None:
        wanted = article.card or self.default
        if wanted == NONE:
            return None
        cover = picture_path(article.image, article.source) or ""
        cover = cover if cover in self.build.pictures else ""
        by_itself = ("cover",) if cover else ("co-signed",) if len(article.authors) > 1 else ()
        twice = self.build.edition.same_names
        names = [f"{one.name} ({one.id})" if one.name in twice else one.name for one in article.authors]
        texts = {
            "title": article.title,
            "names": byline(names),
            "label": article.category.named(article.lang) if article.category else "",
            "about": _role(article.authors[0]) if len(article.authors) == 1 else "",
        }
        alt = f"{article.title} ({', '.join(names)})" if names else article.title
        return self._order(
            "article", article.source, article.slug, article.lang, texts, wanted=(wanted,) if wanted else by_itself,
            people=article.authors, cover=cover, alt=alt, source=article.source,
        )  # fmt: skip

    def _author(self, author: Author, lang: str) -> Order:
        texts = {"title": author.name, "label": _role(author), "about": author.tagline}
        alt = ", ".join(filter(None, (author.name, _role(author))))
        key = self.build.addresses.author(author.id, lang)
        return self._order("author", key, author.id, lang, texts, people=(author,), alt=alt, source=author.source)

    def _category(self, category: Category, lang: str) -> Order:
        about = category.descriptions.get(lang) or category.descriptions.get(self.build.site.lang, "")
        texts = {"title": category.named(lang), "about": about}
        key = self.build.addresses.category(category.slug, lang)
        return self._order("category", key, category.slug, lang, texts, source="categories.toml")

    def _page(self, page: PlainPage) -> Order:
        texts = {"title": page.title, "about": page.summary.plain[:ABOUT_SHOWN]}
        return self._order("page", page.source, page.slug, page.lang, texts, source=page.source)

    def _home(self, lang: str) -> Order:
        site = self.build.site
        texts = {"title": site.name, "about": site.organisation if site.organisation not in site.name else ""}
        return self._order("home", self.build.addresses.top("", lang), "home", lang, texts, source="site.toml")

    def _campaign(self, campaign: Campaign) -> Order:
        from babel.dates import format_interval

        lang = self.build.site.lang
        dates = format_interval(campaign.starts, campaign.ends, "yMMMMd", locale=babel_locale(lang))
        tags = " ".join(f"#{tag}" for tag in campaign.hashtags)
        texts = {"title": campaign.name, "label": dates, "about": tags}
        key, source = f"campaigns/{campaign.id}", f"campaigns/{campaign.id}.toml"
        return self._order("campaign", key, campaign.id, lang, texts, source=source)


def _role(author: Author) -> str:
    return ", ".join(filter(None, (author.role, author.organisation)))
