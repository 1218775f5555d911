"""Commands about persons: what stands behind a byline, what is handed over, and leaving."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from .. import findings
from ..workplace import UsageError, Workplace, now
from .running import run
from .telling import asked, out, shown


def evidence(given: argparse.Namespace, place: Workplace) -> int:
    """Write who approved what. Only this reads accounts, so nothing is printed but how many there are."""
    if given.what == "keep":
        return _keep(given, place)
    if not given.to:
        raise UsageError("--to names the file to write, for `byline check --evidence`")
    from ..evidence.accounts import approvals_of
    from ..evidence.hosts import request_of
    from ..evidence_file import write_evidence

    request = request_of(given.what, given.answers)
    approvals = approvals_of(request, place.programme, now().date())
    given.to.write_text(write_evidence(request.head, approvals), "utf-8")
    counted = sum(one.commit == request.head for one in approvals)
    out.print(f"evidence: {shown(given.to)}: {counted} of {len(approvals)} approvals are of {request.head[:12]}")
    return 0


def _keep(given: argparse.Namespace, place: Workplace) -> int:
    """Write the signatures of what differs from a base into the content folder."""
    if not given.since:
        raise UsageError("--since names the base: signatures of what differs from it are kept")
    from ..evidence.keeping import kept

    notes = dict(kept(run(place, checking=True)))
    for path, text in notes.items():
        (place.content / path).parent.mkdir(exist_ok=True)
        (place.content / path).write_text(text, "utf-8")
        out.print(f"kept: {shown(place.content / path)}")
    out.print("Commit this, in the same pull request." if notes else "nothing to keep: no changed article is signed")
    return 0


def links(_given: argparse.Namespace, place: Workplace) -> int:
    """Give out the short links that are missing; the next build prints their pages."""
    from ..sharing import issuing

    with issuing.alone(place.programme):
        missing = issuing.missing_links(run(place, checking=True))
        if not missing or place.programme is None:
            out.print("nothing is missing: everybody who chose to be measured has short links for what to share now")
            return 0
        path = issuing.append(place.programme, missing)
    people, articles = ({getattr(one, name) for one in missing} for name in ("person", "article"))
    whom = "one person" if len(people) == 1 else f"{len(people)} people"
    out.print(f"{shown(path)}: {len(missing)} short links for {whom} and {len(articles)} articles")
    out.print("Keep the file with the programme: the next build prints their pages.")
    return 0


def hand_over(given: argparse.Namespace, place: Workplace) -> int:
    """Write one file and one calendar per person, and a mail that carries the file; nothing else is printed."""
    from ..activities import activities
    from ..hub.handing_over import hand_over as handed
    from ..results.report import own_of
    from .counted import counted

    folder = given.to.absolute()
    if any(folder.is_relative_to(one) for one in (place.output.output, place.content)):
        raise UsageError(f"{given.to} is published: personal files go to a folder of their own")
    built = run(place, checking=True)
    findings.stop_at_errors(built.judged(), built.site.lang)
    folder.mkdir(parents=True, exist_ok=True)
    measures, whose = counted(built)
    built.own = own_of(built, measures, whose)
    built.recognize = partial(built.recognize, activities(built, measures.visits, whose))
    for one in handed(built, given.who):
        made = {"html": one.page, "ics": built.calendars.get(one.id, b""), "eml": one.mail if given.mail else b""}
        for name, data in ((f"{one.id}.{ending}", data) for ending, data in made.items() if data):
            (folder / name).write_bytes(data)
            out.print(f"to hand over: {shown(folder / name)}")
    return 0


def withdraw(given: argparse.Namespace, place: Workplace) -> int:
    """Show what changes when a person leaves, do it once somebody said yes, and say what remains."""
    from .. import leaving

    found = leaving.withdrawal(place.content, place.programme, given.id, given.leave, now().date(), place.lang)
    out.print(leaving.shown(found, shown))
    if not given.yes and not (sys.stdin.isatty() and asked("\nDo it? (yes or no)").lower() in ("y", "yes")):
        out.print("\nnothing was changed; --yes does it")
        return 0
    leaving.apply(place.root, found.changes)
    out.print(f"\ndone: {len(found.changes)} files\n\n{leaving.REMAINS}")
    return 0


def export(given: argparse.Namespace, place: Workplace) -> int:
    """Write all that is a person's, or about them, into one file."""
    from .. import leaving

    data = leaving.export(place.content, place.programme, given.id, now().date(), place.lang)
    to = given.to or Path(f"{given.id}.zip")
    if not to.absolute().parent.is_dir():
        raise UsageError(f"there is no folder {to.parent}: --to names the file to write")
    to.write_bytes(data)
    out.print(f"everything of and about {given.id}: {shown(to)}")
    return 0
