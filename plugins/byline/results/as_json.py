"""Results for machines: `byline.results/1`. Fields are added, never renamed; null is not known, never zero."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ..kpis import KPIS
from ..schema import NEEDS
from .figures import Figures, Row
from .overview import Compared, Effort, Results
from .page import View
from .values import Value


def as_json(results: Results, view: View) -> bytes:
    """What a view shows; rows per day, article and channel, and costs, are for comms alone."""
    document: dict[str, Any] = {
        "schema": "byline.results/1",
        "view": "comms" if view.comms else "everybody",
        "site": {"name": results.site.name, "url": results.site.url},
        "period": {
            "id": results.period.id,
            "from": results.period.first.isoformat(),
            "to": results.period.last.isoformat(),
        },
        "measured_days": len(results.covered),
        "smallest_group": results.smallest_group,
        "kpis": {name: {"source": KPIS[name].source, **_value(value)} for name, value in results.kpis.items()},
        "objectives": [_objective(one) for one in results.objectives],
        "articles_by_month": _by_month(results),
        "needs": {_slug(category): dict(zip(NEEDS, values, strict=True)) for category, values in results.needs},
        "channels": _each(results.channels),
        "categories": _each(results.categories),
        "by_need": _each(results.by_need),
        "personal": [
            {"month": one.month, "shares": one.shares, **asdict(one.figures)} for one in results.personal
        ],
        "participation": [
            {"departments": sorted(one.atoms), "people": one.people, "contributed": one.active}
            for one in results.participation
        ],
        "campaigns": [_effort(one, view) for one in results.efforts],
    }  # fmt: skip
    if view.comms:
        document["articles"] = {article.id: asdict(figures) for article, figures in results.articles}
        document["rows"] = [_row(one) for one in results.rows]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _value(value: Value) -> dict[str, Any]:
    number = value.number
    exact = None if number is None else number.numerator if number.denominator == 1 else round(float(number), 6)
    return {"value": exact, **({"why": value.why} if value.why else {})}


def _objective(one: Compared) -> dict[str, Any]:
    objective, reached = one.objective, one.reached
    return {
        "id": objective.id,
        "name": objective.name,
        "kpi": objective.kpi,
        "campaign": objective.campaign,
        "from": objective.starts.isoformat(),
        "to": objective.ends.isoformat(),
        "target": objective.target,
        **_value(one.value),
        "reached": None if reached is None else round(float(reached), 6),
        "phase": one.phase,
    }


def _by_month(results: Results) -> dict[str, Any]:
    """Per month, articles of each category, and authors who are new or were there before."""
    found: dict[str, Any] = {}
    for place, month in enumerate(results.months):
        new, back = results.signed[place]
        counts = {_slug(category): values[place] for category, values in results.written if values[place]}
        found[month] = {"categories": counts, "authors": {"new": new, "returning": back}}
    return found


def _slug(category: Any) -> str:
    return category.slug if category else ""


def _each(figures: Mapping[str, Figures]) -> dict[str, Any]:
    return {name: asdict(one) for name, one in sorted(figures.items())}


def _effort(one: Effort, view: View) -> dict[str, Any]:
    campaign = one.campaign
    told: dict[str, Any] = {
        "id": campaign.id,
        "name": campaign.name,
        "from": campaign.starts.isoformat(),
        "to": campaign.ends.isoformat(),
        "phase": one.phase,
        "articles": [article.id for article in one.articles],
        "wins": asdict(campaign.wins),
        "retrospective": campaign.retrospective.plain if campaign.retrospective else "",
        "forgotten": list(one.forgotten),
        "measured": asdict(one.figures) if one.figures else None,
        "declared": {**one.declared, **one.reach},
    }
    if view.comms and one.cost:
        each = {kind: {"euros": round(float(e), 2), "hours": round(float(h), 2)} for kind, (e, h) in one.each.items()}
        told["cost"] = {"euros": one.cost.euros, "hours": one.cost.hours, "each": each}
    return told


def _row(row: Row) -> dict[str, Any]:
    return {
        "day": row.day.isoformat(),
        "article": row.article,
        "channel": row.channel,
        "campaign": row.campaign,
        "category": row.category,
        "needs": list(row.needs),
        **asdict(row.figures),
    }
