"""The trusted job's part: from what a git host answers to who approved which version."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from byline.evidence.accounts import approvals_of
from byline.evidence.hosts import Request, request_of
from byline.evidence_file import Approval, EvidenceError
from content_files import a_content
from running import byline

OLD, HEAD = "a" * 40, "b" * 40
TODAY = date(2026, 6, 15)


def answers(folder: Path, *values: object) -> list[Path]:
    """The host's answers as files."""
    files = [folder / f"answer-{number}.json" for number in range(len(values))]
    for file, value in zip(files, values, strict=True):
        file.write_text(json.dumps(value), "utf-8")
    return files


def pull(opened_by: str = "stranger") -> dict[str, Any]:
    return {"number": 7, "head": {"sha": HEAD, "ref": "x"}, "user": {"login": opened_by}, "title": "A change"}


def review(login: str, state: str = "APPROVED", commit: str = HEAD, body: str = "") -> dict[str, Any]:
    return {"id": 1, "user": {"login": login}, "state": state, "commit_id": commit, "body": body}


def github(folder: Path, reviews: object, opened_by: str = "stranger") -> tuple[tuple[str, str], ...]:
    return request_of("github", answers(folder, pull(opened_by), reviews)).approvals


def test_a_review_approves_the_commit_that_it_saw(tmp_path: Path) -> None:
    assert github(tmp_path, [review("Jane"), review("omar", commit=OLD)]) == (("jane", HEAD), ("omar", OLD))


@pytest.mark.parametrize("state", ["CHANGES_REQUESTED", "DISMISSED"])
def test_the_last_decision_of_an_account_counts(state: str, tmp_path: Path) -> None:
    assert github(tmp_path, [review("jane"), review("jane", state)]) == ()
    assert github(tmp_path, [review("jane", state), review("jane")]) == (("jane", HEAD),)


def test_a_comment_neither_approves_nor_takes_back(tmp_path: Path) -> None:
    assert github(tmp_path, [review("omar", "COMMENTED", body="/sign"), review("jane", "PENDING")]) == ()
    assert github(tmp_path, [review("jane"), review("jane", "COMMENTED", body="Nice.")]) == (("jane", HEAD),)


@pytest.mark.parametrize(
    ("body", "counts"), [("/sign", True), ("Fine!\r\n/Sign \r\n", True), ("I will not /sign", False), ("", False)]
)
def test_who_opened_the_request_signs_by_a_comment_of_their_own(body: str, counts: bool, tmp_path: Path) -> None:
    """GitHub lets nobody approve their own pull request."""
    found = github(tmp_path, [review("jane", "COMMENTED", body=body)], opened_by="Jane")

    assert found == ((("jane", HEAD),) if counts else ())


def test_pages_of_reviews_are_one_list(tmp_path: Path) -> None:
    assert github(tmp_path, [[review("jane")], [review("omar")]]) == (("jane", HEAD), ("omar", HEAD))


def test_an_account_that_was_deleted_approves_nothing(tmp_path: Path) -> None:
    assert github(tmp_path, [{**review("x"), "user": None}]) == ()


def gitlab(folder: Path, approved: Sequence[Mapping[str, Any]]) -> Request:
    versions = [
        {"id": 2, "head_commit_sha": HEAD, "created_at": "2026-06-02T08:00:00.000Z"},
        {"id": 1, "head_commit_sha": OLD, "created_at": "2026-06-01T08:00:00.000Z"},
    ]
    merge = {"iid": 7, "sha": HEAD, "author": {"username": "stranger"}}
    return request_of("gitlab", answers(folder, merge, {"approved_by": approved}, versions))


def approver(name: str, at: str | None) -> dict[str, Any]:
    return {"user": {"username": name}, "approved_at": at}


def test_gitlab_s_approval_is_of_the_version_of_its_time(tmp_path: Path) -> None:
    """GitLab tells when, not what."""
    given = [approver("Jane", "2026-06-02T08:00:01Z"), approver("omar", "2026-06-02T09:59:00+02:00")]

    assert gitlab(tmp_path, given) == Request(HEAD, (("jane", HEAD), ("omar", OLD)))


def test_gitlab_s_approval_without_a_time_is_of_nothing(tmp_path: Path) -> None:
    given = [approver("jane", None), approver("omar", "2020-01-01T00:00:00Z")]

    assert gitlab(tmp_path, given).approvals == ()


@pytest.mark.parametrize(
    "hostile",
    ["", "[", "null", "[]", '{"head": {"sha": "main"}, "user": null}', '{"head": {"sha": "--help"}, "user": {}}',
     "\x1b[31m", "[" * 100_000, '{"head": "\\ud800"}'],
)  # fmt: skip
def test_what_is_no_answer_of_a_host_is_a_clean_error(hostile: str, tmp_path: Path) -> None:
    (tmp_path / "request.json").write_bytes(hostile.encode())
    (tmp_path / "reviews.json").write_text("[]")

    with pytest.raises(EvidenceError) as refused:
        request_of("github", [tmp_path / "request.json", tmp_path / "reviews.json"])

    assert str(refused.value).isprintable()


def test_every_host_says_which_answers_it_needs(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="needs 3 answers, in this order: merge request, approvals, versions"):
        request_of("gitlab", answers(tmp_path, {}))


# --- accounts and attestations ----------------------------------------------------------------------------------------

PEOPLE = {
    "people/jane-doe.toml": 'name = "Jane"\naccount = "@Jane"\n',
    "people/lena-example.toml": 'name = "Lena"\n',
}
ATTESTED = f"""\
[[attestation]]
author = "nina-rossi"
commit = "{HEAD}"
date = 2026-06-01
editor = "lena-example"
how = "read the printed page"
"""


def test_accounts_become_authors_and_strangers_nobody(tmp_path: Path) -> None:
    programme = a_content(tmp_path, PEOPLE)
    request = Request(HEAD, (("jane", HEAD), ("stranger", HEAD)))

    assert approvals_of(request, programme, TODAY) == [Approval(author="jane-doe", commit=HEAD, how="review")]


def test_an_editor_s_dated_word_is_an_approval(tmp_path: Path) -> None:
    programme = a_content(tmp_path, {**PEOPLE, "attestations.toml": ATTESTED})

    (found,) = approvals_of(Request(HEAD, ()), programme, TODAY)

    assert found == Approval(author="nina-rossi", commit=HEAD, how="attestation", date=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("lena-example", "nobody-here"), "'editor' must be the id of a file in people/"),
        (("lena-example", "../lena-example/x"), "'editor' must be"),
        (("2026-06-01", "2026-06-16"), "'date' must be the day"),
        (("date = 2026-06-01\n", ""), "'date' must be the day"),
        (("read the printed page", " "), "'how' must say"),
        ((HEAD, "bbbbbbb"), "commit"),
        (("author =", "auther ="), "author"),
        (('"nina-rossi"', "7"), "author"),
        (("[[attestation]]", "[[attestation"), "attestations.toml:1"),
    ],
)
def test_a_word_that_is_not_whole_stops_the_job(change: tuple[str, str], sentence: str, tmp_path: Path) -> None:
    programme = a_content(tmp_path, {**PEOPLE, "attestations.toml": ATTESTED.replace(*change)})

    with pytest.raises(EvidenceError) as refused:
        approvals_of(Request(HEAD, ()), programme, TODAY)

    assert sentence in str(refused.value)


def test_one_account_is_one_person(tmp_path: Path) -> None:
    programme = a_content(tmp_path, {**PEOPLE, "people/other.toml": 'account = "jane"\n'})

    with pytest.raises(EvidenceError, match="cannot be another person's too"):
        approvals_of(Request(HEAD, ()), programme, TODAY)


def test_the_command_writes_the_file_and_prints_no_name(tmp_path: Path) -> None:
    programme = a_content(tmp_path / "programme", {**PEOPLE, "attestations.toml": ATTESTED})
    files = answers(tmp_path, pull(), [review("jane"), review("stranger")])

    said = byline("evidence", "github", *files, "--to", tmp_path / "evidence.json", "--programme", programme)

    assert said.code == 0, said
    assert f"2 of 2 approvals are of {HEAD[:12]}" in said.out
    assert not any(name in said.out + said.err for name in ("jane", "nina", "lena", "stranger"))
    assert json.loads((tmp_path / "evidence.json").read_text("utf-8")) == {
        "schema": "byline.evidence/1",
        "head": HEAD,
        "approvals": [
            {"author": "jane-doe", "commit": HEAD, "how": "review"},
            {"author": "nina-rossi", "commit": HEAD, "how": "attestation", "date": "2026-06-01"},
        ],
    }


def test_without_a_programme_no_account_is_known(tmp_path: Path) -> None:
    content = a_content(tmp_path / "content", {"site.toml": ""})
    files = answers(tmp_path, pull(), [])

    said = byline("evidence", "github", *files, "--to", tmp_path / "evidence.json", "--content", content)

    assert said.code == 2
    assert "--programme" in said.err
