"""Texts that are nearly the same: what several people post word for word, a network takes for a machine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

LEAST = 0.85
_WORD = re.compile(r"\w+")
_RUN = 3
_CROWD = 50  # a run of words that more texts share is a phrase of the house


def nearly_same(texts: Sequence[str], least: float = LEAST) -> Iterator[tuple[int, int, float]]:
    """Places of two texts that are alike by more than `least`, from 0 to 1, and by how much; each pair once.

    Only texts that share a run of three words are compared, so the cost does not grow with the square of their number.
    """
    words = [" ".join(_WORD.findall(text.casefold())) for text in texts]
    runs: dict[str, list[int]] = {}
    for place, text in enumerate(words):
        for run in _runs(text.split()):
            runs.setdefault(run, []).append(place)
    met = {pair for places in runs.values() if len(places) <= _CROWD for pair in combinations(places, 2)}
    for one, other in sorted(met):
        alike = SequenceMatcher(None, words[one], words[other], autojunk=False).ratio()
        if alike > least:
            yield one, other, alike


def _runs(words: list[str]) -> set[str]:
    return {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))} if words else set()
