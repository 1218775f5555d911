"""Commands about what was contributed and what it brought: all that they write is for colleagues."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module

from .. import findings
from ..build import Build
from ..commit import locked
from ..model import File
from ..period import Period, period
from ..reporting import folder_of, put_reports
from ..workplace import UsageError, Workplace
from .running import run
from .telling import out, shown

# Rooms that report on a period: each has a function `report_files(build, visits, period)` that gives files.
REPORTS = ("stats",)


def report(given: argparse.Namespace, place: Workplace) -> int:
    """Write the reports on a period into `internal/`; no build sweeps them."""
    asked = _period(given.period)
    built = run(place, checking=True)
    findings.stop_at_errors(built.judged())
    with locked(place.roots):
        files = put_reports(place.root, place.internal, folder_of(asked), _files(built, asked))
    for path in files:
        out.print(f"report: {shown(path)}")
    return 0


def _period(name: str) -> Period:
    try:
        return period(name)
    except ValueError as error:
        raise UsageError(f"--period: {error}") from None


def _files(built: Build, asked: Period) -> Iterator[File]:
    visits = ()
    for room in REPORTS:
        yield from import_module(f"..{room}", __package__).report_files(built, visits, asked)
