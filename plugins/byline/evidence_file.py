"""The evidence file: who approved which version of a pull request, as only the trusted job can know. `docs/bylines.md`.

It travels from one job to another, so it is read like anything that strangers could have written.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date  # the field of that name hides it
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from .refusals import WrongUse

LARGEST = 1_000_000
Commit = Annotated[str, Field(pattern="^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]
AuthorId = Annotated[str, Field(pattern="^[a-z0-9-]{1,100}$")]


class EvidenceError(WrongUse):
    """The evidence, or what it would be made of, cannot be used; the text says why."""


class Approval(BaseModel):
    """One author's word for one version."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    author: AuthorId
    """Id of the author who approved."""
    commit: Commit
    """Full name of the commit that was approved. One that is not the head no longer counts."""
    how: Literal["review", "attestation"]
    """review: the author's own account approved on the git host. attestation: an editor says so, with a date."""
    date: Date | None = None
    """When, for an attestation."""


class EvidenceFile(BaseModel):
    """Who approved which version of a pull request. The job that reads the git host's answers writes it."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, serialize_by_alias=True, defer_build=True
    )

    format: Literal["byline.evidence/1"] = Field(alias="schema")
    """Always byline.evidence/1."""
    head: Commit
    """Full name of the pull request's last commit, as the git host names it."""
    approvals: Annotated[tuple[Approval, ...], Field(max_length=10_000)] = ()
    """Every approval that is still in force, of this version or an older one."""


def read_evidence(file: Path, head: str) -> EvidenceFile:
    """The evidence file for the commit that is checked out; raises `EvidenceError`."""
    if not file.is_file():
        raise EvidenceError(f"there is no file {file}: --evidence names what the trusted job wrote")
    if file.stat().st_size > LARGEST:
        raise EvidenceError(f"{file} is larger than {LARGEST // 1000:,} kB: this is no evidence file")
    try:
        evidence = EvidenceFile.model_validate_json(file.read_bytes())
    except ValidationError as error:
        raise EvidenceError(f"{file} is no evidence file (byline.evidence/1): {_first(error)}") from None
    if evidence.head != head:
        raise EvidenceError(
            f"{file} speaks of commit {evidence.head[:12]}, and {head[:12]} is checked out: check out the pull "
            "request's own last commit, not a trial merge, and have the file made for it"
        )
    return evidence


def write_evidence(head: str, approvals: Iterable[Approval]) -> str:
    """The text of an evidence file."""
    found = sorted(set(approvals), key=lambda one: (one.author, one.how, one.commit, str(one.date)))
    evidence = EvidenceFile(schema="byline.evidence/1", head=head, approvals=tuple(found))
    return evidence.model_dump_json(indent=1, exclude_none=True) + "\n"


def _first(error: ValidationError) -> str:
    """The first mistake, in characters that a log may print."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(map(str, fault["loc"]))
    return ascii(f"{place}: {fault['msg']}" if place else fault["msg"])[1:-1][:300]
