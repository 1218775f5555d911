"""The contribution report as JSON, CSV and a page, in `internal/`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from ..build import Build
from ..model import File, Page
from ..period import ALL, Period
from .contributions import ContributionReport, Contributor, contribution_report

COLUMNS = (
    *("id", "name", "status", "articles", "solo", "co_signed"),
    *("credit", "credit_decimal", "words", "first", "last"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report_output(build: Build, period: Period = ALL) -> Iterator[Page | File]:
    """The report on a period in its three forms."""
    report = contribution_report(build.edition, period)
    yield File("contributions.json", as_json(report), internal=True)
    yield File("contributions.csv", as_csv(report), internal=True)
    yield Page(
        kind="contributions",
        address="/contributions.html",
        save_as="contributions.html",
        lang="en",
        values={"report": report},
        noindex=True,
        internal=True,
    )


def as_json(report: ContributionReport) -> bytes:
    """`byline.contributions/1`: fields are added, never renamed. Credits are exact fractions, as text."""
    document = {
        "schema": "byline.contributions/1",
        "site": {"name": report.site.name, "url": report.site.url},
        "period": {
            "id": report.period.id,
            "from": report.period.first.isoformat(),
            "to": report.period.last.isoformat(),
        },
        "totals": {
            "articles": report.articles,
            "authors": len(report.authors),
            "credit": str(report.credit),
            "words": report.words,
        },
        "authors": [
            {**_row(one), "by_month": one.by_month, "by_category": one.by_category, "by_lang": one.by_lang}
            for one in report.authors
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(report: ContributionReport) -> bytes:
    """One row per author (RFC 4180: CRLF), with no cell that a spreadsheet would run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_inert(cell) for cell in _row(one).values()] for one in report.authors)
    return text.getvalue().encode()


def _row(one: Contributor) -> dict[str, Any]:
    return {
        "id": one.author.id,
        "name": one.author.name,
        "status": one.author.status,
        "articles": one.articles,
        "solo": one.solo,
        "co_signed": one.co_signed,
        "credit": str(one.credit),
        "credit_decimal": round(float(one.credit), 6),
        "words": one.words,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
    }


def _inert(cell: object) -> object:
    """An apostrophe before what would be a formula (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
