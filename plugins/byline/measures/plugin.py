"""All that this room knows of Pelican."""

from __future__ import annotations

from pelican import Pelican, signals

from ..build import Build
from ..glue import use_settings
from .settings import MeasuresSettings, measuring


def register() -> None:
    signals.initialized.connect(read_settings)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_MEASURES`, and say what public pages load."""
    use_settings(pelican, "BYLINE_MEASURES", MeasuresSettings)
    build: Build = pelican.settings["byline"]
    build.measuring = measuring(build.setting(MeasuresSettings)) if build.production else None
