"""Texts as they were at the base: read by the same rules as those of today, so that both can be held side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..build import Build
from ..changes import Since
from ..manuscript import Shelf, read_shelf
from ..model import Record
from .gather import record_of

TEXTS = ("articles/", "pages/")


def before(build: Build) -> dict[str, Record]:
    """Articles and pages that differ from the base, as they were there and by their path there.

    One that could not be published then is absent. People, and what is live, are as they are today.
    """
    if not build.since:
        return {}
    with TemporaryDirectory(prefix="byline-") as folder:
        shelf = _shelf(build.since, Path(folder), build)
    aside = replace(build, shelf=shelf, claims={}, findings=[])  # what has been claims no address of today
    return {m.path: record_of(m, aside) for m in (*shelf.articles, *shelf.pages)}


def _shelf(since: Since, folder: Path, build: Build) -> Shelf:
    """The old texts, laid out as a content folder."""
    for change in since.changes:
        wanted = change.was.startswith(TEXTS) and change.was.endswith(".md")
        if wanted and (data := since.text(change.was)) is not None:
            (folder / change.was).parent.mkdir(parents=True, exist_ok=True)
            (folder / change.was).write_bytes(data)
    return read_shelf(folder, build.ledger, noting=False)
