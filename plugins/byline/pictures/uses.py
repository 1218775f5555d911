"""Where pictures are used: in the bodies of texts, as covers, and behind links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model import Edition
from ..paths import is_remote, picture_path

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


@dataclass(frozen=True)
class Use:
    """A picture that a text names: `path` is in the content folder, None when it leads out of it.

    One that is only linked to needs no description, and a link to nothing is the business of those who check links.
    """

    path: str | None
    source: str
    line: int
    target: str
    alt: str = ""
    linked: bool = False

    @property
    def is_svg(self) -> bool:
        """SVG may hold scripts and cannot be encoded anew, so it is not published."""
        return (self.path or "").lower().endswith(".svg")


def uses(edition: Edition, asked: Callable[[str], bool] = lambda _source: True) -> tuple[Use, ...]:
    """Every use of a picture of ours by the texts that are asked for, in their order; what stands on other hosts is not
    ours.
    """
    found = (*_covers(edition, asked), *_references(edition, asked))
    return tuple(use for use in found if not is_remote(use.target))


def _covers(edition: Edition, asked: Callable[[str], bool]) -> Iterator[Use]:
    for article in edition.articles:
        if article.image and article.state != "expired" and asked(article.source):
            path = picture_path(article.image, article.source)
            yield Use(path, article.source, 1, article.image, article.image_alt)


def _references(edition: Edition, asked: Callable[[str], bool]) -> Iterator[Use]:
    for source, text in edition.texts():
        for reference in text.local(edition.site) if asked(source) else ():
            path = picture_path(reference.target, source)
            linked = reference.kind == "link"
            if not linked or (path and path.lower().endswith(SUFFIXES)):
                yield Use(path, source, reference.line, reference.target, reference.alt, linked)
