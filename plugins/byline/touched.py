"""What a change touches: the files that it changes, and those that may read differently because of it.

a text      those that link to it or claim what it claims (address, id, slug, translation), and pictures beside it
a picture   the texts that show it
an author   the articles under that name
a registry  the texts that it sorts: categories.toml, a campaign; all of them for site.toml
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from .changes import Since
from .manuscript import Manuscript, Shelf, stem_and_lang
from .paths import picture_path


def touched(shelf: Shelf, since: Since | None) -> frozenset[str] | None:
    """The paths that a check since a base looks at; None for all, when there is no base or the whole site changed."""
    if since is None or "site.toml" in since.paths | since.gone:
        return None
    changed = _changed(since)
    texts = (*shelf.articles, *shelf.pages)
    found = {*changed.paths, *_rivals(texts, changed)}
    for m in (*texts, *shelf.authors):
        found.update(_concerned(m, changed))
    return frozenset(found)


@dataclass(frozen=True)
class _Changed:
    """What to look for in other texts.

    paths     what changed or is gone
    names     the last part of these paths, and of the addresses of texts among them
    folders   where a text changed
    people    ids, and names as they were, of authors whose files changed; in lower case
    """

    paths: frozenset[str]
    names: frozenset[str]
    folders: frozenset[str]
    people: frozenset[str]
    campaigns: bool


def _changed(since: Since) -> _Changed:
    paths = since.paths | since.gone
    texts = [path for path in paths if path.endswith(".md")]
    authors = [path for path in texts if path.startswith("authors/")]
    before = (since.text(change.was) or b"" for change in since.changes if change.was in authors)
    return _Changed(
        paths,
        frozenset({*(posixpath.basename(path) for path in paths), *(stem_and_lang(path)[0] for path in texts)}),
        frozenset(posixpath.dirname(path) for path in texts),
        frozenset({*(stem_and_lang(path)[0] for path in authors), *(name for text in before for name in _names(text))}),
        any(path.startswith("campaigns/") for path in paths),
    )


def _names(text: bytes) -> Iterator[str]:
    """The name that an author's file gives, if it gives one in the usual way."""
    for line in text.decode("utf-8", "replace").splitlines():
        if line.lower().startswith("name:"):
            yield line.partition(":")[2].strip().strip("'\"").casefold()


def _concerned(m: Manuscript, changed: _Changed) -> Iterator[str]:
    """The text itself when something that it names has changed, and its pictures beside a changed text."""
    cover = getattr(m.fields, "image", "") or getattr(m.fields, "portrait", "")
    for kind, target in (*m.text.targets, ("picture", cover)):
        is_picture, is_named = kind == "picture", _last(target) in changed.names
        if not target or not (is_named or (is_picture and changed.folders)):
            continue
        path = picture_path(target, m.path)
        if path in changed.paths or (not is_picture and is_named):
            yield m.path
        if path and is_picture and posixpath.dirname(path) in changed.folders:
            yield path
    if m.kind == "article" and (
        (m.fields.category and "categories.toml" in changed.paths)
        or (m.fields.campaign and changed.campaigns)
        or not changed.people.isdisjoint(written.casefold() for written in m.fields.authors)
    ):
        yield m.path


def _last(target: str) -> str:
    """The last part of a path or address: `why-we-moved` of `/articles/why-we-moved/#top`."""
    bare = target.partition("#")[0].partition("?")[0].rstrip("/")
    name = bare[max(bare.rfind("/"), bare.rfind("}")) + 1 :]
    return unquote(name) if "%" in name else name


def _rivals(texts: Iterable[Manuscript], changed: _Changed) -> Iterator[str]:
    """The texts that claim a name which a changed text claims: slug, id, translation, old address."""
    claims = {m.path: frozenset(_claims(m)) for m in texts}
    claimed = frozenset(claim for path in changed.paths for claim in claims.get(path, ()))
    return (path for path, found in claims.items() if not claimed.isdisjoint(found))


def _claims(m: Manuscript) -> Iterator[str]:
    yield m.fields.slug or m.stem
    yield from filter(None, (m.fields.translation, getattr(m.fields, "id", "")))
    yield from (_last(alias) for alias in m.fields.aliases)
