"""Marks: which bylines readers may see as signed, verified anew by every build."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping

from ..build import Build
from ..manuscript import Manuscript
from ..model import Article, Finding
from ..paths import safe_file
from .notes import FOLDER, Note, read_note, signers
from .works import files_of

NEEDED = ("git", "ssh-keygen")


def marks(build: Build) -> dict[str, tuple[str, ...]]:
    """By article source, the authors whose kept signature covers the article as it is; appends findings."""
    if not (build.content / FOLDER).is_dir():
        return {}
    if missing := [name for name in NEEDED if not shutil.which(name)]:
        build.notes.append(f"signatures are not verified, so no byline is marked: {', '.join(missing)} is missing")
        return {}
    keys = {m.stem: m.fields.signing_keys for m in build.shelf.authors if not m.lang}
    texts = {m.path: m for m in build.shelf.articles}
    found = {}
    for article in build.edition.articles:
        path = f"{FOLDER}/{article.id}.json"
        if article.source in texts and (build.content / path).exists():
            found[article.source] = _marked(build, article, texts[article.source], path, keys)
    return found


def _marked(
    build: Build, article: Article, m: Manuscript, path: str, keys: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    note = read_note(build.content, path)
    if note is None:
        message = "this is no note of signatures."
        hint = "`byline evidence keep` writes one; nobody has to change it by hand."
        build.findings.append(Finding(path, 1, "unusable-signature", message, "warning", hint))
        return ()
    own = {author.id: keys.get(author.id, ()) for author in article.authors}
    files = [file.read_bytes() for one in files_of(m, m.fields.image) if (file := safe_file(build.content, one))]
    inputs = [note.model_dump(mode="json"), own, files]
    made = build.ledger.remember("signature", path, inputs, lambda: json.dumps(signers(note, own, files)).encode())
    signed = set(json.loads(made))
    build.findings += [_void(path, article, author) for author in _named(note) if author not in signed]
    return tuple(author.id for author in article.authors if author.id in signed)


def _named(note: Note) -> list[str]:
    return sorted({one.author for one in note.signatures})


def _void(path: str, article: Article, author: str) -> Finding:
    message = f"the signature of '{author}' is not of {article.source} as it is now, so readers see no mark."
    hint = "Sign the new version and run `byline evidence keep`, or remove this file."
    return Finding(path, 1, "void-signature", message, "advice", hint)
