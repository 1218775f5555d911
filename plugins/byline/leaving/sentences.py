"""What a person at the terminal reads before and after somebody leaves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .withdrawal import Withdrawal

MEANS = {
    "alumni": "the name stays under the articles; the person takes part no more",
    "anonymous": "the articles stay, under nobody's name",
    "removed": "what the person signed alone goes; what was signed together stays with the others",
}
REMAINS = """\
What remains elsewhere, and what to do about it:
  the public site        shows this after the next `byline build --production` and your deployment
  internal/, .cache/     are brought up to date by the next build; `make clean` empties them
  internal/reports/      reports on earlier months name who signed: make them again with `byline report`
  the git history        still holds the old files, and so does every clone: only rewriting it changes that
  search engines         forget in days or weeks; each has a form to ask for it sooner
  networks               keep cards and quotes of what was shared there; whoever posted can delete the post
  feed readers, archives keep what they have fetched; ask them one by one
  backups and mails      personal files that were handed over, exports, printed pages: yours to find
  figures                imported visits expire by themselves; without the person's file their links name nobody"""


def shown(found: Withdrawal, path_as_seen: Callable[[Path], str]) -> str:
    """What will change, and which lines nobody but a person can change."""
    person = found.person
    rows = [f"{person.name} ({person.id}) leaves as {found.leave}: {MEANS[found.leave]}.", "", "This changes:"]
    rows += [f"  {sentence}" for sentence in found.sentences] or ["  nothing"]
    if found.mentions:
        rows += ["", "These lines still name the person. Read them, and change by hand what should not stay:"]
        rows += [f"  {path_as_seen(path)}:{line}: {text[:160]}" for path, line, text in found.mentions]
    return "\n".join(rows)
