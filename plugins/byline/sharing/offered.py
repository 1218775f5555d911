"""Colleagues' own words, as comms accepted them: credited, and gone on the day on which they are taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ..model import Article, Finding, OfferedText, Programme
from ..settings import nearest

Accepted = Mapping[str, tuple[tuple[str, str, str], ...]]  # by article id: channel, text, whose words they are


def accepted(programme: Programme, authors: Mapping[str, str], today: date) -> Accepted:
    """The words that may be offered; `authors` are names by id. Whoever left is not named beside them."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for one in programme.texts:
        if not one.withdrawn or one.withdrawn > today:
            found.setdefault(one.article, []).append((one.channel, one.text, _credit(one, programme, authors, today)))
    return {article: tuple(texts) for article, texts in found.items()}


def _credit(text: OfferedText, programme: Programme, authors: Mapping[str, str], today: date) -> str:
    if person := programme.people.get(text.by):
        return "" if person.left and person.left <= today else person.name
    return authors.get(text.by, text.by if " " in text.by else "")


def misplaced(
    programme: Programme, articles: Mapping[str, Article], channels: Mapping[str, object]
) -> Iterator[Finding]:
    """Words for an article or a channel that there is not."""
    for one in programme.texts:
        asked = (("unknown-article", one.article, articles), ("unknown-channel", one.channel, channels))
        for name, value, known in asked:
            if value not in known:
                meant = nearest(value, known)
                hint = f"Did you mean '{meant}'?" if meant else ""
                message = f"there is no {name.removeprefix('unknown-')} '{value}'."
                yield Finding(f"texts/{one.id}.toml", 1, name, message, "warning", hint)
