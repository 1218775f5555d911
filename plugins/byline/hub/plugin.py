"""All that this room knows of Pelican: it prints the hub, and what is wrong with the programme's files."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from ..build import Build
from ..glue import printer, use_settings
from .settings import HubSettings


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_HUB`."""
    use_settings(pelican, "BYLINE_HUB", HubSettings)


def printing(pelican: Pelican) -> type[Generator] | None:
    """Print the hub; a check only says what is wrong with the programme."""
    build: Build = pelican.settings["byline"]
    if build.run.checking and not build.run.programme:
        return None
    if build.run.checking:
        from .remarks import remarks_output

        return printer(remarks_output)
    from .files import hub_output

    return printer(hub_output)
