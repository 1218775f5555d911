"""What was measured, for whoever makes a report: rows, what they cover, and what they leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ..model import Measures, Visit
from ..period import ALL, Period
from ..tokens import Meaning, Secrets, meanings
from .attributing import is_token
from .rows import database, merged
from .store import Import, load, months


def read(programme: Path | None, period: Period = ALL, expired: date = date.min) -> Measures:
    """Everything that was measured in a period. Before the day `expired`, no row says whose link it was.

    Raises `StoreError` when what is kept does not belong together. Where nothing covers the period, `days` is empty:
    that is "not measured", never zero.
    """
    wanted = [one for one in months(programme) if _touches(one, period)] if programme else []
    if not programme or not wanted:
        return Measures()
    db = database(threads=1)
    kept = [load(programme, one, db) for one in wanted]
    tables = [one.between(period.first, period.last).nameless(expired) for month in kept for one in month.visits]
    imports = [one for month in kept for one in month.imports]
    return _measures(tuple(merged(tables)), imports, period)


def whose(
    visits: Iterable[Visit], people: Iterable[str], secrets: Secrets, periods: Iterable[str]
) -> dict[str, Meaning]:
    """The tokens of these visits that belong to these people, with what each stands for; nobody else's."""
    pairs = sorted({(one.article, one.channel) for one in visits if is_token(one.content)})
    people, periods = tuple(people), tuple(periods)
    found: dict[str, Meaning] = {}
    for article, channel in pairs if people else ():
        found |= meanings(secrets, people, [article], [channel], periods)
    seen = {one.content for one in visits}
    return {token: meaning for token, meaning in sorted(found.items()) if token in seen}


def _touches(month: str, period: Period) -> bool:
    year, number = map(int, month.split("-"))
    after = date(year + number // 12, number % 12 + 1, 1)
    return date(year, number, 1) <= period.last and period.first < after


def _measures(visits: tuple[Visit, ...], imports: list[Import], period: Period) -> Measures:
    days: dict[date, set[str]] = {}
    counted, rejected = Counter[str](), Counter[str]()
    unknown, previews, totals = Counter[str](), Counter[tuple[str, str]](), Counter[date]()
    for one in imports:
        mine = {day: number for day, number in one.days.items() if day in period}
        if one.total:
            totals.update({day: number.visits for day, number in mine.items()})
            continue
        for day, number in mine.items():
            days.setdefault(day, set()).add(one.tool)
            counted.update(attributed=number.attributed, unknown=number.unknown, untagged=number.untagged)
        unknown.update(one.unknown if mine else {})
        rejected.update(one.rejected if mine else {})
        for (month, article, channel), fetched in one.previews.items():
            previews[article, channel] += fetched if month in period else 0
    return Measures(
        visits=visits,
        days={day: tuple(sorted(tools)) for day, tools in sorted(days.items())},
        attributed=counted["attributed"],
        unknown=counted["unknown"],
        untagged=counted["untagged"],
        unknown_words=dict(sorted(unknown.items(), key=lambda item: (-item[1], item[0]))),
        rejected=dict(sorted(rejected.items())),
        previews=dict(sorted((key, number) for key, number in previews.items() if number)),
        totals=dict(sorted(totals.items())),
    )
