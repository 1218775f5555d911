"""Whose name goes from an article: told also where the head of a text that did not change need not be read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from byline.changes import changes_since
from byline.evidence import works
from byline.ledger import Ledger
from byline.manuscript import read_shelf
from byline.registry import read_registry
from content_files import TODAY
from pull_requests import NOTE, begun, commit, git, put

BOTH = "---\ntitle: A title\ndate: 2026-05-01\nauthors: [jane-doe, omar-haddad]\n---\n\nSome words.\n"
RULED = BOTH.replace("Some", "A line:\n\n---\n\nSome")
CLASSIC = "Title: A title\nDate: 2026-05-01\nAuthors: jane-doe, omar-haddad\n\nSome words.\n"
OMAR = [(NOTE, "omar-haddad")]
CHANGES = {
    "the text alone": (BOTH, BOTH.replace("Some", "Other"), []),
    "the text alone, below a line of hyphens": (RULED, RULED.replace("Some", "Other"), []),
    "the text alone, from another system": (BOTH.replace("\n", "\r\n"), BOTH.replace("Some", "Other"), []),
    "a key beside the names": (BOTH, BOTH.replace("A title", "A better title"), []),
    "the order of names": (BOTH, BOTH.replace("jane-doe, omar-haddad", "omar-haddad, jane-doe"), []),
    "a name": (BOTH, BOTH.replace(", omar-haddad", ""), OMAR),
    "a name, and a line of hyphens is in the text": (RULED, RULED.replace(", omar-haddad", ""), OMAR),
    "a name, from another system": (BOTH.replace("\n", "\r\n"), BOTH.replace(", omar-haddad", ""), OMAR),
    "a name in a classic header": (CLASSIC, CLASSIC.replace(", omar-haddad", ""), OMAR),
    "the same head as text, below one without the name": (
        BOTH,
        BOTH.replace(", omar-haddad", "") + BOTH,
        OMAR,
    ),
}


def a_change(folder: Path, was: str, now: str) -> Path:
    """The content folder of a repository in which one article was changed."""
    root = begun(folder)
    git(root, "switch", "--quiet", "main")
    put(root, {NOTE: was})
    commit(root, "As it was")
    put(root, {NOTE: now})
    return root / "content"


def dropped(content: Path) -> list[tuple[str, str]]:
    """Path and author of each name that went from an article since main."""
    shelf = read_shelf(content, Ledger())
    registry = read_registry(content, shelf, TODAY, "en")
    return [(m.path, author) for m, author in works.dropped_names(shelf, registry, changes_since(content, "main"))]


@pytest.mark.parametrize(("was", "now", "names"), CHANGES.values(), ids=CHANGES.keys())
def test_a_name_that_went_is_told_whatever_else_changed(
    was: str, now: str, names: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert dropped(a_change(tmp_path, was, now)) == names


def test_a_head_that_did_not_change_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = a_change(tmp_path, BOTH, BOTH.replace("Some", "Other"))
    read: list[bytes] = []
    monkeypatch.setattr(works, "_authors_in", lambda text: read.append(text) or ())

    dropped(content)
    assert read == []

    put(tmp_path / "site", {NOTE: BOTH.replace("A title", "A better title")})
    dropped(content)
    assert read == [BOTH.encode()]
