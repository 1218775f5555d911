"""Nine pull requests that comms meet, as the `byline check` of a site answers them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from picture_files import a_picture
from pull_requests import MOVED, NEW, NOTE, SITUATIONS, PullRequest, pull_request, put
from running import Said, article, byline

AUTHORS = {
    "new": ["jane-doe"],
    "co-signed": ["jane-doe", "omar-haddad"],
    "edited": ["jane-doe"],
    "renamed": ["omar-haddad"],
    "deleted": [],
    "translation": ["jane-doe", "lea-roy"],
    "forged-address": ["jane-doe"],
    "forged-trailer": ["jane-doe", "omar-haddad"],
    "older-approval": ["jane-doe"],
}


def check(pull: PullRequest, *more: object) -> Said:
    cache = pull.root.parent / "cache"
    return byline("check", "--content", pull.content, "--cache", cache, "--since", "main", *more)


def named(said: Said) -> list[tuple[str, str]]:
    """The findings about bylines: name, and author."""
    return re.findall(r": (byline-[a-z-]+|first-byline): .*?'?([a-z]+-[a-z]+)'?[ !]", said.err)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_nobody_approved(situation: str, tmp_path: Path) -> None:
    """The trusted job found no approval: every byline that is only claimed is an error, whoever claims it."""
    pull = pull_request(situation, tmp_path)

    said = check(pull, "--evidence", pull.evidence())

    assert said.code == (1 if AUTHORS[situation] else 0), said
    assert said.err.count("byline-not-approved") == len(AUTHORS[situation]), said
    assert all(f"'{author}'" in said.err for author in AUTHORS[situation])


@pytest.mark.parametrize("situation", SITUATIONS)
def test_everybody_approved_the_head(situation: str, tmp_path: Path) -> None:
    pull = pull_request(situation, tmp_path)

    said = check(pull, "--evidence", pull.evidence(AUTHORS[situation]))

    assert said.code == 0, said
    assert "byline-not" not in said.err


@pytest.mark.parametrize("situation", SITUATIONS)
def test_nothing_is_known_of_approvals(situation: str, tmp_path: Path) -> None:
    """Without the trusted job's file what is not signed is a warning, one for each text, never a pass."""
    pull = pull_request(situation, tmp_path)

    said = check(pull)

    assert said.code == 0, said
    spoken = [line for line in said.err.splitlines() if "byline-not-verifiable: not verifiable here" in line]
    assert len(spoken) == len({line.split(":")[0] for line in spoken}), said
    assert {author for line in spoken for author in re.findall(r"'([\w-]+)'", line)} == set(AUTHORS[situation]), said


def test_one_of_two_is_not_enough(tmp_path: Path) -> None:
    pull = pull_request("co-signed", tmp_path)

    said = check(pull, "--evidence", pull.evidence(["jane-doe"]))

    assert said.code == 1
    assert "'omar-haddad' stands behind" in said.err
    assert "'jane-doe' stands behind" not in said.err


def test_the_approval_of_an_older_commit_does_not_count(tmp_path: Path) -> None:
    pull = pull_request("older-approval", tmp_path)
    older = f"{pull.head}~1"

    said = check(pull, "--evidence", pull.evidence(["jane-doe"], commit=pull.named(older)))

    assert said.code == 1
    assert "'jane-doe' approved an older version" in said.err


def test_a_file_that_moved_without_its_id_is_told_which_one_to_write(tmp_path: Path) -> None:
    said = check(pull_request("renamed", tmp_path))

    assert "moved-without-id" in said.err
    assert "`id: short-note`" in said.err


def test_a_deleted_text_touches_those_that_lead_to_it(tmp_path: Path) -> None:
    said = check(pull_request("deleted", tmp_path))

    assert f"{NOTE}:7: dead-link" in said.err


def test_what_is_not_touched_is_not_told(tmp_path: Path) -> None:
    pull = pull_request("new", tmp_path)
    bad = {"articles/2026/old-fault.md": article("A [dead](nowhere.md) link.\n", title="Wrong", date="yesterday")}
    git_main(pull, bad)

    with_base = check(pull)
    whole = byline("check", "--content", pull.content, "--cache", pull.root.parent / "cache")

    assert whole.code == 1
    assert "bad-date" in whole.err
    assert with_base.code == 0
    assert "old-fault" not in with_base.err


def git_main(pull: PullRequest, files: dict[str, str]) -> None:
    """Put files on the base, and begin the request anew from there."""
    pull.git("switch", "--quiet", "main")
    put(pull.root, files)
    pull.commit("A fault of the past")
    pull.git("switch", "--quiet", "proposed")
    pull.git("rebase", "--quiet", "main")


def test_an_edit_that_is_not_committed_is_approved_by_nobody(tmp_path: Path) -> None:
    pull = pull_request("new", tmp_path)
    evidence = pull.evidence(["jane-doe"])
    (pull.content / NEW).write_text(article("Other words.\n", id="a-new-article", title="A new article"))

    assert check(pull, "--evidence", evidence).code == 1


def test_a_build_goes_on_so_that_there_is_something_to_look_at(tmp_path: Path) -> None:
    pull = pull_request("new", tmp_path)
    places = [f"--{name}={tmp_path / name}" for name in ("output", "internal", "cache")]
    given = ["--content", pull.content, "--since", "main", "--evidence", pull.evidence()]

    said = byline("build", *given, *places)

    assert said.code == 0, said
    assert "byline-not-approved" in said.err
    assert (tmp_path / "output/articles/a-new-article/index.html").is_file()


@pytest.mark.parametrize("situation", ["new", "edited"])
def test_a_first_time_author_is_welcome_and_told_what_to_do(situation: str, tmp_path: Path) -> None:
    pull = pull_request(situation, tmp_path)
    newcomer = {
        "authors/nina-rossi.md": "---\nname: Nina Rossi\n---\n",
        "articles/2026/my-first.md": article("Hello.\n", id="my-first", authors="[nina-rossi]"),
    }
    put(pull.root, newcomer)
    pull = pull.again()

    plain, decided = check(pull), check(pull, "--evidence", pull.evidence(["jane-doe"]))

    assert "my-first.md:4: first-byline: welcome, nina-rossi!" in plain.err
    assert (plain.code, decided.code) == (0, 1)
    assert check(pull, "--evidence", pull.evidence(["jane-doe", "nina-rossi"])).code == 0


def test_a_name_that_goes_from_a_byline_is_told(tmp_path: Path) -> None:
    pull = pull_request("co-signed", tmp_path)
    pull.git("branch", "--force", "main", "proposed")
    put(pull.root, {NEW: article("Shorter.\n", id="a-new-article", title="Written by two", authors="[jane-doe]")})
    pull = pull.again()

    said = check(pull)

    assert "byline-dropped: 'omar-haddad'" in said.err


def test_a_picture_belongs_to_its_article(tmp_path: Path) -> None:
    pull = pull_request("edited", tmp_path)
    put(pull.root, {MOVED: article("![A desk](desk.png)\n", id="why-we-moved", title="Why we moved")})
    a_picture((pull.content / MOVED).with_name("desk.png"))
    pull = pull.again()
    pull.git("branch", "--force", "main", "proposed")
    a_picture((pull.content / MOVED).with_name("desk.png"), (32, 32))
    pull = pull.again()

    assert named(check(pull)) == [("byline-not-verifiable", "jane-doe")]


def test_a_profile_is_its_author_s(tmp_path: Path) -> None:
    """Who changes somebody's page, or keys, speaks in their name."""
    pull = pull_request("deleted", tmp_path)
    put(pull.root, {"authors/omar-haddad.md": "---\nname: Omar Haddad\nagreed: 2026-01-01\n---\n\nHates everybody.\n"})
    pull = pull.again()

    assert check(pull, "--evidence", pull.evidence()).code == 1
    assert check(pull, "--evidence", pull.evidence(["omar-haddad"])).code == 0


def test_moving_between_folders_changes_nothing_that_anybody_signed(tmp_path: Path) -> None:
    pull = pull_request("deleted", tmp_path)
    pull.git("reset", "--quiet", "--hard", "main")
    (pull.content / "articles/2025").mkdir()
    pull.git("mv", f"content/{NOTE}", "content/articles/2025/short-note.md")
    pull = pull.again()

    assert check(pull, "--evidence", pull.evidence()).code == 0
