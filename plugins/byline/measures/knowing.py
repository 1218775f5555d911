"""What the site gave out, gathered from a build: by it imports tell whose visit it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import unquote, urlsplit

from ..build import Build
from ..model import Article
from ..tokens import Secrets
from .attributing import Known

ADDRESSED = ("published", "hidden", "expired")
KEPT_MONTHS = 13  # unless `governance.toml` says otherwise: what the French authority names for measuring audiences


def known_of(build: Build, periods: Sequence[str]) -> Known:
    """Articles, channels, campaigns and short links of a build, and whose links may be counted today.

    `periods` are those of personal links.
    """
    articles = [one for one in build.edition.articles if one.state in ADDRESSED]
    sources: dict[str, tuple[str, ...]] = {}
    for channel in build.channels.values():
        sources[channel.source] = (*sources.get(channel.source, ()), channel.id)
    today = build.now.date()
    return Known(
        articles={one.id: one.campaign for one in articles},
        paths={path: one.id for one in articles for path in _paths(one, build.site.url)},
        campaigns=frozenset(one.id for one in build.edition.campaigns),
        sources=sources,
        short=build.short_links,
        people={id: one.measured(today) for id, one in build.programme.people.items()},
        allowed=build.programme.governance.allows("measured"),
        secrets=build.setting(Secrets),
        periods=tuple(periods),
        today=today,
        expired=expiry(today, build.programme.governance.retention_months),
    )


def expiry(today: date, months: int | None) -> date:
    """The first day of which rows may still say whose link it was, `months` before today."""
    back = today.year * 12 + today.month - 1 - (months or KEPT_MONTHS)
    year, month = divmod(back, 12)
    try:
        return date(year, month + 1, today.day)
    except ValueError:  # no such day in that month: the next one
        return date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)


def _paths(article: Article, siteurl: str) -> Iterator[str]:
    """Where readers ask for an article, old addresses included, with and without the slash that servers add."""
    below = urlsplit(siteurl).path.rstrip("/")
    for address in (*article.aliases, article.address):
        path = below + address
        yield from {path, unquote(path), path.rstrip("/")} - {""}
        if path.endswith("/"):
            yield f"{path}index.html"
