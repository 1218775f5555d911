"""What is proposed: what differs from a base, and what shows that its authors stand behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the content folder that differs from a base; `path` is empty when it is gone, `was` when it is new."""

    kind: Literal["added", "edited", "renamed", "deleted"]
    path: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that an author stands behind a text as it is now.

    claimed    the text, a commit or a trailer says so: anyone can type that
    approved   the trusted job found the author's approval of exactly this version, or an editor's word for it
    signed     the author's key signed exactly this version

    `note` says in a few words how it is known; `commit` is the one that shows it.
    """

    degree: Literal["claimed", "approved", "signed"] = "claimed"
    note: str = ""
    commit: str = ""
