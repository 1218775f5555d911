"""All that this room knows of Pelican: it reads the editors' file first, and judges once everything else is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pelican import Pelican, signals
from pelican.generators import Generator

from ..build import Build
from ..editorial import EditorialFields, read_editorial
from ..glue import printer
from ..model import File


def register() -> None:
    """Wire the room."""
    signals.initialized.connect(read_file)
    signals.get_generators.connect(judging)


def read_file(pelican: Pelican) -> None:
    """Read `programme/editorial.toml`."""
    from .names import names  # the rules are loaded by who judges, not by all who show what was found

    build: Build = pelican.settings["byline"]
    programme = build.run.programme
    editorial, findings = read_editorial(programme, names())
    build.settings[EditorialFields] = editorial
    build.severities = editorial.severity
    build.findings += [replace(one, path=f"../{programme.name}/{one.path}") for one in findings if programme]


def judging(_pelican: Pelican) -> type[Generator]:
    """Judge after every room that decides where something stands; nothing is printed."""
    return printer(judged)


def judged(build: Build) -> Iterator[File]:
    """Add what the rules say to the build's findings."""
    from .judging import judge

    build.findings += judge(build, build.setting(EditorialFields), build.touched)
    yield from ()
