"""Who stands behind each changed text: the highest degree that can be shown for each of its authors.

Each author of a changed text needs `approved` or `signed`; a claim never suffices. Rules: `docs/bylines.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..changes import Since
from ..model import Evidence
from .keys import Keyring, keyring, usable
from .people import keys_at_base
from .signatures import Commit, candidates, commits_of, is_signed, makers
from .works import Work

if TYPE_CHECKING:
    from ..evidence_file import Approval, EvidenceFile

Found = dict[str, dict[str, Evidence]]


@dataclass(frozen=True)
class Inquiry:
    """All that is known besides the texts: the request's commits, keys by author, and approvals of the head."""

    since: Since
    commits: Sequence[Commit] = ()
    rings: Mapping[str, Keyring] = field(default_factory=dict)
    approved: Mapping[str, Approval] = field(default_factory=dict)


def evidence_of(
    works: Sequence[Work], names: Mapping[str, str], since: Since, file: EvidenceFile | None = None
) -> Found:
    """For each changed text, by source, what shows that each of its authors stands behind it. `names` are by id."""
    if not works:
        return {}
    with _inquiry(works, since, file) as inquiry:
        return {work.source: _shown(work, names, inquiry) for work in works}


@contextmanager
def _inquiry(works: Sequence[Work], since: Since, file: EvidenceFile | None) -> Iterator[Inquiry]:
    given = keys_at_base(since, (author for work in works for author in work.authors))
    approvals = {one.author: one for one in file.approvals if one.commit == since.head} if file else {}
    with ExitStack() as stack:
        rings = {author: stack.enter_context(keyring(author, keys)) for author, keys in given.items() if usable(keys)}
        yield Inquiry(since, commits_of(since), rings, approvals)


def _shown(work: Work, names: Mapping[str, str], inquiry: Inquiry) -> dict[str, Evidence]:
    """What is not in the commit that is checked out can be neither signed nor approved."""
    made = makers(inquiry.since, work)
    shown = {author: _claimed(names[author], made, inquiry.commits) for author in work.authors}
    if inquiry.since.unsaved.isdisjoint(work.files):
        shown |= {author: _approved(inquiry.approved[author]) for author in work.authors if author in inquiry.approved}
        shown |= _signed(work, made, inquiry)
    return shown


def _signed(work: Work, made: frozenset[str], inquiry: Inquiry) -> dict[str, Evidence]:
    repository = inquiry.since.repository
    rings = {author: inquiry.rings[author] for author in work.authors if author in inquiry.rings}
    commits = candidates(inquiry.since, work, inquiry.commits, made) if rings else []
    found = {
        author: next((name for name in commits if is_signed(repository, name, ring)), "")
        for author, ring in rings.items()
    }
    return {author: Evidence("signed", "signed with their key", name) for author, name in found.items() if name}


def _approved(approval: Approval) -> Evidence:
    attested = approval.how == "attestation"
    note = f"an editor attests it, {approval.date}" if attested else "approved on the git host"
    return Evidence("approved", note, approval.commit)


def _claimed(name: str, made: frozenset[str], commits: Sequence[Commit]) -> Evidence:
    """What anyone can type: the text's own word, a trailer, or a commit's author line."""
    for one in commits:
        if one.name in made and name.casefold() in (person.casefold() for person in one.named):
            return Evidence("claimed", "a commit message names them", one.name)
    for one in commits:
        if one.name in made and one.writer.casefold() == name.casefold():
            return Evidence("claimed", "a commit carries their name", one.name)
    return Evidence("claimed", "only the text says so")
