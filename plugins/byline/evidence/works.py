"""Works: what a name stands under. An article is a work of its authors, an author's page that of its person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .. import front_matter
from ..changes import Since
from ..manuscript import Manuscript, Shelf, stem_and_lang
from ..paths import picture_path
from ..registry import Registry, find_author
from ..schema import ArticleFields
from ..validation import FORBIDDEN, fields_of


@dataclass(frozen=True)
class Work:
    """One changed text with everything that belongs to it.

    source    its file
    files     the file and the pictures that it shows, by path: what an author stands behind as a whole
    authors   ids, in signing order
    line      where its authors stand in the file
    """

    kind: Literal["article", "profile"]
    source: str
    files: tuple[str, ...]
    authors: tuple[str, ...]
    line: int


def changed_works(shelf: Shelf, registry: Registry, since: Since) -> list[Work]:
    """Every work of which a reader would see something else than at the base, by source."""
    articles = (_article(one, registry) for one in shelf.articles)
    profiles = (_profile(one, registry) for one in shelf.authors)
    found = [work for work in (*articles, *profiles) if _touched(work, since)]
    return sorted((work for work in found if not _only_moved(work, since)), key=lambda work: work.source)


def _article(m: Manuscript, registry: Registry) -> Work:
    known = (find_author(registry, written) for written in m.fields.authors)
    authors = dict.fromkeys(author.id for author in known if author)
    return Work("article", m.path, files_of(m, m.fields.image), tuple(authors), m.line("authors"))


def _profile(m: Manuscript, registry: Registry) -> Work:
    author = registry.authors.get(m.stem)
    return Work("profile", m.path, files_of(m, author.portrait if author else ""), (m.stem,), m.line("name"))


def files_of(m: Manuscript, picture: str) -> tuple[str, ...]:
    """Its own file, then its pictures. Those of an author are named from the content folder already."""
    named_first = f"/{picture}" if m.kind == "author" and picture else picture
    shown = [named_first, *(target for kind, target in m.text.targets if kind == "picture")]
    paths = (picture_path(target, m.path) for target in shown if target)
    return (m.path, *sorted({path for path in paths if path} - {m.path}))


def _touched(work: Work, since: Since) -> bool:
    return not since.paths.isdisjoint(work.files) or not since.gone.isdisjoint(work.files[1:])


def _only_moved(work: Work, since: Since) -> bool:
    """Whether nothing but the folder changed: same bytes, same name, so nothing that is signed."""
    was = {change.path: change.was for change in since.changes if change.kind == "renamed"}
    touched = since.paths.intersection(work.files)
    return since.gone.isdisjoint(work.files) and all(_moved(path, was.get(path, ""), since) for path in touched)


def _moved(path: str, was: str, since: Since) -> bool:
    file = since.repository.folder / path
    same_name = stem_and_lang(was) == stem_and_lang(path)
    return bool(was) and same_name and file.is_file() and since.text(was) == file.read_bytes()


def dropped_names(shelf: Shelf, registry: Registry, since: Since) -> Iterable[tuple[Manuscript, str]]:
    """Articles at the base from whose byline somebody is now missing, with that author's id."""
    by_path = {m.path: m for m in shelf.articles}
    for change in since.changes:
        m = by_path.get(change.path)
        if m is None or not change.was or _same_head(since.text(change.was) or b"", since.repository.folder / m.path):
            continue
        signed = {author.id for written in m.fields.authors if (author := find_author(registry, written))}
        for written in _authors_in(since.text(change.was) or b""):
            author = find_author(registry, written)
            if author and author.id not in signed:
                yield m, author.id


def _same_head(was: bytes, file: Path) -> bool:
    """Whether all that stands above a text is what it was, as after most edits: then its authors are, too."""
    head, end, _ = was.partition(b"\n---\n")
    return bool(head.startswith(b"---") and end and file.read_bytes().startswith(head + end))


def _authors_in(text: bytes) -> tuple[str, ...]:
    lines = text.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    front = front_matter.read(lines, {*ArticleFields.model_fields, *FORBIDDEN})
    fields, _ = fields_of(ArticleFields, front.values, front.lines)
    return tuple(fields.authors) if fields else ()
