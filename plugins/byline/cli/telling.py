"""What is said, and how: results to standard output, findings and faults to standard error."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from contextlib import suppress
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
from ..sentences import in_language, said_in
from ..workplace import UsageError, Workplace

out = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False, markup=False)


def explain(error: Exception, place: Workplace) -> tuple[str, ...]:
    """Say why a command did not do its work; returns the same in sentences."""
    if isinstance(error, ContentErrors):
        lang = language(place, error.lang)
        show(error.findings, place, error.lang, excerpts=True)
        err.print(said_in(f"nothing was changed: {findings.summary(error.findings, lang)}", lang), style="red")
        wrong = (one for one in findings.ordered(error.findings) if one.severity == "error")
        return tuple(findings.line(in_language(one, lang), shown(place.content)) for one in wrong)
    sentence = refused(error, place) if isinstance(error, Refusal) else _unexpected(error, place.given.verbose)
    err.print(sentence, style="red")
    return (sentence,)


def refused(error: Refusal, place: Workplace | None) -> str:
    """Why a command cannot do its work, in the language of the site where there is one."""
    lang = "en"
    with suppress(Exception):  # whatever keeps the settings from being read is said already
        lang = language(place, place.lang) if place else lang
    return f"byline: {said_in(str(error), lang)}"


def asked(question: str, lang: str = "en") -> str:
    """What somebody at the terminal answers; raises `UsageError` where nobody is."""
    if not sys.stdin.isatty():
        raise UsageError(said_in(f"{question} Say it with an option, see `byline new --help`", lang))
    return out.input(f"{question} ").strip()


def shown(path: Path) -> str:
    """A path as people find it from where they are."""
    return os.path.relpath(path)


def language(place: Workplace, site: str) -> str:
    """The language that findings are told in: what was asked for, else the site's."""
    return getattr(place.given, "told_in", "") or site


def show(found: Iterable[Finding], place: Workplace, lang: str, excerpts: bool = False) -> None:
    """Findings for people, with the line that each speaks of when there is something to do about them now. `lang` is
    the site's language.
    """
    from ..checks import told  # a room, with Pelican

    styles = {"error": "red", "warning": "yellow", "advice": "cyan"}
    said = [one for one in findings.ordered(found) if one.severity == "error" or not place.given.quiet]
    text = Text()
    for one in told(said, place.content, shown(place.content), language(place, lang)):
        text.append(f"{one.sentence}\n", styles[one.finding.severity])
        for line in one.excerpt if excerpts else ():
            text.append(f"{line}\n", "dim")
    err.print(text, end="")  # at once: there may be thousands


def summarize(built: Build, plans: Sequence[Plan], place: Workplace, seconds: float) -> None:
    """A line about what a build did."""
    kept = sum(map(len, built.kept))
    printed = sum(map(len, built.made)) - kept
    placed, swept = sum(len(plan.place) for plan in plans), sum(len(plan.sweep) for plan in plans)
    said = Said(built.tally, kept, (), tuple(built.judged()), built.site.lang)
    _summary(said, language(place, said.lang), (printed, kept, placed, swept), seconds)


def repeat(said: Said, place: Workplace, seconds: float) -> None:
    """What the build before said, for one that has nothing to do."""
    for note in said.notes:
        err.print(f"byline: {said_in(note, language(place, said.lang))}", style="yellow")
    show(said.findings, place, said.lang)
    _summary(said, language(place, said.lang), (0, said.kept, 0, 0), seconds)


def _summary(said: Said, lang: str, files: Sequence[int], seconds: float) -> None:
    states = ", ".join(f"{count} {said_in(state, lang)}" for state, count in sorted(said.tally.items()))
    printed, kept, placed, swept = files
    sentences = (
        said_in(f"{sum(said.tally.values())} articles read ({states})", lang),
        said_in(f"{printed} pages and files printed, {kept} kept", lang),
        said_in(f"{placed} files changed, {swept} removed", lang),
        said_in(f"in {seconds:.1f} s", lang),
        findings.summary(said.findings, lang),
    )
    out.print("; ".join(filter(None, sentences)))


def _unexpected(error: Exception, verbose: bool) -> str:
    """A fault of ours in one sentence: what, and in which file of code."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{shown(Path(frame.filename))}:{frame.lineno}"
    if verbose:
        return "".join(traceback.format_exception(error))
    return (
        f"byline: {place}: {type(error).__name__}: {error}\nNothing was changed. --verbose shows how it came to this."
    )
