"""Keeping signatures: what `byline evidence keep` writes beside the texts before a squash merge throws commits away."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Build
from ..model import Article
from .notes import FOLDER, note_of
from .works import files_of


def kept(build: Build) -> Iterator[tuple[str, str]]:
    """Path and text of the note of each changed article that somebody signed."""
    texts = {m.path: m for m in build.shelf.articles}
    for source, by_author in sorted(build.evidence.items()):
        found = [(author, one.commit) for author, one in by_author.items() if one.degree == "signed"]
        article = build.records.get(source)
        if found and build.since and isinstance(article, Article):
            m = texts[source]
            files = files_of(m, m.fields.image)
            there = [path for path in files if (build.content / path).is_file()]
            yield f"{FOLDER}/{article.id}.json", note_of(build.since.repository, found, there)
