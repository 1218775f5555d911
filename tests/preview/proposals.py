"""A pull request, and the build that shows it: `shown("edited", folder).comment`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pull_requests import PullRequest, begun, commit, finished, pull_request, put
from running import Said, byline

PLACE = "https://preview.example.net/pr-7"
LABEL = "pull request 7"


@dataclass(frozen=True)
class Shown:
    """What a build said, and what it left in `internal/preview`."""

    folder: Path
    said: Said

    @property
    def report(self) -> Path:
        return self.folder / "internal/preview"

    @property
    def comment(self) -> str:
        return (self.report / "preview.md").read_text("utf-8")

    @property
    def page(self) -> str:
        return (self.report / "index.html").read_text("utf-8")

    @property
    def json(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads((self.report / "preview.json").read_text("utf-8"))
        return told


def shown(pull: PullRequest, *more: object, label: str = LABEL, place: str = PLACE, to: Path | None = None) -> Shown:
    """Build a pull request as its preview."""
    folder = to or pull.root.parent
    places = [f"--{name}={folder / name}" for name in ("output", "internal", "cache")]
    where = [f"--siteurl={place}"] if place else []
    said = byline("build", "--content", pull.content, *places, *where, "--since", "main", *more, BYLINE_PREVIEW=label)
    return Shown(folder, said)


def proposal(folder: Path, files: Mapping[str, str], before: Mapping[str, str] | None = None) -> PullRequest:
    """A pull request that writes these files; those of `before` are there already."""
    root = begun(folder)
    if before:
        root = grown(folder, before)
    put(root, files)
    commit(root, "What is proposed")
    return finished(root)


def grown(folder: Path, files: Mapping[str, str]) -> Path:
    """The repository with more files on its main branch."""
    root = folder / "site"
    pull = finished(root)
    pull.git("switch", "--quiet", "main")
    put(root, files)
    commit(root, "More of the site")
    pull.git("switch", "--quiet", "proposed")
    pull.git("reset", "--quiet", "--hard", "main")
    return root


__all__ = ["Shown", "grown", "proposal", "pull_request", "shown"]
