"""What a change touches: the files that it changes, and those that may read differently because of it.

a text      those that link to it or claim what it claims (address, id, slug, translation), and the files beside it
a picture   the texts that show it
an author   the articles under that name
a registry  the texts that it sorts: categories.toml, a campaign; all of them for site.toml
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from .build import Build
from .changes import Since
from .manuscript import Manuscript, stem_and_lang
from .model import Article, Finding, Record
from .paths import picture_path


def told_of(findings: Iterable[Finding], build: Build) -> list[Finding]:
    """The findings that concern what differs from the base; all of them when no base was named.

    What stands beside the content folder, such as `../programme/editorial.toml`, decides about all texts.
    """
    wanted = touched(build)
    return [one for one in findings if wanted is None or one.path in wanted or one.path.startswith("../")]


def touched(build: Build) -> frozenset[str] | None:
    """The paths that a check since a base looks at; None for all, when there is no base or the whole site changed."""
    since = build.since
    if since is None or not {"site.toml"}.isdisjoint(since.paths | since.gone):
        return None
    changed = since.paths | since.gone
    found = {*changed, *_rivals(build, changed), *_beside(build, since)}
    for m in (*build.shelf.articles, *build.shelf.pages, *build.shelf.authors):
        if m.path not in found and _concerned(m, since, changed):
            found.add(m.path)
    return frozenset(found)


def _concerned(m: Manuscript, since: Since, changed: frozenset[str]) -> bool:
    """Whether something that this text names has changed."""
    if not changed.isdisjoint(_named(m)):
        return True
    if m.kind != "article":
        return False
    campaigns = any(path.startswith("campaigns/") for path in changed)
    return bool(
        (m.fields.category and "categories.toml" in changed)
        or (m.fields.campaign and campaigns)
        or (_people(since) & {written.casefold() for written in m.fields.authors})
    )


def _named(m: Manuscript) -> Iterator[str]:
    """The files of the content folder that a text links to or shows."""
    targets = [one.target for one in m.text.references]
    for target in (*targets, getattr(m.fields, "image", ""), getattr(m.fields, "portrait", "")):
        if target and (path := picture_path(target, m.path)):
            yield path


def _people(since: Since) -> frozenset[str]:
    """Ids, and names as they were before, of the authors whose files have changed or gone."""
    paths = {path for change in since.changes for path in (change.path, change.was) if path.startswith("authors/")}
    texts = (since.text(change.was) or b"" for change in since.changes if change.was.startswith("authors/"))
    names = (
        line.partition(":")[2].strip().strip("'\"")
        for text in texts
        for line in text.decode("utf-8", "replace").splitlines()
        if line.startswith("name:")
    )
    return frozenset({*(stem_and_lang(path)[0] for path in paths), *(name.casefold() for name in names)})


def _beside(build: Build, since: Since) -> Iterator[str]:
    """The pictures in the folder of a changed text: one that it no longer shows is now unused."""
    folders = {posixpath.dirname(path) for path in since.paths | since.gone if path.endswith(".md")}
    used = (path for m in (*build.shelf.articles, *build.shelf.pages) for path in _named(m))
    return (path for path in used if posixpath.dirname(path) in folders)


def _rivals(build: Build, changed: frozenset[str]) -> Iterator[str]:
    """The texts that claim, or lead to, what a changed text claims or claimed."""
    records = build.edition.records
    claimed = {claim for record in records if record.source in changed for claim in _claims(record)}
    left = {stem_and_lang(path)[0] for path in changed if path.endswith(".md")}
    for m in (*build.shelf.articles, *build.shelf.pages):
        if not left.isdisjoint(_last_steps(m)):
            yield m.path
    for record in records:
        if not claimed.isdisjoint(_claims(record)):
            yield record.source


def _claims(record: Record) -> Iterator[tuple[str, str]]:
    yield "address", record.address
    yield "slug", f"{record.lang} {record.slug}"
    yield "translation", record.translation
    yield from (("address", alias) for alias in record.aliases)
    if isinstance(record, Article):
        yield "id", record.id


def _last_steps(m: Manuscript) -> Iterator[str]:
    """The names at the end of the addresses that a text links to: `/articles/why-we-moved/` ends in `why-we-moved`."""
    for one in m.text.references:
        if one.kind == "link":
            yield unquote(urlsplit(one.target).path).rstrip("/").rpartition("/")[2]
