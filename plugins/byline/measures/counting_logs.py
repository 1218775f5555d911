"""Access logs of one command, counted together by an engine, as arrivals and as counts of what is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from . import logs
from .attributing import Known, Origin
from .engines import BOT, BROKEN, ENGINES, Asked
from .importing import Gathered
from .opening import Look, UnreadableFile, parts_of
from .rows import table
from .summing import Arrivals
from .tools import Told

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

MONTHS = {name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
COMBINED_DAY = re.compile(r"(\d{2})/([A-Z][a-z]{2})/(\d{4})")
ISO_DAY = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})")
EPOCH = date(1970, 1, 1)
LAST_DAY = (date.max - EPOCH).days

Previews = Counter[tuple[date, str, str]]


def gathered(db: DuckDBPyConnection, looks: Mapping[Path, Look], known: Known, host: str, engine: str) -> Gathered:
    """What the logs tell; all in the combined format, or all in Caddy's JSON. Raises `UnreadableFile`."""
    parts = [part for path in looks for part in parts_of(path)]
    kinds = {logs.is_json(part) for part in parts}
    if len(kinds) > 1:
        raise UnreadableFile("some of these logs are lines of JSON, others are not: import them one by one")
    lines, told = Counter[str](), Told()
    asked = Asked(parts, True in kinds, _plain_lines(looks.values()), logs.landings(known), host)
    counted = ENGINES[engine](db, asked, lines, told.rejected)
    sums = Counter[str]()
    for machine, number in counted.aggregate("machine, sum(lines)::BIGINT").fetchall():
        sums["people" if not machine else BROKEN if machine == BROKEN else "machines"] += number
    told.rejected.update({logs.NO_LINE: sums[BROKEN]} if sums[BROKEN] else {})
    found = _dated(db, counted.filter(f"machine NOT IN ('{BOT}', '{BROKEN}')"))
    nameless = found.filter("date IS NULL").aggregate("sum(lines)::BIGINT").fetchall()[0][0]
    told.rejected.update({"without a day that can be read": nameless} if nameless else {})
    found = found.filter("date IS NOT NULL")
    return Gathered(told, _arrivals(db, found), _previews(found, known), sums["machines"], lines["lines"])


def _plain_lines(looks: Iterable[Look]) -> int | None:
    """How many lines all of these files have, if all are plain."""
    numbers = [one.lines for one in looks]
    return None if None in numbers else sum(filter(None, numbers))


def _dated(db: DuckDBPyConnection, counted: DuckDBPyRelation) -> DuckDBPyRelation:
    """The same with the date that the day of a line is, if it is one."""
    texts = (text for (text,) in counted.project("day").distinct().fetchall())
    return counted.join(table(db, {"day": "VARCHAR", "date": "DATE"}, ((text, _day(text)) for text in texts)), "day")


def _arrivals(db: DuckDBPyConnection, found: DuckDBPyRelation) -> Arrivals:
    people = found.filter("machine = ''")
    links = [link for (link,) in people.aggregate("link").fetchall()]
    origins = table(db, {"link": "VARCHAR", "origin": "BIGINT"}, ((link, place) for place, link in enumerate(links)))
    numbers = "date AS day, origin, visits, visits AS readers, NULL::BIGINT AS engaged, NULL::BIGINT AS conversions"
    people.join(origins, "link").project(numbers).create("arrivals")  # looked at more than once
    return Arrivals([*map(_origin, links)], db.table("arrivals"))


def _previews(found: DuckDBPyRelation, known: Known) -> Previews:
    """How often machines of networks fetched an article, by month, article and channel."""
    previews = Previews()
    fetched = found.filter("machine <> ''").aggregate("date_trunc('month', date)::DATE, link, machine, sum(lines)")
    for month, link, channel, lines in fetched.fetchall():
        one = _origin(link)
        if article := one.article or (one.campaign if one.campaign in known.articles else ""):
            previews[month, article, channel] += int(lines)
    return previews


def _origin(link: str) -> Origin:
    parts = link.split("\n")
    return Origin(*(map(unquote, parts) if "%" in link else parts))


@cache
def _day(text: str) -> date | None:
    """The day of a line: as the combined format, ISO 8601 or a number of days since 1970 says it."""
    try:
        if match := COMBINED_DAY.fullmatch(text):
            return date(int(match[3]), MONTHS[match[2]], int(match[1]))
        if match := ISO_DAY.fullmatch(text):
            return date(*map(int, match.groups()))
        return EPOCH + timedelta(days=int(text)) if text.isdecimal() and int(text) <= LAST_DAY else None
    except (KeyError, ValueError):
        return None
