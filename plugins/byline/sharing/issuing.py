"""Giving out short links: what `byline links issue` adds to `programme/short-links.csv`. A build never writes there."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..build import Build
from ..model import ShortLink
from ..proposing import proposals
from ..refusals import Refusal
from ..tokens import Secrets
from .settings import SharingSettings
from .short_links import FILE, appended, to_issue


class IssuingError(Refusal):
    """No short link can be given out; the text says what to do."""


@contextmanager
def alone(programme: Path | None) -> Iterator[None]:
    """One at a time for each programme: two could give out the same code for two things. The second waits."""
    if programme is None:
        yield
        return
    folder = os.open(programme, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def missing_links(build: Build) -> tuple[ShortLink, ...]:
    """A link for each of those who chose to be measured, each article to share now, and each channel that they ticked.

    Raises `IssuingError` without a programme or a key, and while the file holds what cannot be read.
    """
    if build.run.programme is None:
        raise IssuingError("there is no programme folder: --programme names the one that short links are kept in")
    if wrong := [one for one in build.programme_findings if one.path == FILE and one.severity == "error"]:
        raise IssuingError(f"{FILE}:{wrong[0].line}: {wrong[0].message}. Nothing was given out")
    settings, secrets, today = build.setting(SharingSettings), build.setting(Secrets), build.now.date()
    people = [one for _, one in sorted(build.programme.people.items()) if one.measured(today)]
    if people and not secrets.current:
        raise IssuingError("there is no BYLINE_SECRET: set it, at least 32 characters and the same in every build")
    return to_issue(
        build.short_links,
        people,
        [proposal.article for proposal in proposals(build.edition, build.programme, today)],
        [channel.id for channel in settings.for_kits()],
        settings.periods[-1],
        secrets,
        today,
    )


def append(programme: Path, links: tuple[ShortLink, ...]) -> Path:
    """Add rows to the file, wholly or not at all; what was there stays as it was, byte for byte."""
    path = programme / FILE
    before = path.read_bytes() if path.exists() else b""
    beside = path.with_name(f".{FILE}.new")
    with beside.open("wb") as file:
        file.write(appended(before, links))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return path
