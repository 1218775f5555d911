"""Directions: in which order the parts of a line stand when some of it is read from right to left (UAX 9)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import regex
from bidi import algorithm

RIGHT_TO_LEFT = regex.compile(r"[\p{bc=R}\p{bc=AL}\p{bc=AN}]")


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is of a script that is written from right to left (UAX 9, P2)."""
    if not RIGHT_TO_LEFT.search(text):
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((direction != "L" for direction in directions if direction in ("L", "R", "AL")), False)


def levels(clusters: Sequence[str], from_right: bool) -> list[int]:
    """The embedding level of each cluster of a line: odd ones are read from right to left."""
    base = int(from_right)
    if not from_right and not any(RIGHT_TO_LEFT.search(cluster) for cluster in clusters):
        return [0] * len(clusters)
    # One character speaks for its cluster, never one that the algorithm would take out (X9).
    text = "".join(next((c for c in cluster if unicodedata.bidirectional(c) != "BN"), "a") for cluster in clusters)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "R" if from_right else "L"
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [int(one["level"]) for one in storage["chars"]]
    for place in range(len(found) - 1, -1, -1):  # spaces at a line's end stand where the line ends (L1)
        if not clusters[place].isspace():
            break
        found[place] = base
    return found


def visual_order(found: Sequence[int]) -> list[int]:
    """The places of runs, from left to right, by their levels (L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        begin = None
        for place in range(len(order) + 1):
            reached = place < len(order) and found[order[place]] >= level
            if reached and begin is None:
                begin = place
            elif not reached and begin is not None:
                order[begin:place] = reversed(order[begin:place])
                begin = None
    return order
