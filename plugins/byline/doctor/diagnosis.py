"""One answer of the doctor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was looked at, whether it is well, one sentence about it and, when it is not, what to do.

    `must`: Byline does not work, or somebody is in danger, until it is mended; anything else can wait.
    """

    name: str
    ok: bool
    sentence: str
    fix: str = ""
    must: bool = False
