"""What is said, and how: results to standard output, findings and faults to standard error."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from .. import findings
from ..build import Build
from ..commit import Plan
from ..findings import ContentErrors
from ..model import Finding
from ..receipt import Said
from ..refusals import Refusal
from ..workplace import UsageError, Workplace

out = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False, markup=False)


def explain(error: Exception, place: Workplace) -> tuple[str, ...]:
    """Say why a command did not do its work; returns the same in sentences."""
    if isinstance(error, ContentErrors):
        show(error.findings, place, excerpts=True)
        err.print(f"nothing was changed: {findings.summary(error.findings)}", style="red")
        wrong = (one for one in findings.ordered(error.findings) if one.severity == "error")
        return tuple(findings.line(one, shown(place.content)) for one in wrong)
    expected = isinstance(error, Refusal)
    sentence = f"byline: {error}" if expected else _unexpected(error, place.given.verbose)
    err.print(sentence, style="red")
    return (sentence,)


def asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError(f"{question} Say it with an option, see `byline new --help`")
    return out.input(f"{question} ").strip()


def shown(path: Path) -> str:
    """A path as people find it from where they are."""
    return os.path.relpath(path)


def show(found: Iterable[Finding], place: Workplace, excerpts: bool = False) -> None:
    """Findings for people, with the line that each speaks of when there is something to do about them now."""
    from ..checks import told  # a room, with Pelican

    styles = {"error": "red", "warning": "yellow", "advice": "cyan"}
    said = [one for one in findings.ordered(found) if one.severity == "error" or not place.given.quiet]
    text = Text()
    for one in told(said, place.content, shown(place.content)):
        text.append(f"{one.sentence}\n", styles[one.finding.severity])
        for line in one.excerpt if excerpts else ():
            text.append(f"{line}\n", "dim")
    err.print(text, end="")  # at once: there may be thousands


def summarize(built: Build, plans: Sequence[Plan], seconds: float) -> None:
    """A line about what a build did."""
    kept = sum(map(len, built.kept))
    printed = sum(map(len, built.made)) - kept
    placed, swept = sum(len(plan.place) for plan in plans), sum(len(plan.sweep) for plan in plans)
    _summary(built.tally, (printed, kept, placed, swept), built.judged(), seconds)


def repeat(said: Said, place: Workplace, seconds: float) -> None:
    """What the build before said, for one that has nothing to do."""
    for note in said.notes:
        err.print(f"byline: {note}", style="yellow")
    show(said.findings, place)
    _summary(said.tally, (0, said.kept, 0, 0), said.findings, seconds)


def _summary(tally: Mapping[str, int], files: Sequence[int], said: Sequence[Finding], seconds: float) -> None:
    states = ", ".join(f"{count} {state}" for state, count in sorted(tally.items()))
    found = findings.summary(said)
    printed, kept, placed, swept = files
    out.print(
        f"{sum(tally.values())} articles read ({states}); {printed} pages and files printed, {kept} kept; "
        f"{placed} files changed, {swept} removed; {seconds:.1f} s" + (f"; {found}" if found else "")
    )


def _unexpected(error: Exception, verbose: bool) -> str:
    """A fault of ours in one sentence: what, and in which file of code."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{shown(Path(frame.filename))}:{frame.lineno}"
    if verbose:
        return "".join(traceback.format_exception(error))
    return (
        f"byline: {place}: {type(error).__name__}: {error}\nNothing was changed. --verbose shows how it came to this."
    )
