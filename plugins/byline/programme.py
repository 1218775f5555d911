"""What concerns colleagues only: files of the programme folder, of which nothing reaches the public site.

Their faults are told to colleagues alone, in `internal/`: whoever reads a pull request or a log must not learn who is
enrolled, and who is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields as parts_of
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from .aims import read_aims
from .badges import FILE as BADGES
from .badges import badge_rules, goal_of
from .governance import governed, read_governance, unmet
from .ledger import Ledger
from .model import (
    Ambassador,
    Author,
    BadgeRule,
    Campfire,
    Challenge,
    Charter,
    Department,
    Event,
    Finding,
    Foreword,
    Guide,
    Idea,
    OfferedText,
    OptIn,
    Programme,
    Reward,
    Rewards,
    Site,
    Thanks,
    Value,
)
from .programme_files import ProgrammeFiles
from .programme_schema import AmbassadorFields, CharterFields, DepartmentFields, HoldFields
from .recognition_schema import BadgeFields, ChallengeFields, RewardsFields
from .schema import Fields
from .taking_part_schema import (
    CampfireFields,
    EventFields,
    ForewordFields,
    GuideFields,
    IdeaFields,
    OfferedTextFields,
    ThanksFields,
    ValueFields,
)

T = TypeVar("T")

REWARDS = "rewards.toml"
MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")
KINDS = {"people", "events", "campfires", "thanks", "texts", "ideas", "guides", "challenges", "bulletins"}


def read_programme(
    folder: Path | None, authors: Mapping[str, Author], site: Site, ledger: Ledger, today: date
) -> tuple[Programme, list[Finding]]:
    """Everything that the programme folder says, and what is wrong with it, for colleagues' eyes only.

    Never raises for what people wrote. Without a folder there is no programme.
    """
    if folder is None or not folder.is_dir():
        return Programme(), []
    files = ProgrammeFiles(folder, KINDS, site, ledger)
    people = _people(files, authors)
    governance, faults = read_governance(folder, today)
    aims, slips = read_aims(folder, site.lang)
    files.findings += [*faults, *slips, *unmet(people, governance)]
    return (
        Programme(
            people=governed(people, governance),
            governance=governance,
            departments=_departments(files),
            hold=_hold(files),
            charters=_charters(files),
            events=tuple(sorted(_events(files), key=lambda one: (one.starts, one.id))),
            campfires=_many(files, "campfires", CampfireFields, Campfire),
            values=_values(files),
            thanks=_many(files, "thanks", ThanksFields, Thanks),
            texts=_texts(files),
            ideas=_many(files, "ideas", IdeaFields, Idea),
            guides=_guides(files),
            aims=aims,
            badges=_badges(files),
            forewords=_forewords(files),
            challenges=tuple(_challenges(files)),
            rewards=_rewards(files),
        ),
        sorted(set(files.findings)),
    )


def _people(files: ProgrammeFiles, authors: Mapping[str, Author]) -> dict[str, Ambassador]:
    """Whoever is enrolled, by id. Consent that cannot be read is none: a file with an error counts for nothing."""
    found: dict[str, Ambassador] = {}
    for id, path, fields in files.each("people", AmbassadorFields):
        if files.sound(path):
            name = fields.name or (authors[id].name if id in authors else id)
            opt_in = OptIn(**fields.opt_in.model_dump())
            found[id] = _made(Ambassador, fields, id=id, name=name, opt_in=opt_in, source=path)
    return found


def _departments(files: ProgrammeFiles) -> dict[str, Department]:
    """Headcounts, by department."""
    tables = files.tables("departments.toml", DepartmentFields)
    counted = {
        id: {date.fromisoformat(day): number for day, number in one.headcount.items()} for id, one in tables.items()
    }
    return {id: Department(id, one.name, counted[id]) for id, one in tables.items()}


def _values(files: ProgrammeFiles) -> tuple[Value, ...]:
    """What the company says of itself, in the order of the file."""
    return tuple(_value(files, Value, id, one) for id, one in files.tables("values.toml", ValueFields).items())


def _hold(files: ProgrammeFiles) -> str:
    """Why everything stops, while `hold.toml` is there. One that cannot be read stops everything too."""
    if "hold.toml" not in files.paths:
        return ""
    fields = files.fields("hold.toml", HoldFields)
    return (fields.reason if fields else "") or "hold.toml"


def _charters(files: ProgrammeFiles) -> dict[str, Charter]:
    """`charter.md`, and `charter.fr.md` for its French version."""
    found = files.texts("charter", CharterFields)
    return {one.lang: _made(Charter, one.fields, lang=one.lang, body=one.body) for one in found}


def _guides(files: ProgrammeFiles) -> dict[str, dict[str, Guide]]:
    """`guides/<id>.md`, and `guides/<id>.fr.md`, by id and language."""
    guides: dict[str, dict[str, Guide]] = {}
    for one in files.texts("guides/", GuideFields):
        guides.setdefault(one.stem, {})[one.lang] = _made(Guide, one.fields, id=one.stem, lang=one.lang, body=one.body)
    return guides


def _forewords(files: ProgrammeFiles) -> dict[str, dict[str, Foreword]]:
    """`bulletins/<month>.md`, and `bulletins/<month>.fr.md`, by month and language."""
    found: dict[str, dict[str, Foreword]] = {}
    for one in files.texts("bulletins/", ForewordFields):
        found.setdefault(one.stem, {})[one.lang] = _made(Foreword, one.fields, lang=one.lang, body=one.body)
        if not MONTH.fullmatch(one.stem):
            hint = "Call it bulletins/2026-06.md, or bulletins/2026-06.fr.md."
            files.findings.append(Finding(one.path, 1, "bad-month", f"'{one.stem}' is no month.", "error", hint))
    return found


def _events(files: ProgrammeFiles) -> Iterable[Event]:
    """`events/*.toml`; times without a zone are the site's."""
    zone = ZoneInfo(files.site.timezone)
    for id, _, fields in files.each("events", EventFields):
        if fields.starts is None:
            continue
        whole = {one.time() for one in (fields.starts, fields.ends or fields.starts)} == {time()}
        ends = fields.ends or (fields.starts if whole else fields.starts + timedelta(hours=1))
        starts, ends = (one if one.tzinfo else one.replace(tzinfo=zone) for one in (fields.starts, ends))
        yield _value(files, Event, id, fields, starts=starts, ends=max(starts, ends), whole_days=whole)


def _many(files: ProgrammeFiles, name: str, model: type[Fields], cls: type[T]) -> tuple[T, ...]:
    """One value for each file of a folder, by id."""
    return tuple(_value(files, cls, id, fields) for id, path, fields in files.each(name, model) if files.whole(path))


def _texts(files: ProgrammeFiles) -> tuple[OfferedText, ...]:
    """Colleagues' own words, by the names of their files."""
    found = files.each("texts", OfferedTextFields)
    return tuple(_made(OfferedText, fields, id=id) for id, path, fields in found if files.whole(path))


def _badges(files: ProgrammeFiles) -> tuple[BadgeRule, ...]:
    """Byline's own rules and the company's; where one of these has an error, none counts until it is mended."""
    given = files.tables(BADGES, BadgeFields)
    rules, findings = badge_rules(given if files.sound(BADGES) else {})
    files.findings += findings
    return rules


def _challenges(files: ProgrammeFiles) -> Iterable[Challenge]:
    """`challenges/*.toml`, by id; one with an error is absent until it is mended."""
    for id, path, fields in files.each("challenges", ChallengeFields):
        if files.sound(path) and fields.starts and fields.ends:
            yield _made(Challenge, fields, id=id, goal=goal_of(fields))


def _rewards(files: ProgrammeFiles) -> Rewards | None:
    """The register. One with an error, or that nobody signed off, holds nothing; it is there all the same."""
    if REWARDS not in files.paths:
        return None
    fields = files.fields(REWARDS, RewardsFields)
    if fields is None or not files.sound(REWARDS):
        return Rewards()
    given = tuple(_made(Reward, one) for one in fields.reward if one.day)
    return _made(Rewards, fields, given=given)


def _value(files: ProgrammeFiles, cls: type[T], id: str, fields: Fields, **more: Any) -> T:
    return _made(cls, fields, id=id, lang=getattr(fields, "lang", "") or files.site.lang, **more)


def _made(cls: type[T], fields: Fields, **more: Any) -> T:
    """A value of the model from the fields that have its names, and more that wins."""
    known = {part.name for part in parts_of(cls)}  # type: ignore[arg-type]
    given = {name: getattr(fields, name) for name in type(fields).model_fields if name in known}
    return cls(**{**given, **more})
