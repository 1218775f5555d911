"""Notes: signatures kept beside the texts, so that they outlive a squash merge and can be verified again by anyone.

`signatures/<article id>.json` in the content folder holds what git signed: the commit as it was, and the trees that
lead from it to the article and its pictures, which is all that the signature covers. Nobody can forge one without the
key, so it does not matter who wrote the file. It speaks of one version: when the text changes, it says nothing more.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..evidence_file import AuthorId
from ..paths import safe_file
from ..repository import Repository
from .keys import keyring
from .signatures import described, is_signed

FOLDER = "signatures"
LARGEST = 2_000_000
Base64 = Annotated[str, Field(pattern="^[A-Za-z0-9+/]+={0,2}$", max_length=1_000_000)]
Blob = Annotated[str, Field(pattern="^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]


class Signature(BaseModel):
    """One author's signature under one version."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    author: AuthorId
    """Who signed."""
    commit: Base64
    """The commit with its signature, as git keeps it."""
    parent: Base64 | None = None
    """The commit before it: what differs from it is what the signer made."""
    trees: Annotated[tuple[Base64, ...], Field(max_length=200)]
    """The folders from these commits to the files, as git keeps them."""
    paths: Annotated[tuple[Annotated[str, Field(max_length=1000)], ...], Field(max_length=500)]
    """The article's file and its pictures, from the root of the repository as it was."""


class Note(BaseModel):
    """What shows that authors signed an article: made by `byline evidence keep`, verified by every build."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, serialize_by_alias=True, defer_build=True
    )

    format: Literal["byline.signatures/1"] = Field(alias="schema")
    """Always byline.signatures/1."""
    objects: Literal["sha1", "sha256"] = "sha1"
    """How the repository names its objects."""
    signatures: tuple[Signature, ...]
    """One for each author who signed."""


def schema_file() -> str:
    """The shape of a note as a JSON Schema (draft 2020-12): `docs/schemas/signatures.json`."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **Note.model_json_schema(by_alias=True)}, indent=2) + "\n"


def read_note(content: Path, path: str) -> Note | None:
    """A note of the content folder; None when it is none."""
    file = safe_file(content, path)
    if file is None or file.stat().st_size > LARGEST:
        return None
    try:
        return Note.model_validate_json(file.read_bytes())
    except ValidationError:
        return None


def signers(note: Note, keys: Mapping[str, Sequence[str]], files: Sequence[bytes]) -> list[str]:
    """Those of these authors (with their keys) who signed exactly these files: an article, then its pictures."""
    with TemporaryDirectory(prefix="byline-note-") as folder:
        repository = Repository(Path(folder))
        repository.ask("init", "--quiet", "--bare", "--template=", f"--object-format={note.objects}", ".")
        names = [{_name(data, note), _name(data.replace(b"\r\n", b"\n"), note)} for data in files]
        return [one.author for one in note.signatures if one.author in keys and _signed(repository, one, keys, names)]


def _signed(
    repository: Repository, one: Signature, keys: Mapping[str, Sequence[str]], names: Sequence[set[str]]
) -> bool:
    """Git itself puts the objects together again: what was tampered with gets another name, and is not found."""
    for data in (*one.trees, *filter(None, [one.parent])):
        _put(repository, "commit" if data == one.parent else "tree", data)
    commit = _put(repository, "commit", one.commit)
    held = {path: _blob(repository, f"{commit}:{path}") for path in one.paths} if commit else {}
    if not all(name.intersection(held.values()) for name in names):
        return False
    texts = [path for path, blob in held.items() if blob in names[0]]
    if not _meant(repository, commit, texts, one.paths):
        return False
    with keyring(one.author, keys[one.author]) as ring:
        return is_signed(repository, commit, ring)


def _meant(repository: Repository, commit: str, texts: Sequence[str], paths: Sequence[str]) -> bool:
    """Whether the signer made this version, or says in the message that it is signed (see `signatures`)."""
    one = described(repository, commit)
    if any(one.names(path) for path in texts):
        return True
    before = repository.run("ls-tree", "-z", f"{commit}^", "--", *paths) if one.parents else None
    after = repository.run("ls-tree", "-z", commit, "--", *paths)
    # A folder that the note leaves out is an error of git, and no proof that something was new.
    return (
        one.own
        and not after.returncode
        and (before is None or (not before.returncode and before.stdout != after.stdout))
    )


def _put(repository: Repository, kind: str, data: str) -> str:
    done = repository.run("hash-object", "-w", "-t", kind, "--stdin", given=base64.b64decode(data))
    return done.stdout.decode("ascii", "replace").strip() if done.returncode == 0 else ""


def _blob(repository: Repository, place: str) -> str:
    done = repository.run("rev-parse", "--verify", "--quiet", "--end-of-options", place)
    return done.stdout.decode("ascii", "replace").strip() if done.returncode == 0 else ""


def _name(data: bytes, note: Note) -> str:
    return hashlib.new(note.objects, b"blob %d\0" % len(data) + data).hexdigest()  # git's own names


# --- writing ----------------------------------------------------------------------------------------------------------


def note_of(repository: Repository, found: Iterable[tuple[str, str]], files: Iterable[str]) -> str:
    """The text of a note: `found` are (author, commit) pairs, `files` paths in the content folder."""
    prefix = os.fsdecode(repository.ask("rev-parse", "--show-prefix")).removesuffix("\n")
    paths = tuple(sorted(prefix + path for path in files))
    told = repository.run("rev-parse", "--show-object-format").stdout.decode().strip()
    signatures = tuple(_signature(repository, author, commit, paths) for author, commit in sorted(found))
    note = Note(schema="byline.signatures/1", objects="sha256" if told == "sha256" else "sha1", signatures=signatures)
    return note.model_dump_json(indent=1) + "\n"


def _signature(repository: Repository, author: str, commit: str, paths: tuple[str, ...]) -> Signature:
    first = not described(repository, commit).parents
    trees = [*_trees(repository, commit, paths), *([] if first else _trees(repository, f"{commit}^", paths))]
    return Signature(
        author=author,
        commit=_encoded(repository.ask("cat-file", "commit", commit)),
        parent=None if first else _encoded(repository.ask("cat-file", "commit", f"{commit}^")),
        trees=tuple(_encoded(repository.ask("cat-file", "tree", name)) for name in dict.fromkeys(trees)),
        paths=paths,
    )


def _trees(repository: Repository, commit: str, paths: Iterable[str]) -> list[str]:
    """The names of the trees on the way to these paths, as far as they are there."""
    folders = sorted({folder for path in paths for folder in _folders(path)})
    return [name for folder in folders if (name := _blob(repository, f"{commit}:{folder}"))]


def _folders(path: str) -> Iterable[str]:
    parts = path.split("/")[:-1]
    return ("/".join(parts[:depth]) for depth in range(len(parts) + 1))


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
