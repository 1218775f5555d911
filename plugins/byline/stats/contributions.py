"""Contributions: who signed what, counted so that it adds up.

An article is one published file: a translation counts, with its own authors. Draft, scheduled, expired and hidden
ones do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..model import Article, Author, Edition, Site
from ..period import ALL, Period


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
    by_month: Mapping[str, int]
    by_category: Mapping[str, int]
    by_lang: Mapping[str, int]

    @property
    def co_signed(self) -> int:
        """Those signed together with others."""
        return self.articles - self.solo


@dataclass(frozen=True)
class ContributionReport:
    """A period's contributions. Authors by id, only those with an article in it; `words` counts every article once."""

    site: Site
    period: Period
    articles: int
    words: int
    authors: tuple[Contributor, ...]

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
        """In the order in which people look for a name."""
        return tuple(sorted(self.authors, key=lambda one: (one.author.name.casefold(), one.author.id)))


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
        words=sum(article.body.words for article in articles),
        authors=tuple(_contributor(authors[id], signed[id]) for id in sorted(signed)),
    )


def _contributor(author: Author, articles: list[Article]) -> Contributor:
    days = [article.date.date() for article in articles]
    return Contributor(
        author=author,
        articles=len(articles),
        solo=sum(len(article.authors) == 1 for article in articles),
        credit=sum((Fraction(1, len(article.authors)) for article in articles), Fraction()),
        words=sum(article.body.words for article in articles),
        first=min(days),
        last=max(days),
        by_month=_counted(f"{day:%Y-%m}" for day in days),
        by_category=_counted(article.category.slug for article in articles if article.category),
        by_lang=_counted(article.lang for article in articles),
    )


def _counted(keys: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(keys).items()))


def _bounded(period: Period, articles: list[Article], site: Site) -> Period:
    """A period with real ends; where nothing was ever published, the site's first day stands for both."""
    if period != ALL:
        return period
    days = [article.date.date() for article in articles] or [date(site.id_year or 1970, 1, 1)]
    return Period(period.id, min(days), max(days))
