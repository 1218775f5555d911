"""Doubts: in sentences, what a document lost on its way or left to be guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..characters import CONTROL

LONGEST_ADDRESS = 100


class Lost(NamedTuple):
    """What is said when one thing was lost, and when several were; and what to do."""

    one: str
    several: Callable[[int], str]


LOST = {
    "comment": Lost(
        "One comment was left out. See whether it still asks for something.",
        lambda number: f"{number} comments were left out. See whether they still ask for something.",
    ),
    "change": Lost(
        "One change was marked and nobody had accepted it. What was added stands here, what was deleted does not: see "
        "whether that is right.",
        lambda number: (
            f"{number} changes were marked and nobody had accepted them. What was added stands here, what was deleted "
            "does not: see whether that is right."
        ),
    ),
    "box": Lost(
        "There was a text box. Compare with the document: its words, or those around it, may be missing or stand "
        "elsewhere.",
        lambda number: (
            f"There were {number} text boxes. Compare with the document: their words, or those around them, may be "
            "missing or stand elsewhere."
        ),
    ),
    "drawing": Lost(
        "One drawing, chart or embedded object was left out. Save it as a picture if readers need it.",
        lambda number: (
            f"{number} drawings, charts or embedded objects were left out. Save as pictures those that readers need."
        ),
    ),
    "equation": Lost(
        "One equation stands here as code. Say it in words, or show it as a picture.",
        lambda number: f"{number} equations stand here as code. Say them in words, or show them as pictures.",
    ),
    "merged-cells": Lost(
        "One cell of a table stood over several columns or rows. See whether the table can still be read.",
        lambda number: (
            f"{number} cells of tables stood over several columns or rows. See whether the tables can still be read."
        ),
    ),
    "link": Lost(
        "One link led to a file or a place that readers do not have; its words were kept. Link to a web address "
        "instead.",
        lambda number: (
            f"{number} links led to files or places that readers do not have; their words were kept. Link to web "
            "addresses instead."
        ),
    ),
    "description": Lost(
        "One picture has no description. Say between the square brackets what it shows, for those who cannot see it.",
        lambda number: (
            f"{number} pictures have no description. Say between the square brackets what they show, for those who "
            "cannot see them."
        ),
    ),
}


def doubts(
    guess: str, author: str, lost: Mapping[str, int], remote: Iterable[str], faults: Iterable[str]
) -> tuple[str, ...]:
    """Every doubt on a line of its own. `guess` says what a title was guessed from, `faults` are sentences."""
    doubtful: list[str] = []
    if guess:
        doubtful.append(f"The title is a guess: it was {guess}.")
    if author:
        doubtful.append(f"The document names {author[:80]} as its author: see who signs.")
    for kind, (one, several) in LOST.items():
        if number := lost.get(kind, 0):
            doubtful += [one if number == 1 else several(number)]
    for address in remote:
        shown = address if len(address) <= LONGEST_ADDRESS else f"{address[: LONGEST_ADDRESS - 3]}..."
        doubtful.append(f"A picture stood on another site ({shown}). Save it beside this file, if you may.")
    return tuple(" ".join(CONTROL.sub("", sentence).split()) for sentence in (*doubtful, *faults))
