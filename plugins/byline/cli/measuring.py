"""Commands about what was contributed and what it brought: all that they write is for colleagues."""

from __future__ import annotations

import argparse
import gc
import os
from urllib.parse import urlsplit

from .. import findings
from ..at_once import apply
from ..build import Build
from ..commit import locked
from ..edition.gather import gather
from ..manuscripts.opening import open_build
from ..period import Period, period
from ..sentences import in_language
from ..settings import typed
from ..sharing.handing_over import name_links, read_secrets
from ..sharing.settings import SharingSettings
from ..workplace import UsageError, Workplace
from .running import run
from .telling import err, out, shown

SHOWN = "measures/shown.csv"  # what reports ever showed about people, see `results.memory`


def report(given: argparse.Namespace, place: Workplace) -> int:
    """Write the reports on a period into `internal/`; no build sweeps them."""
    asked = _period(given.period)
    built = run(place, checking=True)
    findings.stop_at_errors(built.judged(), built.site.lang)
    from .. import bulletin
    from ..reporting import folder_of, put_reports
    from ..results.report import results_report
    from ..stats.report import report_files
    from .counted import counted

    measures, whose = counted(built)
    results = results_report(built, measures, whose, asked)
    with locked(place.roots):
        if results.memory and place.programme:  # first: what is shown but not remembered could be compared later
            apply(place.root, {place.programme / SHOWN: results.memory})
        contributions = report_files(built, measures.visits, asked)
        made = [*contributions, *results.files, *bulletin.report_files(built, measures, whose, asked)]
        files = put_reports(place.root, place.internal, folder_of(asked), made)
    for path in files:
        out.print(f"report: {shown(path)}")
    for one in results.faults:
        err.print(findings.line(in_language(one, built.site.lang)), style="red")
    return int(bool(results.faults))


def import_visits(given: argparse.Namespace, place: Workplace) -> int:
    """Bring what a tool counted into the programme, and say what came of it."""
    gc.disable()  # an import is over before there is much to collect
    from ..measures.importing import Wanted, bring_in
    from ..measures.knowing import known_of
    from ..measures.telling import sentences

    if place.programme is None:
        raise UsageError("there is no programme folder: --programme names the one that visits are kept in")
    built = _site(place)
    if given.channel and given.channel not in built.channels:
        raise UsageError(f"no channel {given.channel!r}. Known: {', '.join(sorted(built.channels))}")
    known = known_of(built, built.setting(SharingSettings).periods)
    for note in built.notes:
        err.print(f"byline: {note}", style="yellow")
    host = urlsplit(built.site.url).hostname or ""
    wanted = Wanted(given.tool, tuple(given.files), given.channel, given.replace)
    with locked(place.roots):
        brought = bring_in(place.programme, wanted, known, host, given.engine)
        apply(place.root, brought.files)
    for one in brought.done:
        for sentence in sentences(one):
            out.print(sentence)
    return 0


def _site(place: Workplace) -> Build:
    """What this site gave out, addresses and links. Nothing is judged or made, so that no room but three is asked."""
    settings = place.settings(checking=True)
    built = open_build(settings)
    gather(built)
    built.settings[SharingSettings] = typed("BYLINE_SHARING", SharingSettings, settings.get("BYLINE_SHARING", {}))
    read_secrets(built, os.environ)
    name_links(built)
    return built


def purge(given: argparse.Namespace, place: Workplace) -> int:
    """Forget whose links brought the visits before a day; what was counted stays."""
    from ..measures import purging

    if place.programme is None:
        raise UsageError("there is no programme folder: --programme names the one that visits are kept in")
    with locked(place.roots):
        done = purging.purge(place.programme, given.before)
        apply(place.root, done.files)
    forgotten = f"{done.rows:,} rows of {done.months} months no longer say whose link it was"
    said = forgotten if done.months else "nothing to forget"
    out.print(f"before {given.before}: {said}; the sums stay")
    return 0


def dossier(_given: argparse.Namespace, place: Workplace) -> int:
    """Write the data protection papers into `internal/dossier/`, and say what they cannot know."""
    from ..dossier import dossier_files, gaps
    from ..reporting import put_reports

    built = run(place, checking=True)
    with locked(place.roots):
        files = put_reports(place.root, place.internal, "dossier/", dossier_files(built))
    for path in files:
        if path.suffix == ".html":
            out.print(f"paper: {shown(path)}")
    if missing := gaps(built.programme.governance):
        out.print(f"governance.toml does not say yet: {', '.join(missing)}. The papers mark it.")
    out.print("These papers are no legal advice: have them read by somebody who gives it.")
    return 0


def _period(name: str) -> Period:
    try:
        return period(name)
    except ValueError as error:
        raise UsageError(f"--period: {error}") from None
