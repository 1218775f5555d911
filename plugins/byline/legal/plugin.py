"""All that this room knows of Pelican."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..build import Build
from ..glue import printer, use_settings
from .pages import legal_pages
from .settings import LegalSettings, gaps_note


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_LEGAL`; what the public site lacks is worth a note, never a failed build."""
    use_settings(pelican, "BYLINE_LEGAL", LegalSettings)
    build: Build = pelican.settings["byline"]
    if build.production and (note := gaps_note(build.setting(LegalSettings), build.site)):
        build.notes.append(note)


def printing(_pelican: Pelican) -> type[Generator]:
    return printer(legal_pages)
