"""What a build was made from and what it said, so that the same command is answered without building again.

A receipt holds while the same is asked of the same code, settings and machine, while no file came, went or was touched,
neither of what is read nor of what was made, and while time changed nothing. A build that may have read anything else
gets none: one that compares with a base, or has plugins of other people.
"""

from __future__ import annotations

import os
import posixpath
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .commit import Root, interrupted
from .digest import Digests
from .ledger import Ledger, versions
from .model import Finding
from .moment import Moment
from .sources import TICK
from .standing import Marks, mark, noted_marks, seen_in, touched

if TYPE_CHECKING:
    from .build import Build

PASSING = ("__pycache__", ".git")
FONTS = "/usr/share/fonts"  # where cards look for those that a theme lacks, unless their settings name others
FORM = ".venv/form"  # what the form in a browser is made of
ONCE = ("verify", "explain", "since", "evidence", "checking", "cards")  # asked for more than the site


@dataclass(frozen=True)
class Said:
    """What a build told whoever asked: articles by state, files kept, notes, findings as they were graded, and the
    language of its site.
    """

    tally: Mapping[str, int]
    kept: int
    notes: tuple[str, ...]
    findings: tuple[Finding, ...]
    lang: str


def asked(settings: Mapping[str, Any]) -> str:
    """A digest of all that a build with these settings is made from, as it is now, but for the moment; empty where
    nobody can tell.
    """
    run = settings["BYLINE_RUN"]
    ours = all(name.startswith("byline.") for name in settings["PLUGINS"])
    if not ours or any(run.get(name) for name in ONCE) or not run.get("now"):
        return ""
    plain = {name: value for name, value in settings.items() if name != "BYLINE_RUN"}
    around = sorted((name, value) for name, value in os.environ.items() if name.startswith("BYLINE_"))
    cards = settings.get("BYLINE_CARDS", {})
    folders = [settings["PATH"], Path(settings["THEME"]).parent, Path(__file__).parent, run["programme"]]
    folders += [cards.get("folder"), *cards.get("system_fonts", (FONTS,)), Path(run["root"], FORM)]
    found = [_folder(folder) for folder in folders if folder]
    brand = settings.get("BYLINE_BRAND", {})
    beside = [touched(f"{run['root']}/{brand.get(name)}") for name in ("logo", "font") if brand.get(name)]
    if any(one.touched > time.time_ns() - TICK for one in found):
        return ""  # clocks of file systems tick slowly: what is touched twice within a tick looks like once
    try:
        rest = {name: value for name, value in run.items() if name != "now"}
        return Digests().of(versions(), _machine(), plain, rest, around, [one.digest for one in found], beside)
    except TypeError:  # a setting that nobody can tell apart from another
        return ""


def answered(roots: Sequence[Root], ledger: Ledger, digest: str, now: datetime) -> Said | None:
    """What the last build of these outputs said, if this one would change nothing and say the same."""
    noted = ledger.note(_name(roots)) if digest and not interrupted(roots) else None
    if not isinstance(noted, dict) or noted["asked"] != digest or not _same_time(noted, now):
        return None
    marks = noted_marks(ledger, roots)
    if len(marks) != len(roots) or not all(map(_stands, roots, marks, noted["outputs"])):
        return None
    said = noted["said"]
    findings = tuple(Finding(*one) for one in said["findings"])
    return Said(said["tally"], said["kept"], tuple(said["notes"]), findings, said["lang"])


def keep_receipt(build: Build, digest: str, marks: Sequence[Marks]) -> None:
    """Note what this build was asked, made and said. `digest` is from before it began."""
    roots, now = build.standing.roots, build.now
    if not digest or not roots or not isinstance(now, Moment):
        return
    said = {
        "tally": dict(build.tally),
        "kept": sum(map(len, build.made)),
        "notes": build.notes,
        "findings": [astuple(one) for one in build.judged()],
        "lang": build.site.lang,
    }
    outputs = [_folders(*one) for one in zip(roots, marks, strict=True)]
    until = now.until.timestamp() if now.until else None
    noted = {"asked": digest, "outputs": outputs, "from": now.plain().timestamp(), "until": until, "said": said}
    build.ledger.keep_note(_name(roots), noted)


def _same_time(noted: Mapping[str, Any], now: datetime) -> bool:
    """Whether everything that was asked of the clock has the answer that it had."""
    moment = now.timestamp()
    return bool(moment == noted["from"] or noted["from"] < moment < (noted["until"] or float("inf")))


def _name(roots: Sequence[Root]) -> str:
    return f"receipt: {' and '.join(str(root.output.absolute()) for root in roots)}"


def _machine() -> list[str]:
    """What draws letters here besides our own code and libraries."""
    from PIL import features

    return [f"{name} {features.version(name)}" for name in ("raqm", "fribidi", "harfbuzz", "freetype2")]


# --- folders ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Folder:
    """A folder as it stands: a digest of its files and their marks, and when the last of them was touched."""

    digest: str
    touched: int


def _folder(folder: str | Path) -> _Folder:
    found = seen_in(folder, PASSING)
    last = max((max(one.st_mtime_ns, one.st_ctime_ns) for one in found.values()), default=0)
    return _Folder(_digest((path, mark(one)) for path, one in found.items()), last)


def _folders(root: Root, marks: Marks) -> dict[str, str] | None:
    """What tells whether a file came to, or left, any folder of an output; None where one was touched just now."""
    paths = {""}
    for path in (path for path, (_, left) in marks.items() if left):
        while (path := posixpath.dirname(path)) not in paths:
            paths.add(path)
    found = {path: os.lstat(f"{root.output}/{path}") for path in sorted(paths)}
    settled = time.time_ns() - TICK
    if any(max(one.st_mtime_ns, one.st_ctime_ns) > settled for one in found.values()):
        return None
    return {path: mark(one) for path, one in found.items()}


def _stands(root: Root, marks: Marks, folders: Mapping[str, str] | None) -> bool:
    """Whether an output holds what was noted, and nothing else. To look at what is known takes half of the time that
    looking for what there is takes, where every page has a folder of its own.
    """
    if folders is None and seen_in(root.output).keys() != marks.keys():
        return False
    known = [*((path, left) for path, (_, left) in marks.items()), *(folders or {}).items()]
    return all(touched(f"{root.output}/{path}") == left for path, left in known)


def _digest(found: Iterable[tuple[str, str]]) -> str:
    told = "\n".join(f"{path}\0{left}" for path, left in sorted(found))
    return blake2b(told.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
