"""A signature by a key that the base knows shows who stands behind a text, and nothing less does."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from byline.changes import changes_since
from byline.evidence.deciding import evidence_of
from byline.evidence.keys import usable
from byline.evidence.works import changed_works
from byline.evidence_file import read_evidence
from byline.ledger import Ledger
from byline.manuscript import read_shelf
from byline.registry import read_registry
from content_files import TODAY
from pull_requests import JANE, MOVED, NEW, OMAR, STRANGER, begun, commit, finished, git, person, put
from running import article, byline
from signing import Key, gpg_key, ssh_key

TEXT = article("Words of hers.\n", id="a-new-article", title="A new article")
BOTH = article("Words of both.\n", id="a-new-article", title="By two", authors="[jane-doe, omar-haddad]")


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return ssh_key(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="module")
def other_key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return ssh_key(tmp_path_factory.mktemp("keys"), "omar")


def degrees(root: Path, *approved: str) -> dict[str, str]:
    """The degree of each author of a changed text, when the trusted job found these approvals of the head."""
    pull = finished(root)
    since = changes_since(pull.content, "main")
    shelf = read_shelf(pull.content, Ledger())
    registry = read_registry(pull.content, shelf, TODAY, "en")
    works = changed_works(shelf, registry, since)
    file = read_evidence(pull.evidence(approved), pull.head) if approved else None
    names = {author.id: author.name for author in registry.authors.values()}
    found = evidence_of(works, names, since, file)
    return {author: one.degree for by_author in found.values() for author, one in by_author.items()}


SIGNED, CLAIMED = {"jane-doe": "signed"}, {"jane-doe": "claimed"}


def test_a_signature_of_the_author_is_enough(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    key.commit(root, "Add an article")
    pull = finished(root)

    said = byline("check", "--content", pull.content, "--since", "main", "--evidence", pull.evidence())

    assert degrees(root) == SIGNED
    assert said.code == 0
    assert "byline-not" not in said.err


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
def test_every_usual_kind_of_ssh_key_can_sign(tmp_path: Path, kind: str) -> None:
    key = ssh_key(tmp_path / "keys", kind=kind)
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    key.commit(root, "Add an article")

    assert degrees(root) == SIGNED


def test_a_key_that_comes_in_the_same_request_proves_nothing(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path)
    put(root, {NEW: TEXT, "authors/jane-doe.md": person("Jane Doe", key.public)})
    key.commit(root, "Add an article and my key", JANE)

    assert degrees(root) == CLAIMED


def test_a_key_that_the_base_has_since_taken_back_no_longer_counts(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    key.commit(root, "Add an article")
    git(root, "switch", "--quiet", "main")
    put(root, {"authors/jane-doe.md": person("Jane Doe")})
    commit(root, "The laptop is lost")
    git(root, "switch", "--quiet", "proposed")

    assert degrees(root) == CLAIMED


def test_another_s_key_does_not_sign_for_jane(tmp_path: Path, key: Key, other_key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    other_key.commit(root, "Add an article", JANE)

    assert degrees(root) == CLAIMED


def test_a_change_after_the_signature_voids_it(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    key.commit(root, "Add an article")
    put(root, {NEW: TEXT.replace("hers", "a stranger")})
    commit(root, "One word more")

    assert degrees(root) == CLAIMED


def test_a_picture_that_changes_after_the_signature_voids_it(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT + "\n![A desk](desk.png)\n", "articles/2026/desk.png": "no picture yet"})
    key.commit(root, "Add an article")
    before = degrees(root)
    put(root, {"articles/2026/desk.png": "another picture"})
    commit(root, "Another picture")

    assert (before, degrees(root)) == (SIGNED, CLAIMED)


def test_later_commits_elsewhere_do_no_harm(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    key.commit(root, "Add an article")
    put(root, {"pages/about.md": "---\ntitle: About\n---\n\nUs.\n"})
    commit(root, "A page")

    assert degrees(root) == SIGNED


def test_signing_something_else_in_the_same_tree_is_not_signing_this(tmp_path: Path, key: Key) -> None:
    """The tree holds the forged article too, but Jane only mended another file."""
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT.replace("hers", "somebody else")})
    commit(root, "Add an article in her name")
    put(root, {"pages/about.md": "---\ntitle: About\n---\n\nUs.\n"})
    key.commit(root, "Mend a page", JANE)

    assert degrees(root) == CLAIMED


def test_a_line_in_the_signed_message_signs_what_others_wrote(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    commit(root, "Add an article")
    key.commit(root, f"I stand behind this\n\nSigns: {NEW}", JANE)

    assert degrees(root) == SIGNED


def test_the_line_may_name_the_file_from_the_repository_s_root(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    commit(root, "Add an article")
    key.commit(root, f"I stand behind this\n\nSigns: content/{NEW}", JANE)

    assert degrees(root) == SIGNED


def test_the_line_without_a_signature_is_only_typed(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    commit(root, f"Add an article\n\nSigns: {NEW}", JANE)

    assert degrees(root) == CLAIMED


def test_carrying_along_what_others_wrote_signs_nothing(tmp_path: Path, key: Key) -> None:
    """A rebase signs every commit anew; whoever does it did not write them."""
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    jane = {"GIT_COMMITTER_NAME": "Jane Doe", "GIT_COMMITTER_EMAIL": "jane@example.com"}
    commit(root, "Add an article", STRANGER, "--gpg-sign", configured=key.options, **jane)

    assert degrees(root) == CLAIMED


def test_merging_what_others_wrote_signs_nothing(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    git(root, "switch", "--quiet", "--create", "theirs")
    put(root, {NEW: TEXT})
    commit(root, "Add an article")
    git(root, "switch", "--quiet", "proposed")
    git(root, *key.options, "merge", "--quiet", "--no-ff", "--gpg-sign", "--message", "Merge", "theirs")

    assert degrees(root) == CLAIMED


def test_of_two_authors_each_must_have_signed_or_approved(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: BOTH})
    key.commit(root, "Add an article by two", JANE)

    assert degrees(root) == {"jane-doe": "signed", "omar-haddad": "claimed"}
    assert degrees(root, "omar-haddad") == {"jane-doe": "signed", "omar-haddad": "approved"}


def test_two_authors_may_both_sign(tmp_path: Path, key: Key, other_key: Key) -> None:
    root = begun(tmp_path, key.public)
    git(root, "switch", "--quiet", "main")
    put(root, {"authors/omar-haddad.md": person("Omar Haddad", other_key.public)})
    commit(root, "Omar's key")
    git(root, "rebase", "--quiet", "main", "proposed")
    put(root, {NEW: BOTH})
    key.commit(root, "Add an article by two", JANE)
    other_key.commit(root, f"Me too\n\nSigns: {NEW}", OMAR)

    assert degrees(root) == {"jane-doe": "signed", "omar-haddad": "signed"}


def test_an_edit_that_is_not_committed_is_signed_by_nobody(tmp_path: Path, key: Key) -> None:
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    key.commit(root, "Add an article")
    put(root, {NEW: TEXT + "More.\n"})

    assert degrees(root) == CLAIMED


def test_going_back_to_what_was_signed_long_ago_is_a_new_version(tmp_path: Path, key: Key) -> None:
    """A signature from before the request does not sign the request."""
    root = begun(tmp_path, key.public)
    old = (root / "content" / MOVED).read_text("utf-8")
    put(root, {MOVED: article("What she says now.\n", id="why-we-moved", title="Why we moved")})
    key.commit(root, "Jane changes her mind", JANE)
    git(root, "branch", "--force", "main", "proposed")
    put(root, {MOVED: old})
    commit(root, "Go back")

    assert degrees(root) == CLAIMED


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """gpg's sockets have paths of at most 107 bytes."""
    with TemporaryDirectory(prefix="g") as folder:
        yield Path(folder) / "home"
        subprocess.run(["gpgconf", "--homedir", f"{folder}/home", "--kill", "all"], check=False, capture_output=True)


@pytest.mark.skipif(not shutil.which("gpg"), reason="gpg is not installed; .ci/setup test installs it")
def test_a_gpg_key_can_sign_too(tmp_path: Path, short_folder: Path) -> None:
    key = gpg_key(short_folder)
    root = begun(tmp_path, key.public)
    put(root, {NEW: TEXT})
    key.commit(root, "Add an article")
    signed = degrees(root)
    put(root, {NEW: TEXT + "More.\n"})
    commit(root, "One word more")

    assert (signed, degrees(root)) == (SIGNED, CLAIMED)


def test_a_registered_key_is_no_option_of_a_program() -> None:
    good = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbcdefghijklmnopqrstuvwxyz0123456789ABCDEF"
    bad = [
        f"* {good}",
        f'cert-authority,namespaces="git" {good}',
        f"{good}\njane-doe ssh-ed25519 {'A' * 60}",
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\x00\n-----END PGP PUBLIC KEY BLOCK-----",
        "ssh-dss AAAAB3NzaC1kc3MAAACBAOsomewhatlongbutoldandweak0000000000000000",
        "--help",
        "",
    ]

    assert usable([f'  {good} jane@laptop (new; "really")\r\n', *bad]) == [good]
