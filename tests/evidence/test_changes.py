"""What differs from the base, as git tells it, whatever the names and revisions are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from byline.changes import changes_since
from byline.model import Change
from byline.repository import RevisionError
from content_files import article_file
from pull_requests import BODY, FRENCH, MOVED, NEW, NOTE, SITUATIONS, begun, commit, git, pull_request, put
from running import article, byline

EXPECTED = {
    "new": [Change("added", NEW)],
    "co-signed": [Change("added", NEW)],
    "edited": [Change("edited", MOVED, MOVED)],
    "renamed": [Change("renamed", "articles/2026/a-note-on-moving.md", NOTE)],
    "deleted": [Change("deleted", "", MOVED)],
    "translation": [Change("added", FRENCH)],
    "forged-address": [Change("added", NEW)],
    "forged-trailer": [Change("added", NEW)],
    "older-approval": [Change("added", NEW)],
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_pull_request_is_the_files_that_it_changes(situation: str, tmp_path: Path) -> None:
    pull = pull_request(situation, tmp_path)

    assert list(changes_since(pull.content, "main").changes) == EXPECTED[situation]


def test_what_the_base_has_gained_since_is_nobody_s_change_here(tmp_path: Path) -> None:
    pull = pull_request("new", tmp_path)
    git(pull.root, "switch", "--quiet", "main")
    put(pull.root, {NOTE: article("Changed on main.\n")})
    moved_on = commit(pull.root, "Main moves on")
    git(pull.root, "switch", "--quiet", "proposed")

    since = changes_since(pull.content, "main")

    assert [change.path for change in since.changes] == [NEW]
    assert (since.rev, since.parting, since.head) == (moved_on, pull.base, pull.head)
    assert b"Changed on main" in (since.now_at_base(NOTE) or b"")
    assert b"Changed on main" not in (since.text(NOTE) or b"")


def test_what_is_not_committed_counts(tmp_path: Path) -> None:
    root = begun(tmp_path)
    put(root, {NEW: article_file(), MOVED: article("Another text, not yet committed.\n")})
    (root / "content" / NOTE).rename(root / "content/articles/2026/moved-by-hand.md")
    before = (root / ".git/index").read_bytes()

    since = changes_since(root / "content", "main")

    assert list(since.changes) == [
        Change("added", NEW),
        Change("renamed", "articles/2026/moved-by-hand.md", NOTE),
        Change("edited", MOVED, MOVED),
    ]
    assert since.unsaved == since.paths
    assert (root / ".git/index").read_bytes() == before


def test_a_committed_change_is_saved(tmp_path: Path) -> None:
    pull = pull_request("edited", tmp_path)

    since = changes_since(pull.content, pull.base)

    assert since.paths == {MOVED}
    assert since.unsaved == set()
    assert since.text(MOVED) != (pull.content / MOVED).read_bytes()
    assert since.text("no/such/file.md") is None


def test_only_the_content_folder_is_looked_at(tmp_path: Path) -> None:
    root = begun(tmp_path)
    (root / "README.md").write_text("Beside the content.\n")
    commit(root, "A file elsewhere")

    assert changes_since(root / "content", "main").changes == ()


def test_the_content_may_be_the_repository_itself(tmp_path: Path) -> None:
    put(tmp_path, {MOVED: article(BODY)})
    content = tmp_path / "content"
    git(content, "init", "--quiet", "--initial-branch=main")
    commit(content, "Begin")
    put(tmp_path, {NEW: article(BODY + "More.\n")})

    assert [change.path for change in changes_since(content, "main").changes] == [NEW]


@pytest.mark.parametrize(
    "revision",
    ["--help", "-h", "--output=/tmp/x", "", " ", "main\n", "main\0", "nope", "main..proposed", "main:content",
     "HEAD^{tree}", "$(id)", "x" * 500, "\x1b[2J", "--upload-pack=id", "main --help"],
)  # fmt: skip
def test_a_revision_that_names_no_commit_is_refused(revision: str, tmp_path: Path) -> None:
    root = begun(tmp_path)

    with pytest.raises(RevisionError) as refused:
        changes_since(root / "content", revision)

    assert str(refused.value).isprintable()


@pytest.mark.parametrize("name", ["-rf.md", "--help.md", "a\nb.md", "$(id).md", "a b\t.md", "é\\x.md", ":(top).md"])
def test_hostile_names_are_only_names(name: str, tmp_path: Path) -> None:
    root = begun(tmp_path)
    put(root, {f"articles/{name}": article(BODY)})
    commit(root, "A name")

    (change,) = changes_since(root / "content", "main").changes

    assert change.kind == "added"
    assert change.path.isprintable()
    assert change.path.startswith("articles/")


def test_a_name_that_is_no_text_is_a_finding_and_no_traceback(tmp_path: Path) -> None:
    root = begun(tmp_path)
    (root / "content/articles" / os.fsdecode(b"\xff\xfe.md")).write_text(article(BODY))
    commit(root, "No text")

    said = byline("check", "--content", root / "content", "--cache", tmp_path / "cache", "--since", "main")

    assert said.code == 1
    assert "unsafe-path" in said.err


def test_a_repository_cannot_make_git_run_a_program(tmp_path: Path) -> None:
    pull = pull_request("edited", tmp_path)
    mark = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "diff.evil.textconv", "diff.evil.command", "core.pager"):
        git(pull.root, "config", key, str(program))
    (pull.root / ".git/info/attributes").write_text("*.md diff=evil\n")
    hook = pull.root / ".git/hooks/post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.symlink_to(program)
    put(pull.root, {NEW: article(BODY)})

    assert len(changes_since(pull.content, "main").changes) == 2
    assert not mark.exists()


def test_variables_cannot_lead_to_another_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pull = pull_request("new", tmp_path)
    (tmp_path / "other").mkdir()
    git(tmp_path / "other", "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))

    assert changes_since(pull.content, "main").head == pull.head


def test_a_shallow_clone_is_told_to_fetch_more(tmp_path: Path) -> None:
    pull = pull_request("new", tmp_path)
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=proposed", f"file://{pull.root}", "shallow")

    said = byline("check", "--content", tmp_path / "shallow/content", "--since", pull.base)

    assert said.code == 2
    assert "git fetch --unshallow" in said.err


def test_two_histories_without_a_common_past_are_told_so(tmp_path: Path) -> None:
    root = begun(tmp_path)
    git(root, "switch", "--quiet", "--orphan", "elsewhere")
    put(root, {MOVED: article(BODY)})
    commit(root, "Begin anew")

    with pytest.raises(RevisionError, match="no past in common"):
        changes_since(root / "content", "main")


def test_a_folder_in_no_repository_is_wrong_use(tmp_path: Path) -> None:
    put(tmp_path, {MOVED: article(BODY)})

    said = byline("check", "--content", tmp_path / "content", "--since", "main", GIT_CEILING_DIRECTORIES=str(tmp_path))

    assert said.code == 2
    assert "needs a git repository" in said.err


def test_evidence_needs_a_base(tmp_path: Path) -> None:
    said = byline("check", "--evidence", tmp_path / "evidence.json")

    assert said.code == 2
    assert "--since" in said.err
