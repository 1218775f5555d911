"""What the programme folder and campaigns hold about a person, when they leave."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from .keys import UnclearText, without_keys
from .withdrawal import Withdrawal

SHORT_LINKS = "short-links.csv"
# Keys that name one person: the file goes on without them, or belongs to the person and goes with them.
NAMING = {"ideas": ("proposed_by", "taken_by"), "campfires": ("pointed_out_by",), "campaigns": ("proposed_by",)}
OWNED = {"thanks": ("to", "by"), "texts": ("by",)}


def change_programme(found: Withdrawal, programme: Path | None, content: Path, today: date) -> None:
    if programme:
        _enrolment(found, programme, today)
        _short_links(found, programme, today)
    if found.leave == "alumni":
        return
    folders = {name: programme for name in (*NAMING, *OWNED) if programme} | {"campaigns": content}
    for name, folder in folders.items():
        for path in sorted((folder / name).rglob("*.toml")) if (folder / name).is_dir() else ():
            _named_in(found, path, f"{name}/{path.relative_to(folder / name).as_posix()}", name)


def _named_in(found: Withdrawal, path: Path, shown: str, kind: str) -> None:
    text = path.read_text("utf-8-sig")
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    if any(found.person.means(values.get(key)) for key in OWNED.get(kind, ())):
        found.remove(path, f"{shown} is removed")
    elif keys := [key for key in NAMING.get(kind, ()) if found.person.means(values.get(key))]:
        try:
            found.write(path, without_keys(text, keys), f"{shown} no longer names the person")
        except UnclearText as error:
            raise UnclearText(f"{shown}: {error}") from None


def _enrolment(found: Withdrawal, programme: Path, today: date) -> None:
    """The person's own file. Alumni's says that they took part, and until when; no choice or address stays."""
    path = programme / "people" / f"{found.person.id}.toml"
    if not path.is_file():
        return
    shown = f"people/{path.name}"
    if found.leave != "alumni":
        found.remove(path, f"{shown} is removed: choices, addresses and department go with it")
        return
    try:
        values: Mapping[str, object] = tomllib.loads(path.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError:
        values = {}
    name = f"name = {json.dumps(found.person.name, ensure_ascii=False)}\n" if found.person.author is None else ""
    enrolled = f"enrolled = {values.get('enrolled', today)}\n"
    text = f"{name}{enrolled}left = {today.isoformat()}\n"
    found.write(path, text, f"{shown} says that the person left; choices, addresses and department are removed")


def _short_links(found: Withdrawal, programme: Path, today: date) -> None:
    """Personal codes count no more, and no longer say whose they were; each still leads to its article."""
    path = programme / SHORT_LINKS
    if not path.is_file():
        return
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    if not rows or not {"person", "revoked"} <= {*rows[0]}:
        return
    person, revoked = rows[0].index("person"), rows[0].index("revoked")
    own = [row for row in rows[1:] if len(row) == len(rows[0]) and row[person] == found.person.id]
    for row in own:
        row[person], row[revoked] = "", row[revoked] or today.isoformat()
    if own:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        found.write(path, text.getvalue(), f"{SHORT_LINKS}: {len(own)} links no longer count, and belong to nobody")
