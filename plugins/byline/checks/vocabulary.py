"""Rules about words: those a company does not publish, those there are better ones for, and how names are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..rules import Spot, rule
from .desk import Desk, List
from .sheet import Sheet


def _each(sheet: Sheet, desk: Desk, name: List, say: Callable[[str, str], str]) -> Iterator[Spot]:
    """A spot for each word of a list that a text holds, where it stands first, and how often it does."""
    if not (listed := desk.words(name, sheet.lang)):
        return
    pattern, said = listed
    found: dict[str, list[tuple[int, int]]] = {}
    for match in pattern.finditer(sheet.prose):
        word = " ".join(match[0].lower().split())
        if match[0] != said[word]:
            found.setdefault(word, []).append(match.span())
    for word, places in found.items():
        start, end = places[0]
        message = say(" ".join(sheet.text[start:end].split()), said[word])
        if len(places) > 1:
            message = f"{len(places)} times: {message}"
        yield sheet.spot(start, end, message)


@rule("blocked-word", "warning", "Say it another way.")
def blocked_words_stay_out(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """What `[words.<lang>] blocked` lists: names of projects and customers, promises, whatever must not be published.

    A company that means it sets `blocked-word = "error"`.
    """
    yield from _each(
        sheet,
        desk,
        "blocked",
        lambda word, why: f"'{word}' is not published: {why}" if why else f"'{word}' is not published",
    )


@rule("discouraged-word", "advice", "If you mean just this word, keep it.")
def there_are_better_words(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """Worn, unclear or unkind words, with one that is better. Byline knows a few in English and in French;
    `[words.<lang>] discouraged` adds to them, and `accepted` takes away.
    """
    yield from _each(
        sheet,
        desk,
        "discouraged",
        lambda word, better: f"'{word}' is discouraged; better: {better}" if better else f"'{word}' is discouraged",
    )


@rule("preferred-term", "advice", "A name is written as its owner writes it.")
def names_are_written_right(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """How names and terms are written. Byline knows some names of products; `[words.<lang>] preferred` adds yours."""
    yield from _each(sheet, desk, "preferred", lambda word, right: f"'{word}' is written '{right}'")
