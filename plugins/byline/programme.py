"""What concerns colleagues only: files of the programme folder, of which nothing reaches the public site.

Their faults are told to colleagues alone, in `internal/`: whoever reads a pull request or a log must not learn who is
enrolled, and who is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields as parts_of
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from . import front_matter, markup
from .aims import read_aims
from .badges import FILE as BADGES
from .badges import badge_rules, goal_of
from .governance import governed, read_governance, unmet
from .languages import without_lang
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
    Text,
    Thanks,
    Value,
)
from .programme_schema import AmbassadorFields, CharterFields, DepartmentFields, HoldFields
from .recognition_schema import BadgeFields, ChallengeFields, RewardsFields
from .schema import Fields
from .sources import read_text, walk
from .tables import placed, read_fields, read_tables
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
from .typography import typeset_text
from .urls import ID
from .validation import fields_of

T = TypeVar("T")
F = TypeVar("F", bound=Fields)

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
    shelf = _Shelf(folder, site, ledger)
    people = shelf.people(authors)
    governance, faults = read_governance(folder, today)
    aims, slips = read_aims(folder, site.lang)
    shelf.findings += [*faults, *slips, *unmet(people, governance)]
    return (
        Programme(
            people=governed(people, governance),
            governance=governance,
            departments=shelf.departments(),
            hold=shelf.hold(),
            charters=shelf.charters(),
            events=tuple(sorted(shelf.events(), key=lambda one: (one.starts, one.id))),
            campfires=shelf.many("campfires", CampfireFields, Campfire),
            values=shelf.values(),
            thanks=shelf.many("thanks", ThanksFields, Thanks),
            texts=shelf.texts(),
            ideas=shelf.many("ideas", IdeaFields, Idea),
            guides=shelf.guides(),
            aims=aims,
            badges=shelf.badges(),
            forewords=shelf.forewords(),
            challenges=tuple(shelf.challenges()),
            rewards=shelf.rewards(),
        ),
        sorted(set(shelf.findings)),
    )


class _Shelf:
    """The programme folder while it is read; `findings` grow on the way."""

    def __init__(self, folder: Path, site: Site, ledger: Ledger) -> None:
        self.folder, self.site, self.ledger = folder, site, ledger
        tree = walk(folder)
        self.paths = tree.paths
        self.findings = [one for one in tree.findings if one.path.split("/")[0] in KINDS]

    def people(self, authors: Mapping[str, Author]) -> dict[str, Ambassador]:
        """Whoever is enrolled, by id. Consent that cannot be read is none: a file with an error counts for nothing."""
        found: dict[str, Ambassador] = {}
        for id, path, fields in self._files("people", AmbassadorFields):
            if self._sound(path):
                name = fields.name or (authors[id].name if id in authors else id)
                opt_in = OptIn(**fields.opt_in.model_dump())
                found[id] = _made(Ambassador, fields, id=id, name=name, opt_in=opt_in, source=path)
        return found

    def departments(self) -> dict[str, Department]:
        """Headcounts, by department."""
        tables = self.tables("departments.toml", DepartmentFields)
        counted = {
            id: {date.fromisoformat(day): number for day, number in one.headcount.items()} for id, one in tables.items()
        }
        return {id: Department(id, one.name, counted[id]) for id, one in tables.items()}

    def values(self) -> tuple[Value, ...]:
        """What the company says of itself, in the order of the file."""
        return tuple(self._value(Value, id, one) for id, one in self.tables("values.toml", ValueFields).items())

    def hold(self) -> str:
        """Why everything stops, while `hold.toml` is there. One that cannot be read stops everything too."""
        if "hold.toml" not in self.paths:
            return ""
        fields, faults = read_fields(self.folder, "hold.toml", HoldFields)
        self.findings += faults
        return (fields.reason if fields else "") or "hold.toml"

    def charters(self) -> dict[str, Charter]:
        """`charter.md`, and `charter.fr.md` for its French version."""
        found = (self._text(path, CharterFields) for path in self.paths if _is_text(path, "charter"))
        return {lang: _made(Charter, fields, lang=lang, body=body) for _, lang, fields, body in filter(None, found)}

    def guides(self) -> dict[str, dict[str, Guide]]:
        """`guides/<id>.md`, and `guides/<id>.fr.md`, by id and language."""
        guides: dict[str, dict[str, Guide]] = {}
        for path in self.paths:
            if path.startswith("guides/") and (text := self._text(path, GuideFields)):
                id, lang, fields, body = text
                guides.setdefault(id, {})[lang] = _made(Guide, fields, id=id, lang=lang, body=body)
        return guides

    def forewords(self) -> dict[str, dict[str, Foreword]]:
        """`bulletins/<month>.md`, and `bulletins/<month>.fr.md`, by month and language."""
        found: dict[str, dict[str, Foreword]] = {}
        for path in self.paths:
            if path.startswith("bulletins/") and (text := self._text(path, ForewordFields)):
                month, lang, fields, body = text
                found.setdefault(month, {})[lang] = _made(Foreword, fields, lang=lang, body=body)
                if not MONTH.fullmatch(month):
                    hint = "Call it bulletins/2026-06.md, or bulletins/2026-06.fr.md."
                    self.findings.append(Finding(path, 1, "bad-month", f"'{month}' is no month.", "error", hint))
        return found

    def events(self) -> Iterable[Event]:
        """`events/*.toml`; times without a zone are the site's."""
        zone = ZoneInfo(self.site.timezone)
        for id, _, fields in self._files("events", EventFields):
            if fields.starts is None:
                continue
            whole = {one.time() for one in (fields.starts, fields.ends or fields.starts)} == {time()}
            ends = fields.ends or (fields.starts if whole else fields.starts + timedelta(hours=1))
            starts, ends = (one if one.tzinfo else one.replace(tzinfo=zone) for one in (fields.starts, ends))
            yield self._value(Event, id, fields, starts=starts, ends=max(starts, ends), whole_days=whole)

    def many(self, name: str, model: type[Fields], cls: type[T]) -> tuple[T, ...]:
        """One value for each file of a folder, by id."""
        return tuple(self._value(cls, id, fields) for id, path, fields in self._files(name, model) if self._whole(path))

    def texts(self) -> tuple[OfferedText, ...]:
        """Colleagues' own words, by the names of their files."""
        files = self._files("texts", OfferedTextFields)
        return tuple(_made(OfferedText, fields, id=id) for id, path, fields in files if self._whole(path))

    def badges(self) -> tuple[BadgeRule, ...]:
        """Byline's own rules and the company's; where one of these has an error, none counts until it is mended."""
        given = self.tables(BADGES, BadgeFields)
        rules, findings = badge_rules(given if self._sound(BADGES) else {})
        self.findings += findings
        return rules

    def challenges(self) -> Iterable[Challenge]:
        """`challenges/*.toml`, by id; one with an error is absent until it is mended."""
        for id, path, fields in self._files("challenges", ChallengeFields):
            if self._sound(path) and fields.starts and fields.ends:
                yield _made(Challenge, fields, id=id, goal=goal_of(fields))

    def rewards(self) -> Rewards | None:
        """The register. One with an error, or that nobody signed off, holds nothing; it is there all the same."""
        if REWARDS not in self.paths:
            return None
        fields, faults = read_fields(self.folder, REWARDS, RewardsFields)
        self.findings += faults
        if fields is None or not self._sound(REWARDS):
            return Rewards()
        given = tuple(_made(Reward, one) for one in fields.reward if one.day)
        return _made(Rewards, fields, given=given)

    def _sound(self, path: str) -> bool:
        return not any(one.path == path and one.severity == "error" for one in self.findings)

    def _whole(self, path: str) -> bool:
        return not any(one.path == path and one.name == "missing-key" for one in self.findings)

    def _value(self, cls: type[T], id: str, fields: Fields, **more: Any) -> T:
        return _made(cls, fields, id=id, lang=getattr(fields, "lang", "") or self.site.lang, **more)

    def _files(self, name: str, model: type[F]) -> Iterable[tuple[str, str, F]]:
        """(id, path, fields) of each TOML file of a folder."""
        for path in self.paths:
            place = PurePosixPath(path)
            if place.parent.as_posix() != name or place.suffix != ".toml":
                continue
            fields, faults = read_fields(self.folder, path, model)
            self.findings += faults
            if not ID.fullmatch(place.stem):
                message = f"'{place.stem}' is no id."
                hint = f"Call it {name}/<id>.toml, with a-z, 0-9 and hyphens."
                self.findings.append(Finding(path, 1, "bad-id", message, "error", hint))
            elif fields is not None:
                yield place.stem, path, fields

    def tables(self, path: str, model: type[F]) -> Mapping[str, F]:
        """The tables of a file, by their ids, in its order."""
        if path not in self.paths:
            return {}
        found, faults = read_tables(self.folder, path, model)
        self.findings += faults
        return {id: one for id, one in found.items() if ID.fullmatch(id) or self._refused(path, id)}

    def _refused(self, path: str, id: str) -> bool:
        hint = "Write a-z, 0-9 and hyphens between the brackets."
        self.findings.append(Finding(path, 1, "bad-id", f"'{id}' is no id.", "error", hint))
        return False

    def _text(self, path: str, model: type[F]) -> tuple[str, str, F, Text] | None:
        """Id, language, front matter and text of a Markdown file."""
        text, faults = read_text(self.folder, path)
        self.findings += faults
        if text is None or not path.endswith(".md"):
            return None
        front = front_matter.read(text, model.model_fields)
        fields, remarks = fields_of(model, front.values, front.lines)
        made = self._rendered(path, front.body, front.body_line)
        self.findings += placed(path, (*front.remarks, *(remarks if front.found else ()), *made.remarks))
        id, named = without_lang(PurePosixPath(path).stem)
        lang = getattr(fields, "lang", "") or named or self.site.lang
        return (id, lang, fields, typeset_text(made, lang)) if fields and front.found else None

    def _rendered(self, path: str, body: str, line: int) -> Text:
        make = partial(_as_json, body, line)
        return markup.from_json(self.ledger.remember("text", path, [body, line], make))


def _as_json(body: str, line: int) -> bytes:
    return markup.to_json(markup.render(body, line))


def _is_text(path: str, stem: str) -> bool:
    return "/" not in path and path.endswith(".md") and without_lang(path.removesuffix(".md"))[0] == stem


def _made(cls: type[T], fields: Fields, **more: Any) -> T:
    """A value of the model from the fields that have its names, and more that wins."""
    known = {part.name for part in parts_of(cls)}  # type: ignore[arg-type]
    given = {name: getattr(fields, name) for name in type(fields).model_fields if name in known}
    return cls(**{**given, **more})
