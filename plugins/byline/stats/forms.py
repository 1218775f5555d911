"""The contribution report for machines: JSON and CSV."""

from __future__ import annotations

import json
from typing import Any

from ..spreadsheet import as_csv
from .contributions import ContributionReport, Contributor, Counts

COLUMNS = (
    *("id", "name", "status", "articles", "solo", "co_signed"),
    *("credit", "credit_decimal", "words", "first", "last"),
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
            "signatures": report.signatures,
            "solo": report.solo,
            "co_signed": report.articles - report.solo,
            **_counted(report.counts),
        },
        "authors": [{**_row(one), **_counted(one.counts)} for one in report.authors],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def as_table(report: ContributionReport) -> bytes:
    """One row per author, by id."""
    return as_csv(COLUMNS, (_row(one).values() for one in report.authors))


def _counted(counts: Counts) -> dict[str, Any]:
    return {"by_month": counts.by_month, "by_category": counts.by_category, "by_lang": counts.by_lang}


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
