"""What a git host's API says about a pull request: which account approved which commit. Nothing else of it is kept.

The trusted job asks the host and hands over the answers as files; nothing here talks to a network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from ..evidence_file import Commit, EvidenceError

T = TypeVar("T")
LARGEST = 20_000_000
# Nobody can approve their own pull request on GitHub, so they say it in a review of their own, on a line alone.
SIGN = re.compile(r"^[ \t]*/sign[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Request:
    """A pull request as its host knows it: its last commit, and the (account, commit) pairs of approvals in force."""

    head: str
    approvals: tuple[tuple[str, str], ...]


class _Answer(BaseModel):
    """Part of an API's answer; the rest of it is not looked at."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _GitHubUser(_Answer):
    login: str


class _GitHubHead(_Answer):
    sha: Commit


class _PullRequest(_Answer):
    head: _GitHubHead
    user: _GitHubUser | None


class _Review(_Answer):
    user: _GitHubUser | None
    state: str
    body: str | None = None
    commit_id: Commit | None = None


class _GitLabUser(_Answer):
    username: str


class _MergeRequest(_Answer):
    sha: Commit


class _Approver(_Answer):
    user: _GitLabUser
    approved_at: datetime | None = None


class _Approvals(_Answer):
    approved_by: tuple[_Approver, ...]


class _Version(_Answer):
    head_commit_sha: Commit
    created_at: datetime


def github(request: Path, reviews: Path) -> Request:
    """From `GET /repos/{repo}/pulls/{n}` and `.../reviews`: each account's last decision, when it was a yes."""
    pull = _read(request, _PullRequest)
    opened_by = pull.user.login.casefold() if pull.user else ""
    decided: dict[str, str | None] = {}
    for review in _read_list(reviews, _Review):  # in order of time
        account = review.user.login.casefold() if review.user else ""
        own_word = account == opened_by and review.state == "COMMENTED" and SIGN.search(review.body or "")
        if review.state == "APPROVED" or own_word:
            decided[account] = review.commit_id
        elif review.state in ("CHANGES_REQUESTED", "DISMISSED"):
            decided[account] = None
    approvals = ((account, commit) for account, commit in sorted(decided.items()) if account and commit)
    return Request(pull.head.sha, tuple(approvals))


def gitlab(request: Path, approvals: Path, versions: Path) -> Request:
    """From `GET /projects/{id}/merge_requests/{n}`, `.../approvals` and `.../versions`.

    GitLab does not say which commit was approved, only when: it was the version that was the last at that time.
    """
    merge = _read(request, _MergeRequest)
    pushed = sorted(_read_list(versions, _Version), key=lambda one: one.created_at)
    found = []
    for one in _read(approvals, _Approvals).approved_by:
        if one.approved_at is None:
            continue
        before = [version for version in pushed if version.created_at <= one.approved_at]
        if before:
            found.append((one.user.username.casefold(), before[-1].head_commit_sha))
    return Request(merge.sha, tuple(sorted(found)))


def request_of(host: Literal["github", "gitlab"], answers: Iterable[Path]) -> Request:
    """The request that these answers of a host describe, in the order of `github` or `gitlab`."""
    files = tuple(answers)
    wanted = {"github": ("pull request", "reviews"), "gitlab": ("merge request", "approvals", "versions")}[host]
    if len(files) != len(wanted):
        raise EvidenceError(f"{host} needs {len(wanted)} answers, in this order: {', '.join(wanted)}")
    return github(*files) if host == "github" else gitlab(*files)


def _read(file: Path, shape: Any) -> Any:
    try:
        if file.stat().st_size > LARGEST:
            raise EvidenceError(f"{file} is larger than {LARGEST // 1_000_000} MB: this is no answer of the git host")
        return TypeAdapter(shape).validate_json(file.read_bytes())
    except OSError as error:
        raise EvidenceError(f"{file} cannot be read: {error.strerror}") from None
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ascii(".".join(map(str, fault["loc"])))[1:-1]
        raise EvidenceError(f"{file} is not what the git host answers: {place}: {fault['msg']}"[:300]) from None


def _read_list(file: Path, shape: type[T]) -> list[T]:
    """A list, or the list of its pages that a paginated answer is."""
    pages: list[T | list[T]] = _read(file, list[shape | list[shape]])  # type: ignore[valid-type]
    return [item for page in pages for item in (page if isinstance(page, list) else [page])]
