"""What one build publishes or keeps back."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .articles import Article, PlainPage, Record
from .site import Author, Campaign, Category, Series, Site, Tag
from .texts import Text


@dataclass(frozen=True)
class Edition:
    """Everything that one build publishes or keeps back, gathered once.

    `articles` holds every state, newest first. `authors` are all that are registered, by id.
    """

    site: Site
    articles: tuple[Article, ...] = ()
    authors: tuple[Author, ...] = ()
    pages: tuple[PlainPage, ...] = ()
    campaigns: tuple[Campaign, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """Articles, then plain pages."""
        return (*self.articles, *self.pages)

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Every text whose body is printed, with its source: what has expired shows none."""
        for record in self.records:
            if record.state != "expired":
                yield record.source, record.body
        for author in self.authors:
            for lang, biography in author.biographies.items() if author.agreed else ():
                yield author.biography_source(lang), biography

    @cached_property
    def published(self) -> tuple[Article, ...]:
        """What readers find in lists, newest first."""
        return tuple(article for article in self.articles if article.state == "published")

    @cached_property
    def langs(self) -> tuple[str, ...]:
        """The site's language first, then those that have a published article."""
        return (self.site.lang, *sorted({a.lang for a in self.published} - {self.site.lang}))

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """Those of published articles, by slug."""
        found = {a.category.slug: a.category for a in self.published if a.category}
        return tuple(found[slug] for slug in sorted(found))

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Those of published articles, by slug."""
        found = {tag.slug: tag for a in self.published for tag in a.tags}
        return tuple(found[slug] for slug in sorted(found))

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Those of published articles, by slug."""
        found = {a.series.slug: a.series for a in self.published if a.series}
        return tuple(found[slug] for slug in sorted(found))

    @cached_property
    def _by_author(self) -> dict[str, tuple[Article, ...]]:
        found: dict[str, list[Article]] = {}
        for article in self.published:
            for author in article.authors:
                found.setdefault(author.id, []).append(article)
        return {author: tuple(articles) for author, articles in found.items()}

    @cached_property
    def _langs_by_author(self) -> dict[str, frozenset[str]]:
        return {author: frozenset(article.lang for article in mine) for author, mine in self._by_author.items()}

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """Published articles by id; of two with one id, the newer."""
        return {article.id: article for article in reversed(self.published)}

    @cached_property
    def _by_translation(self) -> dict[str, tuple[Article, ...]]:
        found: dict[str, list[Article]] = {}
        for article in self.articles:
            found.setdefault(article.translation, []).append(article)
        return {key: tuple(sorted(group, key=lambda a: a.lang)) for key, group in found.items()}

    @cached_property
    def _by_lang(self) -> dict[str, tuple[Article, ...]]:
        return {lang: tuple(a for a in self.published if a.lang == lang) for lang in self.langs}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {a.source: place for articles in self._by_lang.values() for place, a in enumerate(articles)}

    @cached_property
    def _by_category(self) -> dict[str, tuple[Article, ...]]:
        found: dict[str, list[Article]] = {}
        for article in self.published:
            if article.category:
                found.setdefault(article.category.slug, []).append(article)
        return {slug: tuple(articles) for slug, articles in found.items()}

    def about(self, category: Category) -> tuple[Article, ...]:
        """The published articles of a category, newest first, in every language."""
        return self._by_category.get(category.slug, ())

    @cached_property
    def campaign(self) -> Mapping[str, Campaign]:
        """Campaigns by id."""
        return {one.id: one for one in self.campaigns}

    def in_lang(self, lang: str) -> tuple[Article, ...]:
        """The published articles in a language, newest first."""
        return self._by_lang.get(lang, ())

    def neighbors(self, article: Article) -> tuple[Article | None, Article | None]:
        """The next newer and the next older published article in its language."""
        mine = self.in_lang(article.lang)
        if article.source not in self._places:
            place = bisect_left(mine, -article.date.timestamp(), key=lambda a: -a.date.timestamp())
            return mine[place - 1] if place else None, mine[place] if place < len(mine) else None
        place = self._places[article.source]
        return mine[place - 1] if place else None, mine[place + 1] if place + 1 < len(mine) else None

    @cached_property
    def _by_series(self) -> dict[tuple[str, str], tuple[Article, ...]]:
        found: dict[tuple[str, str], list[Article]] = {}
        for article in reversed(self.published):
            if article.series:
                found.setdefault((article.series.slug, article.lang), []).append(article)
        return {key: tuple(articles) for key, articles in found.items()}

    def in_series(self, article: Article) -> tuple[Article, ...]:
        """The published articles of the article's series in its language, in order of date."""
        return self._by_series.get((article.series.slug, article.lang), ()) if article.series else ()

    @cached_property
    def same_names(self) -> frozenset[str]:
        """Names that more than one author has: their bylines give the id too."""
        counted = Counter(author.name for author in self.authors)
        return frozenset(name for name, number in counted.items() if number > 1)

    def by(self, author: Author) -> tuple[Article, ...]:
        """The published articles that this author signs, newest first, in every language."""
        return self._by_author.get(author.id, ())

    def versions(self, article: Article) -> tuple[Article, ...]:
        """The published versions of an article, itself included, by language."""
        return tuple(a for a in self._by_translation[article.translation] if a.state == "published")

    def langs_of(self, author: Author) -> tuple[str, ...]:
        """The languages of an author's page: the site's, then those of a published article or a biography."""
        return self._langs_of.get(author.id) or self._present(author)

    @cached_property
    def _langs_of(self) -> dict[str, tuple[str, ...]]:
        return {author.id: self._present(author) for author in self.authors}

    def _present(self, author: Author) -> tuple[str, ...]:
        present = self._langs_by_author.get(author.id, frozenset()) | author.biographies.keys()
        return (self.site.lang, *sorted(present - {self.site.lang}))
