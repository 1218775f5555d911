"""Authors as the base knows them: whose name is registered there, and with which keys. A request cannot change that."""

from __future__ import annotations

import os
from collections.abc import Iterable

from .. import front_matter
from ..changes import Since
from ..manuscript import stem_and_lang
from ..schema import AuthorFields
from ..validation import fields_of


def registered(since: Since) -> frozenset[str]:
    """The ids of all authors who have a file at the base, as it stands there now."""
    told = since.repository.ask("ls-tree", "-z", "--name-only", since.rev, "--", "authors/")
    paths = (os.fsdecode(path) for path in told.split(b"\0"))
    return frozenset(stem_and_lang(path)[0] for path in paths if path.endswith(".md"))


def keys_at_base(since: Since, authors: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The signing keys of those of these authors who have any at the base."""
    texts = ((author, since.now_at_base(f"authors/{author}.md")) for author in sorted(set(authors)))
    found = {author: signing_keys(text) for author, text in texts if text is not None}
    return {author: keys for author, keys in found.items() if keys}


def signing_keys(text: bytes) -> tuple[str, ...]:
    """The keys that an author's file names; none when it cannot be read."""
    if b"signing_keys" not in text:  # as most have none, most need not be understood
        return ()
    lines = text.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    front = front_matter.read(lines, AuthorFields.model_fields)
    fields, _ = fields_of(AuthorFields, front.values, front.lines, ())
    return fields.signing_keys if fields else ()
