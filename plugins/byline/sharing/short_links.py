"""Short links: `programme/short-links.csv` says which were given out, and every row is a page at `/s/<code>/`.

Rows are only ever added (`byline links issue`). Whoever takes one back writes a day under `revoked`: the page then
leads to the article without counting. A code once given out never leads to another article.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from ..model import Ambassador, Article, Finding, Remark, ShortLink
from ..sources import read_text
from ..tables import placed
from ..tokens import Secrets, short_code

FILE = "short-links.csv"
COLUMNS = ("code", "article", "channel", "person", "period", "issued", "revoked")
CODE = re.compile(r"[a-z0-9-]{4,40}")
LARGEST = 20_000_000
AS_IT_WAS = "Take the line back as it was."


def read_short_links(programme: Path | None) -> tuple[dict[str, ShortLink], list[Finding]]:
    """Every short link by its code, and what is wrong with the file. Of two rows with one code the first holds."""
    if programme is None or not (programme / FILE).is_file():
        return {}, []
    text, findings = read_text(programme, FILE, LARGEST)
    rows = csv.reader(io.StringIO(text or "", newline=""))
    if text is None or tuple(next(rows, ())) != COLUMNS:
        hint = f"The first line is: {','.join(COLUMNS)}"
        return {}, findings or [Finding(FILE, 1, "bad-short-link", "its columns are not known.", "error", hint)]
    found: dict[str, ShortLink] = {}
    for row in rows:
        line = rows.line_num
        if not row:
            continue
        link = _link(row, line)
        if isinstance(link, ShortLink) and link.code in found:
            message = f"the code '{link.code}' was already given out above: what it means never changes"
            link = Remark(line, "bad-short-link", message, "error", AS_IT_WAS)
        if isinstance(link, Remark):
            findings += placed(FILE, [link])
        else:
            found[link.code] = link
    return found, findings


def _link(row: list[str], line: int) -> ShortLink | Remark:
    """A row, or what is wrong with it."""
    if len(row) != len(COLUMNS):
        message = f"a row has {len(COLUMNS)} columns, this one {len(row)}."
        return Remark(line, "bad-short-link", message, "error", AS_IT_WAS)
    cells = dict(zip(COLUMNS, (cell.strip() for cell in row), strict=True))
    if not CODE.fullmatch(cells["code"]):
        message = f"'{cells['code'][:40]}' is no code: 4 to 40 of a-z, 0-9 and hyphens"
        return Remark(line, "bad-short-link", message, "error", AS_IT_WAS)
    days: dict[str, date | None] = {}
    for name in ("issued", "revoked"):
        try:
            days[name] = date.fromisoformat(cells[name]) if cells[name] else None
        except ValueError:
            message = f"'{cells[name][:40]}' under {name} is no day: write it as 2026-06-15"
            return Remark(line, "bad-short-link", message, "error", AS_IT_WAS)
    return ShortLink(cells["code"], cells["article"], cells["channel"], cells["person"], cells["period"], **days)


def to_issue(
    known: Mapping[str, ShortLink],
    people: Iterable[Ambassador],
    articles: Iterable[Article],
    channels: Iterable[str],
    period: str,
    secrets: Secrets,
    today: date,
) -> tuple[ShortLink, ...]:
    """What is missing: a link for each of these people, articles and channels, by code.

    Whatever was given out in this period stays, revoked or not. People without ticked channels share on all of them.
    """
    given = {(one.person, one.article, one.channel) for one in known.values() if one.period == period}
    taken = set(known)
    found: list[ShortLink] = []
    channels = tuple(channels)
    shared = tuple(articles)
    for person in people:
        ticked = [id for id in channels if not person.channels or id in person.channels]
        wanted = ((a, id) for a in shared if not person.langs or a.lang in person.langs for id in ticked)
        for article, channel in wanted:
            if (person.id, article.id, channel) not in given:
                code = _free_code(taken, secrets, (person.id, article.id, channel, period))
                found.append(ShortLink(code, article.id, channel, person.id, period, today))
    return tuple(sorted(found, key=lambda one: one.code))


def _free_code(taken: set[str], secrets: Secrets, about: tuple[str, str, str, str]) -> str:
    """A code that was never given out; whatever it meant before, it means for ever."""
    for again in range(1000):
        code = short_code(secrets.current, *about, again)
        if code not in taken:
            taken.add(code)
            return code
    raise RuntimeError("no free code among a thousand")


def appended(before: bytes, links: Iterable[ShortLink]) -> bytes:
    """The file with more rows: what was there stays as it was, byte for byte."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    if not before.strip():
        before = b""
        rows.writerow(COLUMNS)
    for one in links:
        days = (day.isoformat() if day else "" for day in (one.issued, one.revoked))
        rows.writerow((one.code, one.article, one.channel, one.person, one.period, *days))
    ended = before if not before or before.endswith(b"\n") else before + b"\n"
    return ended + text.getvalue().encode()


def lost(links: Iterable[ShortLink], articles: Mapping[str, Article]) -> Iterator[Finding]:
    """A warning for articles whose short links lead to the home page, because nobody can read them any more."""
    gone = sorted({one.article for one in links} - articles.keys())
    for id in gone:
        message = f"no article '{id}' is published: its short links lead to the home page"
        yield Finding(FILE, 1, "lost-short-link", message, "warning", "Publish it again, or let it expire in place.")
