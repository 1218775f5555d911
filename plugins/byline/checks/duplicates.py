"""Near duplicates: articles that say nearly the same, found by an index of what they have in common.

An article is the set of its shingles, sequences of five words (Broder 1997). Of these, one hash for each of 128 bins is
kept (one permutation hashing: Li, Owen, Zhang 2012): how many bins two articles share estimates how much of their text
they do. Articles meet only where a band of four bins is alike, so the cost grows with their number and not with
its square.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import regex

from ..model import Article
from ..plain_json import heard, told
from ..rules import Spot, rule
from .site import Whole

WORDS = 5
BINS = 128
BAND = 4
FEWEST = 60
CROWD = 50  # a band that more articles share holds what a site repeats everywhere, such as a notice
_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{M}\p{N}]+")
Sketch = Sequence[int]


def sketch(plain: str) -> list[int]:
    """The smallest hash in each bin, -1 in an empty one; nothing for a text that is too short to compare."""
    words = _WORD.findall(plain.casefold())
    if len(words) < FEWEST:
        return []
    bins = [-1] * BINS
    for at in range(len(words) - WORDS + 1):
        value = zlib.crc32(" ".join(words[at : at + WORDS]).encode())
        place, rest = value % BINS, value // BINS
        if bins[place] < 0 or rest < bins[place]:
            bins[place] = rest
    return bins


def alike(one: Sketch, other: Sketch) -> float:
    """How much of the text of two articles is common to both, from 0 to 1."""
    used = [(a, b) for a, b in zip(one, other, strict=True) if a >= 0 or b >= 0]
    return sum(a == b for a, b in used) / len(used) if used else 0.0


def pairs(sketches: Mapping[str, Sketch], least: float) -> Iterator[tuple[str, str, float]]:
    """Those that are alike by at least `least`, each pair once, in order."""
    bands: dict[tuple[int, ...], list[str]] = {}
    for name, bins in sketches.items():
        for at in range(0, len(bins), BAND):
            band = tuple(bins[at : at + BAND])
            if max(band) >= 0:
                bands.setdefault((at, *band), []).append(name)
    met = {pair for names in bands.values() if 1 < len(names) <= CROWD for pair in combinations(names, 2)}
    for one, other in sorted(met):
        if (common := alike(sketches[one], sketches[other])) >= least:
            yield one, other, common


@rule("near-duplicate", "warning", "Keep one, or say with `canonical:` or `remix_of:` that one goes back to the other.")
def articles_differ(site: Whole) -> Iterator[Spot]:
    """Two articles that say nearly the same divide their readers, and search engines show only one of them.

    Articles are compared within their language, five words at a time. Translations are none, nor is what says where it
    comes from. (`limits.alike`)
    """
    least = site.desk.editorial.limits.alike / 100
    for articles in _by_language(site.articles):
        sketches = _sketches(site, articles)
        for one, other, common in pairs(sketches, least):
            if not _related(articles[one], articles[other]):
                newer, older = sorted((articles[one], articles[other]), key=lambda a: (a.date, a.source), reverse=True)
                message = f"{common:.0%} of this text stands in {older.source} too"
                yield Spot(site.line(newer.source, "title"), message, path=newer.source)


def _by_language(articles: Iterable[Article]) -> Iterator[dict[str, Article]]:
    found: dict[str, dict[str, Article]] = {}
    for article in articles:
        found.setdefault(article.lang, {})[article.source] = article
    for lang in sorted(found):
        yield dict(sorted(found[lang].items()))


def _sketches(site: Whole, articles: Mapping[str, Article]) -> dict[str, Sketch]:
    texts = [article.body for article in articles.values()]
    # Most texts are not asked for their words at all: what stands for them in the ledger is enough to find a sketch.
    items = [(path, [getattr(text, "digest", "") or text.plain]) for path, text in zip(articles, texts, strict=True)]
    made = site.ledger.remember_all("sketch", items, lambda index: told(sketch(texts[index].plain)))
    return {path: bins for path, data in zip(articles, made, strict=True) if (bins := heard(data))}


def _related(one: Article, other: Article) -> bool:
    """Whether they are versions of one work, or one says that it goes back to the other or to a place elsewhere."""
    named = {one.remix_of, other.remix_of, one.canonical, other.canonical} - {""}
    return one.translation == other.translation or bool(named)
