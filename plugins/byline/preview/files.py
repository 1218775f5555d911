"""The report as files in `internal/preview/`: a page, a comment, JSON, and the pictures that they show."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from ..build import Build
from ..model import File, Finding
from ..urls import short_hash
from .proposal import FOLDER, SHOWN, report_of
from .report import Report
from .shots import View, taken
from .wording import HERE, comments, pages

STYLE = "preview.css"
# What a comment shows at most: a screen, and never more than the 65,536 characters that GitHub takes.
ROWS, LINES, FOLDS = 8, 8, 8
PICTURED = 5  # texts of which a browser takes pictures, some seconds each
NEEDED = frozenset({"byline-not-approved", "first-byline"})
SHAPE = TypeAdapter(Report)


def report_files(build: Build, public: Path) -> Iterator[File]:
    """The report, when there is a base to compare with; `public` is the folder of the printed pages."""
    if not build.since:
        return
    report = report_of(build, build.since, told(build), public)
    shots = taken(build.run.browser, views(report, build, public), build.site.base) if build.run.browser else {}
    yield File(f"{FOLDER}/index.html", as_page(report, shots), internal=True)
    yield File(f"{FOLDER}/preview.md", as_comment(report), internal=True)
    yield File(f"{FOLDER}/preview.json", as_json(report), internal=True)
    yield File(f"{FOLDER}/{STYLE}", (HERE / STYLE).read_bytes(), internal=True)
    yield from (File(f"{FOLDER}/{name}", data, internal=True) for name, data in shots.items())
    cards = {file.save_as.rpartition("/")[2]: file for file in build.files if file.save_as.startswith("cards/")}
    for name in sorted({one.card.file.removeprefix(f"{SHOWN}/") for one in report.texts if one.card}):
        yield File(f"{FOLDER}/{SHOWN}/{name}", cards[name].data, internal=True)


def told(build: Build) -> list[Finding]:
    """What concerns the change, and every error. A byline that nobody approved stops no build, so that there is
    something to read before one approves it; but it cannot go live, as the check says.
    """
    findings = {*filter(lambda one: build.concerns(one.path), build.judged()), *build.stopping()}
    missing = NEEDED if build.run.evidence else frozenset()
    return [replace(one, severity="error") if one.name in missing else one for one in findings]


def views(report: Report, build: Build, public: Path) -> dict[str, View]:
    """The first texts that can be pictured, as they stand in the output folder and as they would stand there."""
    found: dict[str, View] = {}
    for text in [one for one in report.texts if one.page][:PICTURED]:
        was = build.before.get(text.was)
        if was and (build.run.outputs[0] / was.save_as).is_file():
            found[f"{SHOWN}/before-{short_hash(text.path)}.png"] = View(build.run.outputs[0], was.address)
        found[f"{SHOWN}/after-{short_hash(text.path)}.png"] = View(public, build.records[text.path].address)
    return found


def as_page(report: Report, shots: Collection[str] = ()) -> bytes:
    """One page for a telephone as for a desk: styles and pictures beside it, no script."""
    template = pages(report.lang).get_template("report.html")
    names = {one.path: short_hash(one.path) for one in report.texts}
    return template.render(report=report, style=STYLE, shots=shots, names=names).encode()


def as_comment(report: Report) -> bytes:
    """Markdown for GitHub and GitLab, in which no word of a stranger acts."""
    template = comments(report.lang).get_template("comment.md")
    text = template.render(report=report, rows=ROWS, lines=LINES, folds=FOLDS)
    return f"{text.strip()}\n".encode()


def as_json(report: Report) -> bytes:
    """`byline.preview/1`: fields are added, never renamed."""
    return (json.dumps(SHAPE.dump_python(report, mode="json"), ensure_ascii=False, indent=1) + "\n").encode()


def schema_file() -> str:
    """The shape of `preview.json` as a JSON Schema (draft 2020-12): `docs/schemas/preview.json`."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **SHAPE.json_schema(mode="serialization")}, indent=2) + "\n"
