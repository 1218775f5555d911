"""The same topic in two languages: tags and series have other words there, and articles whose versions tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ..model import Article

Place = tuple[str, str]  # slug and language
Groups = Mapping[str, frozenset[str]]


def families(found: Mapping[Place, Sequence[Article]], by_versions: bool) -> dict[Place, dict[str, str]]:
    """By topic and language, what it is called in each language, its own included: slugs by language.

    A slug that stands in several languages is one topic. With `by_versions` two topics are one, too, when of the
    articles that exist in both languages both list the same, and no other topic does. A family has one member in a
    language, and all its members name the same family, as `hreflang` wants it.
    """
    family: dict[Place, dict[str, str]] = {}
    langs = _langs(found)
    for slug, lang in sorted(found):
        same = next((family[slug, other] for other in langs if (slug, other) in family), {})
        same[lang] = slug
        family[slug, lang] = same
    for one, other in _told(found) if by_versions else ():
        if family[one].keys().isdisjoint(family[other]):
            family[one].update(family[other])
            for lang, slug in family[one].items():
                family[slug, lang] = family[one]
    return family


def _langs(found: Mapping[Place, Sequence[Article]]) -> list[str]:
    return sorted({lang for _, lang in found})


def _told(found: Mapping[Place, Sequence[Article]]) -> Iterator[tuple[Place, Place]]:
    """Pairs of topics that the versions of their articles tell to be one, in order."""
    groups = {lang: {slug: _groups(found[slug, one]) for slug, one in found if one == lang} for lang in _langs(found)}
    for lang, other in combinations(_langs(found), 2):
        here, there = (_telling(groups[lang], groups[other]), _telling(groups[other], groups[lang]))
        for versions, slug in sorted(here.items(), key=lambda pair: pair[1]):
            if versions in there:
                yield (slug, lang), (there[versions], other)


def _groups(articles: Sequence[Article]) -> frozenset[str]:
    return frozenset(article.translation for article in articles)


def _telling(groups: Groups, others: Groups) -> dict[frozenset[str], str]:
    """The topics that alone list a set of the articles that exist in the other language too, by these."""
    shared = frozenset[str]().union(*others.values())
    slugs: dict[frozenset[str], list[str]] = {}
    for slug, articles in groups.items():
        slugs.setdefault(articles & shared, []).append(slug)
    return {articles: alone[0] for articles, alone in slugs.items() if articles and len(alone) == 1}
