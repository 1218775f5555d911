"""Doubts: in sentences, what a document lost on its way or left to be guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..characters import CONTROL

# What was lost: one of it, several of it, and what to do.
LOST = {
    "comment": ("One comment was left out.", "{} comments were left out.", "See whether it still asks for something."),
    "change": (
        "One change was marked and nobody had accepted it.",
        "{} changes were marked and nobody had accepted them.",
        "What was added stands here, what was deleted does not: see whether that is right.",
    ),
    "box": (
        "There was a text box.",
        "There were {} text boxes.",
        "Compare with the document: its words, or those around it, may be missing or stand elsewhere.",
    ),
    "drawing": (
        "One drawing, chart or embedded object was left out.",
        "{} drawings, charts or embedded objects were left out.",
        "Save it as a picture if readers need it.",
    ),
    "equation": (
        "One equation stands here as code.",
        "{} equations stand here as code.",
        "Say it in words, or show it as a picture.",
    ),
    "merged-cells": (
        "One cell of a table stood over several columns or rows.",
        "{} cells of tables stood over several columns or rows.",
        "See whether the table can still be read.",
    ),
    "link": (
        "One link led to a file or a place that readers do not have; its words were kept.",
        "{} links led to files or places that readers do not have; their words were kept.",
        "Link to a web address instead.",
    ),
    "description": (
        "One picture has no description.",
        "{} pictures have no description.",
        "Say between the square brackets what it shows, for those who cannot see it.",
    ),
}
LONGEST_ADDRESS = 100


def doubts(
    guess: str, author: str, lost: Mapping[str, int], remote: Iterable[str], faults: Iterable[str]
) -> tuple[str, ...]:
    """Every doubt on a line of its own. `guess` says what a title was guessed from, `faults` are sentences."""
    found = [f"The title is a guess: it was {guess}."] if guess else []
    if author:
        found.append(f"The document names {author[:80]} as its author: see who signs.")
    for kind, (one, several, advice) in LOST.items():
        if number := lost.get(kind, 0):
            found.append(f"{one if number == 1 else several.format(number)} {advice}")
    for address in remote:
        shown = address if len(address) <= LONGEST_ADDRESS else f"{address[: LONGEST_ADDRESS - 3]}..."
        found.append(f"A picture stood on another site ({shown}). Save it beside this file, if you may.")
    return tuple(" ".join(CONTROL.sub("", sentence).split()) for sentence in (*found, *faults))
