#!/usr/bin/env python3
"""Shows twenty findings of each rule on real blogs, to be judged by hand; the verdicts stand in `docs/precision.toml`.

    .venv/bin/python tests/bench/judging.py                      how often each rule speaks
    .venv/bin/python tests/bench/judging.py dead-link no-summary  a sample of these rules

A sample is chosen by a hash of the findings' places, so that nobody can pick it, and it stays the same while they do.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from byline.checks.excerpt import told
from byline.model import Finding

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("BYLINE_CORPUS", ROOT.parent / "shared" / "corpus")).resolve()
BLOGS = ("18f-to-2016", "kubernetes-zh", "putaindecode", "ropensci-to-2020")
SAMPLE = 20


def findings(blog: str, cache: Path) -> list[Finding]:
    """Everything that the check says of a blog."""
    content = CORPUS / blog / "content"
    command = ["byline", "check", "--format", "json", "--content", content, "--cache", cache / blog]
    said = subprocess.run([sys.executable, "-m", *map(str, command)], cwd=ROOT, capture_output=True, check=False)
    rows = json.loads(said.stdout)
    return [Finding(**{**row, "path": (ROOT / row["path"]).resolve().relative_to(content).as_posix()}) for row in rows]


def sample(found: Sequence[tuple[str, Finding]]) -> list[tuple[str, Finding]]:
    """Twenty of the findings, by a hash of blog, path, line and message."""

    def place(one: tuple[str, Finding]) -> str:
        blog, finding = one
        return hashlib.sha256(f"{blog}/{finding.path}:{finding.line}: {finding.message}".encode()).hexdigest()

    return sorted(found, key=place)[:SAMPLE]


def shown(found: Sequence[tuple[str, Finding]]) -> Iterator[str]:
    for blog, finding in found:
        (one,) = told([finding], CORPUS / blog / "content", blog)
        yield "\n".join((one.sentence, *one.excerpt))


def main(names: Sequence[str]) -> None:
    """Print how often each rule speaks, or samples of some."""
    with tempfile.TemporaryDirectory() as cache:
        found = [(blog, one) for blog in BLOGS for one in findings(blog, Path(cache))]
    for name in names:
        ours = [(blog, one) for blog, one in found if one.name == name]
        sys.stdout.write("\n".join((f"\n=== {name}: {len(ours)} findings\n", *shown(sample(ours)), "")))
    if not names:
        for name, number in sorted(Counter(one.name for _, one in found).items()):
            sys.stdout.write(f"{number:6,} {name}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
