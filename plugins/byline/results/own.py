"""What one person sees of themselves: what they signed and helped with, and what came by their own links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..activities import Activity, Owner
from ..model import Article, Measures, OwnFigures, OwnLine
from .figures import Figures, figures_of

SIGNED = ("article", "translation", "remix")


def own_figures(
    person: str,
    acts: Sequence[Activity],
    measures: Measures,
    whose: Mapping[str, Owner],
    articles: Mapping[str, Article],
    labels: Mapping[str, str],
) -> OwnFigures:
    """The figures of one person, for their eyes alone; `labels` are the names of channels by id.

    `whose` has the tokens of people who chose to be measured, where that was agreed on: nobody else has lines.
    """
    mine = [one for one in acts if one.person == person]
    found: dict[tuple[str, str], Figures] = {}
    for one in measures.visits:
        if one.content in whose and whose[one.content].person == person:
            key = (one.article, one.channel)
            found[key] = found.get(key, Figures()) + figures_of(one)
    order = _order(found, articles)
    return OwnFigures(
        signed=sum(one.kind in SIGNED for one in mine),
        helped=sum(one.kind == "review" for one in mine),
        lines=tuple(_line(articles[id], channel, found[id, channel], labels) for id, channel in order),
        measured=measures.measured,
    )


def _order(found: Mapping[tuple[str, str], Figures], articles: Mapping[str, Article]) -> list[tuple[str, str]]:
    """The newest article first; what is no longer published has no line."""
    there = [key for key in found if key[0] in articles]
    return sorted(sorted(there), key=lambda key: articles[key[0]].date, reverse=True)


def _line(article: Article, channel: str, figures: Figures, labels: Mapping[str, str]) -> OwnLine:
    numbers = (figures.visits, figures.engaged, figures.conversions)
    return OwnLine(article.title, article.lang, article.url, labels.get(channel, channel), *numbers)
