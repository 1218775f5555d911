"""The report as files in `internal/preview/`: a page, a comment, JSON, and the pictures that they show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from ..build import Build
from ..model import File, Finding
from ..touched import told_of
from .proposal import FOLDER, SHOWN, report_of
from .report import Report
from .wording import HERE, comments, pages

STYLE = "preview.css"
# What a comment shows at most: a screen, and never more than the 65,536 characters that GitHub takes.
ROWS, LINES, FOLDS = 8, 8, 8
NEEDED = frozenset({"byline-not-approved", "first-byline"})
SHAPE = TypeAdapter(Report)


def report_files(build: Build, public: Path) -> Iterator[File]:
    """The report, when there is a base to compare with; `public` is the folder of the printed pages."""
    if not build.since:
        return
    report = report_of(build, build.since, told(build), public)
    yield File(f"{FOLDER}/index.html", as_page(report), internal=True)
    yield File(f"{FOLDER}/preview.md", as_comment(report), internal=True)
    yield File(f"{FOLDER}/preview.json", as_json(report), internal=True)
    yield File(f"{FOLDER}/{STYLE}", (HERE / STYLE).read_bytes(), internal=True)
    cards = {file.save_as.rpartition("/")[2]: file for file in build.files if file.save_as.startswith("cards/")}
    for name in sorted({one.card.file.removeprefix(f"{SHOWN}/") for one in report.texts if one.card}):
        yield File(f"{FOLDER}/{SHOWN}/{name}", cards[name].data, internal=True)


def told(build: Build) -> list[Finding]:
    """What concerns the change, and every error. A byline that nobody approved stops no build, so that there is
    something to read before one approves it; but it cannot go live, as the check says.
    """
    findings = {*told_of(build.judged(), build), *build.stopping()}
    missing = NEEDED if build.run.evidence else frozenset()
    return [replace(one, severity="error") if one.name in missing else one for one in findings]


def as_page(report: Report) -> bytes:
    """One page for a telephone as for a desk: styles and pictures beside it, no script."""
    return pages(report.lang).get_template("report.html").render(report=report, style=STYLE).encode()


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
