"""Contributions: who signed what, counted so that it adds up. Anybody can count the same on the site.

An article is one published file: a translation counts, with its own authors. Draft, scheduled, expired and hidden
ones do not.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache

from ..model import Article, Author, Category, Edition, Site
from ..period import ALL, Period


@dataclass(frozen=True)
class Counts:
    """Articles by month (`2026-06`), by slug of category and by language, each article once.

    Those without a category are in no category, so that `by_category` may sum to less than the others.
    """

    by_month: Mapping[str, int] = field(default_factory=dict)
    by_category: Mapping[str, int] = field(default_factory=dict)
    by_lang: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Contributor:
    """What one author signed in a period. `words` are the full words of each article, for each of its signers."""

    author: Author
    articles: int
    solo: int
    credit: Fraction
    words: int
    first: date
    last: date
    counts: Counts

    @property
    def co_signed(self) -> int:
        """Those signed together with others."""
        return self.articles - self.solo


@dataclass(frozen=True)
class ContributionReport:
    """A period's contributions. Authors by id, only those with an article in it; `words` and `counts` have every
    article once, and so has `solo`, of which there is one signer each. `categories` are those that articles have.
    """

    site: Site
    period: Period
    articles: int
    solo: int
    words: int
    counts: Counts
    authors: tuple[Contributor, ...]
    categories: Mapping[str, Category]

    @property
    def credit(self) -> Fraction:
        """The sum of all credits: exactly the number of articles."""
        return sum((contributor.credit for contributor in self.authors), Fraction())

    @property
    def signatures(self) -> int:
        """How often somebody signed: more than articles where articles are co-signed."""
        return sum(contributor.articles for contributor in self.authors)

    @property
    def by_name(self) -> tuple[Contributor, ...]:
        """In the order in which people look for a name: an accent does not send anybody to the end."""
        return tuple(sorted(self.authors, key=lambda one: (plain(one.author.name), one.author.name, one.author.id)))


def contribution_report(edition: Edition, period: Period = ALL) -> ContributionReport:
    """The published articles of a period, per author. `all` runs from the first article's day to the last one's."""
    articles = [article for article in edition.published if article.date.date() in period]
    signed: dict[str, list[Article]] = {}
    authors: dict[str, Author] = {}
    for article in articles:
        for author in article.authors:
            authors[author.id] = author
            signed.setdefault(author.id, []).append(article)
    return ContributionReport(
        site=edition.site,
        period=_bounded(period, articles, edition.site),
        articles=len(articles),
        solo=_alone(articles),
        words=_words(articles),
        counts=_counts(articles),
        authors=tuple(_contributor(authors[id], signed[id]) for id in sorted(signed)),
        categories={article.category.slug: article.category for article in articles if article.category},
    )


def _contributor(author: Author, articles: Sequence[Article]) -> Contributor:
    days = [article.date.date() for article in articles]
    return Contributor(
        author=author,
        articles=len(articles),
        solo=_alone(articles),
        credit=_credit(articles),
        words=_words(articles),
        first=min(days),
        last=max(days),
        counts=_counts(articles),
    )


def _credit(articles: Iterable[Article]) -> Fraction:
    signers = Counter(len(article.authors) for article in articles)
    return sum((Fraction(number, people) for people, number in signers.items()), Fraction())


def _alone(articles: Iterable[Article]) -> int:
    return sum(len(article.authors) == 1 for article in articles)


def _words(articles: Iterable[Article]) -> int:
    return sum(article.body.words for article in articles)


def _counts(articles: Sequence[Article]) -> Counts:
    return Counts(
        by_month=_counted(article.date.isoformat()[:7] for article in articles),
        by_category=_counted(article.category.slug for article in articles if article.category),
        by_lang=_counted(article.lang for article in articles),
    )


def _counted(keys: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(keys).items()))


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """A name without accents and case: by what people look it up."""
    return "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one)).casefold()


def _bounded(period: Period, articles: list[Article], site: Site) -> Period:
    """A period with real ends; where nothing was ever published, the site's first day stands for both."""
    if period != ALL:
        return period
    days = [article.date.date() for article in articles] or [date(site.id_year or 1970, 1, 1)]
    return Period(period.id, min(days), max(days))
