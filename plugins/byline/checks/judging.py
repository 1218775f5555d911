"""Judging: every rule is asked of every text, and of the whole. A text that did not change is not judged again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any

from .. import links
from ..build import Build
from ..editorial import EditorialFields
from ..ledger import fingerprint
from ..manuscript import Manuscript
from ..model import Finding
from ..paths import picture_path
from ..rules import Rule, rules_in
from ..sources import read_text, walk
from . import addresses, campaigns, confidentiality, duplicates, files, french, headings, lengths, vocabulary
from .desk import Desk, shipped_inputs
from .files import PICTURES
from .sheet import Sheet, sheet_of
from .site import Whole

TEXT_RULES: tuple[Rule[[Sheet, Desk]], ...] = rules_in(confidentiality, vocabulary, lengths, headings, french)
SITE_RULES: tuple[Rule[[Whole]], ...] = rules_in(addresses, files, campaigns, duplicates)
CONFIDENTIAL = rules_in(confidentiality)
READ = (".md", ".toml")


def judge(build: Build, editorial: EditorialFields, only: Collection[str] | None = None) -> list[Finding]:
    """What the rules say of a build; with `only`, of these paths alone.

    A check, and a build of what is proposed, ask every rule; any other build asks those that could stop it.
    """
    asking = build.run.checking or build.since is not None
    every: tuple[Rule[Any], ...] = (*TEXT_RULES, *SITE_RULES)
    rules = [rule for rule in every if asking or _stops(rule, editorial)]
    touched = build.shelf.touched or walk(build.content).touched
    desk, paths = Desk(editorial), tuple(sorted(touched))
    asked = [path for path in paths if path.endswith(READ) and (only is None or path in only)]
    found = [*judge_texts(build, desk, {path: "" if build.run.verify else touched[path] for path in asked}, rules)]
    if site_rules := [rule for rule in SITE_RULES if rule in rules]:
        site = whole(build, desk, paths, only)
        found += [finding for rule in site_rules for finding in rule.findings("", site)]
    return found if only is None else [finding for finding in found if finding.path in only]


def _stops(rule: Rule[Any], editorial: EditorialFields) -> bool:
    return "error" in (rule.severity, editorial.severity.get(rule.name))


# --- texts ------------------------------------------------------------------------------------------------------------


def judge_texts(build: Build, desk: Desk, marks: Mapping[str, str], rules: Collection[Rule[Any]]) -> Iterator[Finding]:
    """What the rules say of files; nothing is opened of those that were judged before and not touched since.

    `marks` has for each path what tells whether its file was touched, as `sources.walk` finds it.
    """
    shelved = {one.path: one for one in (*build.shelf.articles, *build.shelf.pages, *build.shelf.authors)}
    asked = [rule for rule in TEXT_RULES if rule in rules]
    decided = fingerprint(desk.editorial.inputs(), shipped_inputs(), [rule.name for rule in asked])
    langs = {path: _lang(shelved.get(path), build.site.lang) for path in marks}
    items = [(path, [path, _told_by(build, path, mark), langs[path], decided]) for path, mark in marks.items()]

    def judged(index: int) -> bytes:
        path = items[index][0]
        text, _ = read_text(build.content, path)
        sheet = _sheet(path, text or "", shelved.get(path), langs[path])
        return json.dumps([asdict(finding) for finding in judge_sheet(sheet, desk, asked)]).encode()

    for findings, _ in build.ledger.heads("judged", items, judged, json.loads) if asked else ():
        yield from (Finding(**values) for values in findings)


def _told_by(build: Build, path: str, mark: str) -> str:
    """What stands for a file's content: that it was not touched, else the content itself."""
    return mark or hashlib.sha256((read_text(build.content, path)[0] or "").encode()).hexdigest()


def judge_sheet(sheet: Sheet, desk: Desk, rules: Iterable[Rule[Any]] = TEXT_RULES) -> list[Finding]:
    """What rules say of one text. Of a file that is no text, only what must not leave the company counts."""
    asked = rules if sheet.kind else [rule for rule in rules if rule in CONFIDENTIAL]
    return [finding for rule in asked for finding in rule.findings(sheet.path, sheet, desk)]


def _lang(manuscript: Manuscript | None, site_lang: str) -> str:
    written = getattr(manuscript.fields, "lang", "") or manuscript.lang if manuscript else ""
    return written or site_lang


def _sheet(path: str, text: str, manuscript: Manuscript | None, lang: str) -> Sheet:
    if manuscript is None:
        # Nobody reads it as a text; as a body, it still tells what is code.
        return Sheet(path, text, lang=lang, body_line=1)
    m = manuscript
    return sheet_of(path, text, m.fields, kind=m.kind, lang=lang, keys=m.lines, body_line=m.body_line)


# --- the whole --------------------------------------------------------------------------------------------------------


def whole(build: Build, desk: Desk, paths: tuple[str, ...], only: Collection[str] | None = None) -> Whole:
    """The site as its rules see it; with `only`, nothing that tells of other files alone."""
    edition = build.edition
    files = tuple(path for path in paths if only is None or path in only)
    manuscripts = (*build.shelf.articles, *build.shelf.pages)
    return Whole(
        content=build.content,
        now=build.now,
        desk=desk,
        ledger=build.ledger,
        files=files,
        articles=edition.articles,
        records=edition.records,
        campaigns=build.registry.campaigns,
        redirects=build.redirects,
        leads=dict(_leads(build, only)),
        used=frozenset(_used(build, paths)) if any(path.lower().endswith(PICTURES) for path in files) else (),
        lines={one.path: one.lines for one in manuscripts},
    )


def _leads(build: Build, only: Collection[str] | None) -> Iterator[tuple[str, tuple[tuple[str, int, str], ...]]]:
    for source, text in build.edition.texts():
        if only is not None and source not in only:
            continue
        where = links.resolver(build, source)
        found = ((ref.target, ref.line, where(ref.target)) for ref in text.local(build.site) if ref.kind == "link")
        inside = tuple(
            (written, line, leads.href[len(build.site.base) :].split("?")[0].split("#")[0])
            for written, line, leads in found
            if leads and not leads.external and leads.href.startswith("/")
        )
        if inside:
            yield source, inside


def _used(build: Build, paths: tuple[str, ...]) -> Iterator[str]:
    """Pictures that anybody names: texts of every state, also those with an error, and people."""
    for one in (*build.shelf.articles, *build.shelf.pages, *build.shelf.authors):
        named = [getattr(one.fields, key, "") for key in ("image", "portrait")]
        for target in (*named, *(reference.target for reference in one.text.local(build.site))):
            yield picture_path(target, one.path) or ""
    people = {PurePosixPath(one.path).stem for one in build.shelf.authors}
    yield from (path for path in paths if path.startswith("authors/") and PurePosixPath(path).stem in people)
