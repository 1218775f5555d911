"""All that this room knows of Pelican: it shows each text with the pictures and links that are published."""

from __future__ import annotations

from collections.abc import Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from .. import links
from ..glue import build_of, edition_of, use_settings
from ..model import made
from .bodies import bodies
from .checking import picture_findings, verdicts
from .settings import PictureSettings
from .uses import uses
from .variants import pictures, unmade


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.all_generators_finalized.connect(show_pictures)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_PICTURES`."""
    use_settings(pelican, "BYLINE_PICTURES", PictureSettings)


def show_pictures(generators: Sequence[Generator]) -> None:
    """Guard and make every picture that is used, then give every text its final HTML."""
    build, edition = build_of(generators), edition_of(generators)
    settings = build.setting(PictureSettings)
    used = uses(edition, build.asked)
    marks = {} if build.run.verify else build.shelf.touched
    judged = verdicts(build.content, used, build.ledger, marks)
    build.findings += picture_findings(used, judged)
    fine = [path for path, sentence in judged.items() if not sentence]
    if build.run.checking and not build.run.cards:  # nobody will see them
        build.pictures = {path: unmade(path) for path in fine}
        return
    build.pictures, files = pictures(build.content, fine, build.ledger, settings, marks)
    build.files += files
    build.bodies = bodies(edition, build.pictures, lambda source: links.resolver(build, source), settings.sizes)
    for source, content in build.contents.items():
        content._content = made(build.bodies.get(source, ""))
