"""What recognition knows of Pelican: once all articles are known, every room may ask who earned what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from ..activities import Activity
from ..glue import build_of
from ..model import Recognition
from .remarks import demanded, remarks


def register() -> None:
    """Wire the room."""
    signals.initialized.connect(demand_a_signature)
    signals.all_generators_finalized.connect(let_ask)


def demand_a_signature(pelican: Pelican) -> None:
    """Refuse a register of rewards that nobody answers for."""
    build = pelican.settings["byline"]
    build.findings += demanded(build)


def let_ask(generators: Sequence[Generator]) -> None:
    """Let every room ask for badges and challenges, and say what their rules name in vain."""
    build = build_of(generators)

    def recognize(acts: Iterable[Activity] | None = None) -> Recognition:
        from .recognizing import recognition  # draws, which a check never does

        return recognition(build, acts)

    build.recognize = recognize
    build.programme_findings += remarks(build)
