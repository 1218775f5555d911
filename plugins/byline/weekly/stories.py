"""Which stories a week has: decided by rules that anybody can read, never by clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Article, Edition, Programme
from ..proposing import one_version, proposals, shareable

FEWEST = 3  # a week with fewer new stories gets older ones whose turn it is


@dataclass(frozen=True)
class Week:
    """Seven days, Monday to Sunday; `stories` in the order in which they are told."""

    first: date
    last: date
    stories: tuple[Article, ...]


def last_week(edition: Edition, programme: Programme, today: date, lang: str, most: int) -> Week:
    """The week that has ended, told in a language; the same on every day of the week after it.

    New stories first, those of a running campaign before others, then those that say most clearly who gains what;
    nobody signs two while somebody else has none. Each is in this language if it has a version in it. A hold stops all.
    """
    monday = today - timedelta(days=today.weekday())
    first, last = monday - timedelta(days=7), monday - timedelta(days=1)
    free = shareable(edition, programme)
    new = one_version(
        sorted((a for a in free if first <= a.date.date() <= last), key=_rank(edition, last)), lang, edition
    )
    stories = _fairly(new)[:most]
    if len(stories) < FEWEST:
        again = [one.article for one in proposals(edition, programme, last) if one.why != "new"]
        known = {article.translation for article in stories}
        older = (a for a in one_version(again, lang, edition) if a.translation not in known)
        stories = [*stories, *list(older)[: max(0, min(FEWEST, most) - len(stories))]]
    return Week(first, last, tuple(stories))


def _rank(edition: Edition, day: date) -> Callable[[Article], tuple[bool, int, float, str]]:
    running = {one.id for one in edition.campaigns if one.runs(day)}

    def place(article: Article) -> tuple[bool, int, float, str]:
        said = bool(article.reader) + bool(article.summary.plain) + bool(article.needs)
        return (article.campaign not in running, -said, -article.date.timestamp(), article.id)

    return place


def _fairly(articles: Iterable[Article]) -> list[Article]:
    """Whoever already signs a story lets others go first."""
    first: list[Article] = []
    later: list[Article] = []
    signing: set[str] = set()
    for article in articles:
        signers = {author.id for author in article.authors}
        (later if signers <= signing else first).append(article)
        signing |= signers
    return [*first, *later]
