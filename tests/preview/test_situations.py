"""Nine pull requests that comms meet: what stands under each of them, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from preview.proposals import pull_request, shown
from pull_requests import SITUATIONS

APPROVED = {
    "new": ["jane-doe"],
    "co-signed": ["jane-doe"],  # Omar has not seen it yet
    "edited": ["jane-doe"],
    "renamed": [],
    "deleted": [],
    "translation": ["jane-doe", "lea-roy"],
    "forged-address": [],
    "forged-trailer": [],
    "older-approval": ["jane-doe"],
}
VERDICTS = {
    "new": "ready",
    "co-signed": "mend",
    "edited": "ready",
    "renamed": "mend",
    "deleted": "look",  # readers find nothing there, and another text leads there
    "translation": "ready",
    "forged-address": "mend",
    "forged-trailer": "mend",
    "older-approval": "mend",
}
# What hangs on fonts, the theme's size and the commits of this run.
CHANGING = [(r"\.[0-9a-f]{8}\.png", ".HASH.png"), (r"\b[0-9a-f]{10}\b", "COMMIT"), (r"\d+\N{NO-BREAK SPACE}kB", "N kB")]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_stands_under_a_pull_request(situation: str, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    pull = pull_request(situation, tmp_path)
    older = {"commit": pull.named(f"{pull.head}~1")} if situation == "older-approval" else {}

    found = shown(pull, "--evidence", pull.evidence(APPROVED[situation], **older))

    comment = found.comment
    for pattern, word in CHANGING:
        comment = re.sub(pattern, word, comment)
    golden(f"preview/{situation}.md", comment)
    # What nobody has approved yet must be read before it can be: `byline check` is what fails.
    assert found.said.code == 0, found.said
    assert found.json["verdict"] == VERDICTS[situation]
