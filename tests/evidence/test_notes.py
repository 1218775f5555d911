"""A kept signature outlives a squash merge, is verified by every build, and cannot be borrowed for another text."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from byline.evidence.notes import note_of, read_note, schema_file, signers
from byline.repository import Repository
from pull_requests import JANE, NEW, STRANGER, begun, commit, finished, git, put
from running import ROOT, Said, article, build, byline
from signing import Key, ssh_key

TEXT = article("Words of hers.\n", id="a-new-article", title="A new article")
NOTE = "signatures/a-new-article.json"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return ssh_key(tmp_path_factory.mktemp("keys"))


@pytest.fixture
def signed(tmp_path: Path, key: Key) -> Path:
    """A request whose article Jane signed, with the note beside it, not yet committed."""
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    key.commit(root, "Add an article", JANE)
    assert keep(root).code == 0
    return root


def keep(root: Path) -> Said:
    return byline("evidence", "keep", "--content", finished(root).content, "--since", "main")


def who(root: Path, key: Key, *more: bytes) -> list[str]:
    """Whose signature a build would find under the article as it stands."""
    note = read_note(root / "content", NOTE)
    assert note is not None
    return signers(note, {"jane-doe": [key.public]}, [(root / "content" / NEW).read_bytes(), *more])


def test_the_form_of_a_note_is_documented(signed: Path) -> None:
    schema = json.loads((ROOT / "docs/schemas/signatures.json").read_text("utf-8"))
    note = json.loads((signed / "content" / NOTE).read_text("utf-8"))

    assert schema == json.loads(schema_file()), "run `make docs`"
    assert note.keys() == schema["properties"].keys()
    assert note["signatures"][0].keys() == schema["$defs"]["Signature"]["properties"].keys()


def test_a_squash_merge_does_not_lose_a_signature(signed: Path, key: Key, tmp_path: Path) -> None:
    commit(signed, "Keep the signature")
    git(signed, "switch", "--quiet", "main")
    git(signed, "merge", "--quiet", "--squash", "proposed")
    commit(signed, "An article (squashed by the git host)")
    git(signed, "branch", "--quiet", "-D", "proposed")

    said = build(signed / "content", tmp_path)
    page = (tmp_path / "output/articles/a-new-article/index.html").read_text("utf-8")
    other = (tmp_path / "output/articles/why-we-moved/index.html").read_text("utf-8")

    assert said.code == 0, said
    assert "with this person’s own key" in page
    assert "with this person’s own key" not in other
    assert not list((tmp_path / "output").rglob("*signatures*"))


def test_a_note_is_void_once_the_text_changes(signed: Path, key: Key, tmp_path: Path) -> None:
    before = who(signed, key)
    put(signed, {NEW: TEXT.replace("hers", "a stranger")})

    said = byline("check", "--content", signed / "content", "--cache", tmp_path / "cache")

    assert (before, who(signed, key)) == (["jane-doe"], [])
    assert f"{NOTE}:1: void-signature: the signature of 'jane-doe'" in said.err


def test_a_note_without_the_author_s_key_shows_nothing(signed: Path, tmp_path: Path) -> None:
    other = ssh_key(tmp_path / "other")

    assert who(signed, other) == []


def test_a_picture_belongs_to_what_is_signed(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT + "\n![A desk](desk.png)\n", "articles/2026/desk.png": "a picture"})
    key.commit(root, "Add an article", JANE)
    keep(root)

    assert who(root, key, b"a picture") == ["jane-doe"]
    assert who(root, key, b"another") == []


def test_windows_line_ends_are_no_change(signed: Path, key: Key) -> None:
    file = signed / "content" / NEW
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert who(signed, key) == ["jane-doe"]


def changed(root: Path, **fields: Any) -> None:
    """The note with other values in its first signature."""
    file = root / "content" / NOTE
    note = json.loads(file.read_text("utf-8"))
    note["signatures"][0].update(fields)
    file.write_text(json.dumps(note), "utf-8")


def first(root: Path) -> dict[str, Any]:
    signature: dict[str, Any] = json.loads((root / "content" / NOTE).read_text("utf-8"))["signatures"][0]
    return signature


def test_a_commit_that_was_altered_is_no_longer_signed(signed: Path, key: Key) -> None:
    raw = base64.b64decode(first(signed)["commit"]).replace(b"Add an article", b"Add an Article")
    changed(signed, commit=base64.b64encode(raw).decode())

    assert who(signed, key) == []


def test_a_tree_that_was_altered_is_not_found(signed: Path, key: Key) -> None:
    put(signed, {NEW: TEXT.replace("hers", "a stranger")})
    forged = git(signed, "hash-object", "-w", f"content/{NEW}")
    real = git(signed, "rev-parse", f"HEAD:content/{NEW}")
    trees = [
        base64.b64decode(tree).replace(bytes.fromhex(real), bytes.fromhex(forged)) for tree in first(signed)["trees"]
    ]
    changed(signed, trees=[base64.b64encode(tree).decode() for tree in trees])

    assert who(signed, key) == []


def borrowed(root: Path, key: Key, message: str) -> None:
    """A note made of a commit in which Jane changed another file, while the forged article lay in the same tree."""
    put(root, {NEW: TEXT})
    commit(root, "Add an article in her name", STRANGER)
    put(root, {"pages/about.md": "---\ntitle: About\n---\n\nUs.\n"})
    name = key.commit(root, message, JANE)
    note = note_of(Repository(root / "content"), [("jane-doe", name)], [NEW])
    put(root, {NOTE: note})


def test_a_signature_under_something_else_in_the_tree_cannot_be_borrowed(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    borrowed(root, key, "Mend a page")

    assert who(root, key) == []


def test_nor_by_leaving_out_what_was_there_before(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    borrowed(root, key, "Mend a page")
    complete = first(root)
    for number in range(len(complete["trees"])):
        changed(root, trees=[tree for place, tree in enumerate(complete["trees"]) if place != number])
        assert who(root, key) == []
    changed(root, trees=complete["trees"], parent=None)

    assert who(root, key) == []


def test_a_line_in_the_signed_message_is_enough(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    borrowed(root, key, f"Mend a page\n\nSigns: {NEW}")

    assert who(root, key) == ["jane-doe"]


@pytest.mark.parametrize("wrong", ["", "{}", "[", '{"schema": "byline.signatures/1", "signatures": [{"author": "x"}]}'])
def test_a_note_that_is_none_is_a_finding(wrong: str, signed: Path, tmp_path: Path) -> None:
    put(signed, {NOTE: wrong})

    said = byline("check", "--content", signed / "content", "--cache", tmp_path / "cache")

    assert said.code == 0
    assert f"{NOTE}:1: unusable-signature" in said.err


def test_there_may_be_nothing_to_keep(tmp_path: Path) -> None:
    root = begun(tmp_path)
    put(root, {NEW: TEXT})
    commit(root, "Not signed")

    assert "nothing to keep" in keep(root).out
