"""The evidence file travels between jobs, so it is read as something that strangers could have written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.evidence_file import Approval, EvidenceError, read_evidence, write_evidence
from pull_requests import pull_request
from running import byline

HEAD, OLD = "b" * 40, "a" * 40
GOOD: dict[str, Any] = {
    "schema": "byline.evidence/1",
    "head": HEAD,
    "approvals": [{"author": "jane-doe", "commit": HEAD, "how": "review"}],
}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    approvals = [Approval(author="jane-doe", commit=HEAD, how="review")] * 2
    file = tmp_path / "evidence.json"
    file.write_text(write_evidence(HEAD, approvals), "utf-8")

    assert read_evidence(file, HEAD).approvals == tuple(approvals[:1])


@pytest.mark.parametrize(
    "wrong",
    [
        {**GOOD, "schema": "byline.evidence/2"},
        {**GOOD, "head": "main"},
        {**GOOD, "head": HEAD + "\n"},
        {**GOOD, "signed": ["jane-doe"]},
        {**GOOD, "approvals": [{"author": "jane-doe", "commit": HEAD}]},
        {**GOOD, "approvals": [{"author": "jane-doe", "commit": HEAD, "how": "signature"}]},
        {**GOOD, "approvals": [{"author": "../x", "commit": HEAD, "how": "review"}]},
        {**GOOD, "approvals": {"jane-doe": "approved"}},
        {key: value for key, value in GOOD.items() if key != "head"},
        [],
        None,
        "\x1b[2J",
    ],
)
def test_a_wrong_file_is_a_clean_error(wrong: object, tmp_path: Path) -> None:
    file = tmp_path / "evidence.json"
    file.write_text(json.dumps(wrong), "utf-8")

    with pytest.raises(EvidenceError, match="no evidence file") as refused:
        read_evidence(file, HEAD)

    assert str(refused.value).isprintable()


@given(st.binary(max_size=300))
def test_whatever_bytes_it_holds_nothing_else_is_raised(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any-evidence.json"
    file.write_bytes(data)

    with pytest.raises(EvidenceError):
        read_evidence(file, HEAD)


def test_a_file_about_another_commit_is_refused(tmp_path: Path) -> None:
    """Otherwise an approval of one pull request would open another."""
    file = tmp_path / "evidence.json"
    file.write_text(json.dumps(GOOD), "utf-8")

    with pytest.raises(EvidenceError, match="speaks of commit"):
        read_evidence(file, OLD)


def test_an_endless_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "evidence.json"
    with file.open("wb") as sparse:
        sparse.truncate(2_000_000_000)

    with pytest.raises(EvidenceError, match="larger than"):
        read_evidence(file, HEAD)


def test_the_command_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    pull = pull_request("new", tmp_path)
    (tmp_path / "evidence.json").write_text("{}")

    absent = byline("check", "--content", pull.content, "--since", "main", "--evidence", tmp_path / "none.json")
    wrong = byline("check", "--content", pull.content, "--since", "main", "--evidence", tmp_path / "evidence.json")

    assert (absent.code, wrong.code) == (2, 2)
    assert "there is no file" in absent.err
    assert "is no evidence file (byline.evidence/1)" in wrong.err
