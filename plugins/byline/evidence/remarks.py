"""What is said of bylines: who has not yet shown that they stand behind a text, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING

from ..manuscript import Manuscript
from ..model import Evidence, Finding, Severity
from .works import Work

if TYPE_CHECKING:
    from ..evidence_file import EvidenceFile

WHERE = "docs/bylines.md says how."


def remarks(
    works: Iterable[Work],
    found: Mapping[str, Mapping[str, Evidence]],
    known: AbstractSet[str],
    head: str,
    file: EvidenceFile | None,
    severity: Severity = "error",
) -> Iterable[Finding]:
    """What is said of each author of a changed text who is only claimed; this grave once the trusted job has spoken.

    `known` are the authors whom the base knows.
    """
    older = {one.author: one.commit for one in file.approvals if one.commit != head} if file else {}
    for work in works:
        claimed = [author for author in work.authors if found[work.source][author].degree == "claimed"]
        for author in claimed:
            if author not in known:
                yield _welcome(work, author, head, severity if file else "warning")
            elif file:
                yield replace(_missing(work, author, head, older.get(author, "")), severity=severity)
        unclear = [author for author in claimed if author in known]
        if unclear and not file:
            yield _open(work, unclear)


def _missing(work: Work, author: str, head: str, older: str) -> Finding:
    message = f"nothing shows that '{author}' stands behind this version."
    if older:
        message = f"'{author}' approved an older version ({older[:10]}), and the text has changed since."
    hint = (
        f"Ask {author} to approve commit {head[:10]} on the git host or to sign it; "
        "for somebody without an account, an editor attests it: docs/bylines.md says how."
    )
    return Finding(work.source, work.line, "byline-not-approved", message, "error", hint)


def _open(work: Work, authors: Sequence[str]) -> Finding:
    """One for each text: what to do is the same for all who sign it."""
    message = f"not verifiable here: whether '{authors[0]}' stands behind this version."
    if len(authors) > 1:
        names = ", ".join(f"'{author}'" for author in authors)
        message = f"not verifiable here: whether {names} stand behind this version."
    hint = "An approval on the git host shows it, or a commit signed with their key: docs/bylines.md says how."
    return Finding(work.source, work.line, "byline-not-verifiable", message, "warning", hint)


def _welcome(work: Work, author: str, head: str, severity: Severity) -> Finding:
    """Nobody is at fault who comes for the first time: they are told what happens, and what is asked of them."""
    message = f"welcome, {author}! This is the first text under your name, and it still needs your yes."
    hint = (
        f"Tell the blog's team the name of your account, then approve commit {head[:10]} on the git host; "
        "without an account, an editor writes down that you agree: docs/bylines.md says how."
    )
    return Finding(work.source, work.line, "first-byline", message, severity, hint)


def dropped(names: Iterable[tuple[Manuscript, str]]) -> Iterable[Finding]:
    """Somebody who signed is no longer named: it may be right, but it must not pass unnoticed."""
    for m, author in names:
        message = f"'{author}' signed this text and is no longer named."
        yield Finding(m.path, m.line("authors"), "byline-dropped", message, "warning", "Does this person know?")
