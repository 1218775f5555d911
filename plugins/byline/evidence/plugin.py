"""All that this room knows of Pelican: once the edition is gathered, it decides who stands behind what has changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import Pelican, signals

from ..build import Build
from ..model import Severity
from .deciding import evidence_of
from .people import registered
from .remarks import dropped, remarks
from .works import changed_works, dropped_names

if TYPE_CHECKING:
    from ..evidence_file import EvidenceFile


def register() -> None:
    signals.initialized.connect(decide)
    signals.initialized.connect(mark)


def decide(pelican: Pelican) -> None:
    """Compare with the base, when one was named."""
    build: Build = pelican.settings["byline"]
    since = build.since
    if since is None:
        return
    file = _evidence(build.run.evidence, since.head) if build.run.evidence else None
    works = changed_works(build.shelf, build.registry, since)
    names = {author.id: author.name for author in build.registry.authors.values()}
    build.evidence = evidence_of(works, names, since, file)
    # The check decides. A build must go on, so that there is a preview to look at before one says yes.
    severity: Severity = "error" if build.run.checking else "warning"
    build.findings += remarks(works, build.evidence, registered(since), since.head, file, severity)
    build.findings += dropped(dropped_names(build.shelf, build.registry, since))


def _evidence(file: Path, head: str) -> EvidenceFile:
    """What the trusted job decided; whoever has no such file does not wait for its shape."""
    from ..evidence_file import read_evidence

    return read_evidence(file, head)


def mark(pelican: Pelican) -> None:
    """Verify the signatures that were kept."""
    build: Build = pelican.settings["byline"]
    if (build.content / "signatures").is_dir():  # who keeps none does not wait for what verifies them
        from .marks import marks

        build.signed = marks(build)
