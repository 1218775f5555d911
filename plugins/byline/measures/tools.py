"""From the exports of Plausible, Matomo and GA4 to arrivals. Formats as their documentation describes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qsl

from . import tables
from .attributing import Origin, shown
from .opening import Part, UnreadableFile, text_of
from .summing import Arrival
from .tables import columns_of, number, word

SOURCES = re.compile(r"imported_sources(_\d{8}_\d{8})?\.csv")
DASHBOARD = "visitors.csv"
ONE_DAY = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
SEPARATOR = " - "
LONGEST_QUERY = 4000
# How Matomo says that a visit had no such word; its English and French.
UNDEFINED = re.compile(r"(?i)(keyword|content|source|medium) not defined|.* non défini(e)?")


@dataclass
class Told:
    """What files tell: arrivals, lines that tell nothing by reason, what else is worth a word; `total`: sums alone."""

    arrivals: list[Arrival] = field(default_factory=list)
    rejected: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    total: bool = False


def plausible(parts: Iterable[Part], _source: str) -> Told:
    """The full export: who came by which link, a day a row. Of the dashboard's export, whose tables hold one thing each
    and cannot be joined, the sums alone."""
    parts = tuple(parts)
    tagged = [one for one in parts if SOURCES.fullmatch(one.name)]
    loose = [one for one in parts if not one.member] if len(parts) == 1 else []
    if not tagged and (sums := [one for one in parts if one.name == DASHBOARD]):
        return _dashboard(sums[0])
    if not (tagged or loose):
        raise UnreadableFile(
            f"{_named(parts)} holds no imported_sources table. Export {columns_of('plausible').export}"
        )
    told = Told()
    for part in tagged or loose:
        told.arrivals += _read("plausible", part, told, _plausible_row)
    return told


def _plausible_row(cells: dict[str, str]) -> Arrival:
    return _arrival(
        cells, tables.day(cells["day"]), word(cells, "source"), word(cells, "campaign"), word(cells, "content")
    )


def _dashboard(part: Part) -> Told:
    told = Told(total=True)
    told.arrivals += _read(
        "plausible-total", part, told, lambda cells: _arrival(cells, tables.day(cells["day"]), "", "", "")
    )
    told.notes.append(
        "a dashboard's export says how many came, and not by which link: only the sums were kept. "
        f"For more, export {columns_of('plausible').export}"
    )
    return told


def matomo(parts: Iterable[Part], source: str) -> Told:
    """Campaign names, flattened (name - keyword - content); `source`: the `utm_source` of a report for one channel."""
    told = Told()
    for part in parts:
        text = text_of(part)
        columns = columns_of("matomo")
        named = ONE_DAY.findall(part.name)
        whole = tables.day(named[0]) if len(named) == 1 else None
        given = columns.place(tables.opened(text)[2])
        if not whole and "day" not in given:
            raise UnreadableFile(f"{shown(part.name)} does not say of which day it is. Export {columns.export}")
        if "label" not in given and "campaign" not in given:
            raise UnreadableFile(f"{shown(part.name)} has no column label. Export {columns.export}")
        make = _matomo_row(whole, source)
        told.arrivals += tables.each(tables.rows(part.name, text, columns, told.rejected), told.rejected, make)
    return told


def _matomo_row(whole: date | None, source: str) -> Callable[[dict[str, str]], Arrival]:
    def make(cells: dict[str, str]) -> Arrival:
        name, *more = cells.get("label", "").split(SEPARATOR)
        campaign = word(cells, "campaign") or name
        content = word(cells, "content") or (more[-1] if more else "")
        day = whole if "day" not in cells else tables.day(cells["day"])
        assert day
        words = (word(cells, "source") or source, campaign, content)
        return _arrival(cells, day, *("" if UNDEFINED.fullmatch(one) else one for one in words))

    return make


def ga4(parts: Iterable[Part], _source: str) -> Told:
    """A free-form exploration. Words come from its own columns, else from the query of the landing page."""
    told, other = Told(), Counter[str]()
    for part in parts:
        text, columns = text_of(part), columns_of("ga4")
        given = columns.place(tables.opened(text)[2])
        if "landing" not in given and (
            missing := [one for one in ("source", "campaign", "content") if one not in given]
        ):
            wanted = ", ".join(columns.names[one][0] for one in missing)
            raise UnreadableFile(f"{shown(part.name)} has no column {wanted}. Export {columns.export}")
        rows = tables.rows(part.name, text, columns, told.rejected)
        told.arrivals += tables.each(_without_others(rows, other), told.rejected, _ga4_row)
    if other:
        told.notes.append(
            f"{other['visits']:,} visits stand under (other), because there were too many rows for Google: "
            "they count as unknown. Export fewer days at once"
        )
    return told


def _without_others(rows: Iterator[dict[str, str]], other: Counter[str]) -> Iterator[dict[str, str]]:
    for cells in rows:
        if tables.others(cells):
            other["visits"] += number(cells, "visits") or 0
        yield cells


def _ga4_row(cells: dict[str, str]) -> Arrival:
    path, _, query = word(cells, "landing").partition("?")
    tags = dict(parse_qsl(query[:LONGEST_QUERY]))
    words = {name: word(cells, name) or tags.get(f"utm_{name}", "") for name in ("source", "campaign", "content", "id")}
    # A channel that Google found itself, without a tag, is no share link.
    tagged = bool(words["campaign"] or words["content"])
    source, campaign, content, id = (words[name] if tagged else "" for name in ("source", "campaign", "content", "id"))
    return _arrival(cells, tables.day(cells["day"]), source, campaign, content, id, path)


def _arrival(
    cells: dict[str, str], day: date, source: str, campaign: str, content: str, id: str = "", path: str = ""
) -> Arrival:
    visits = number(cells, "visits") or 0
    engaged, bounces = number(cells, "engaged"), number(cells, "bounces")
    if engaged is None and bounces is not None:
        engaged = max(0, visits - bounces)
    readers, conversions = number(cells, "readers"), number(cells, "conversions")
    return Arrival(day, Origin("", path, source, content, id, campaign), visits, readers, engaged, conversions)


def _read(tool: str, part: Part, told: Told, make: Callable[[dict[str, str]], Arrival]) -> Iterator[Arrival]:
    rows = tables.rows(part.name, text_of(part), columns_of(tool), told.rejected)
    yield from tables.each(rows, told.rejected, make)


def _named(parts: tuple[Part, ...]) -> str:
    return shown(parts[0].path.name) if parts else "an empty zip"
