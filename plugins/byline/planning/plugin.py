"""What planning knows of Pelican."""

from __future__ import annotations

from collections.abc import Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import build_of, printer, use_settings
from .plans import account_files, plan
from .settings import PlanningSettings


def register() -> None:
    """Wire the room."""
    signals.initialized.connect(read_settings)
    signals.all_generators_finalized.connect(plan_sharing)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_PLANNING`."""
    use_settings(pelican, "BYLINE_PLANNING", PlanningSettings)


def plan_sharing(generators: Sequence[Generator]) -> None:
    """Give each person who takes part a calendar, made when it is asked for."""
    plan(build_of(generators))


def printing(_pelican: Pelican) -> type[Generator]:
    """Print the files for the schedulers of the company's own accounts."""
    return printer(account_files)
