"""What planning knows of Pelican."""

from __future__ import annotations

from collections.abc import Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import build_of, checking, printer, use_settings
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
    build = build_of(generators)
    if build.programme.people:
        from .plans import plan

        plan(build)


def printing(pelican: Pelican) -> type[Generator] | None:
    """Print the files for the schedulers of the company's own accounts."""
    if checking(pelican):
        return None
    from .plans import account_files

    return printer(account_files)
