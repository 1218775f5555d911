"""A note to whoever wrote an article, ready to be sent when it has gone live: where it is, how to share it, thanks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ..build import Build
from ..model import Article, File, made
from .wording import letters

FRESH = timedelta(days=14)
MOST = 6  # texts in a note: more are in the hub


def note_files(build: Build) -> Iterator[File]:
    """A note for each article that went live in the last two weeks, in the article's language: `internal/notes/`."""
    for article in build.edition.published:
        if build.now - FRESH < article.date <= build.now:
            yield File(f"notes/{article.id}.txt", note(article, build), internal=True)


def note(article: Article, build: Build) -> bytes:
    """The note as plain text, to be pasted into a mail or a chat."""
    card = build.cards.get(article.source)
    text = (
        letters(article.lang)
        .get_template("note.txt")
        .render(
            article=article,
            card=build.site.canonical(card.address) if card else "",
            texts=_texts(article, build),
            links=made(build.share_links.get(article.source, ())),
        )
    )
    return text.encode()


def _texts(article: Article, build: Build) -> list[tuple[str, str]]:
    """(channels, text): what its authors prepared, else what its title and summary make; each text once."""
    texts = [one for one in build.kits[article.source].texts if one.origin != "colleague"]
    labels: dict[str, list[str]] = {}
    for one in [one for one in texts if one.own] or texts:
        labels.setdefault(one.text.replace("{url}", article.url), []).append(one.label)
    return [(", ".join(dict.fromkeys(names)), text) for text, names in labels.items()][:MOST]
