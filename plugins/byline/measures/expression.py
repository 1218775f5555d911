"""Visits from log lines, as one ibis expression: DuckDB runs it on this machine, Spark on many.

DuckDB's statements are made from it and kept beside it (`make docs`), because making them takes longer than counting a
small log: nothing here is loaded when a log is imported, but for Spark.

A line is looked at in the order in which most can be put aside: what was asked for, how it was answered, where from.
Of what remains, the address of the reader and the name of the browser only serve to count one reader a day once, as
numbers that are made of them, and neither is in the result. Of an address's query nothing but UTM is ever taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any

import ibis

from .engines import BOT, BROKEN, GIVEN, LINK
from .functions import concat_ws, duckdb_code, instr, split_part, substring
from .logs import PARTS
from .machines import previews
from .opening import LONGEST_LINE

ANSWERED = ("200", "301", "302", "304")
COLUMNS = ("path", "article", "source", "content")  # of landings


def parted(lines: Any) -> Any:
    """Lines of the combined format (nginx, Apache) in parts: quotation marks part them, and none is within a part."""
    parts = lines.line.split('"')
    return lines.select(**{name: parts[place] for place, name in enumerate(PARTS) if name})


def combined(parts: Any) -> Any:
    """Fields of the combined format, from its parts."""
    bracket = instr(parts.before, "[")
    return parts.select(
        day=substring(parts.before, bracket + 1, 11),
        reader=substring(parts.before, 1, bracket - 1),
        request=parts.request,
        status=substring(parts.status, 2, 3),
        referrer=parts.referrer,
        agent=parts.agent,
    )


def caddy(lines: Any) -> Any:
    """Fields of Caddy's JSON lines, by their names: within a value every quotation mark is escaped."""

    def value(name: str, after: str = '"') -> Any:
        return split_part(split_part(lines.line, f'"{name}":{after}', 2), '"', 1)

    # Seconds since 1970, or as `time_format` says it: then year, month and day come first.
    time = split_part(lines.line, '"ts":', 2)
    since_1970 = split_part(split_part(time, ",", 1), ".", 1).try_cast("int64") // 86_400
    method, uri = value("method"), value("uri").replace(r"\u0026", "&")
    return lines.select(
        day=ibis.ifelse(time.startswith('"'), time.substr(1, 10), since_1970.cast("string")),
        reader=value("remote_ip"),
        request=method.concat(" ", uri, " "),
        status=split_part(lines.line, '"status":', 2).substr(0, 3),
        referrer=value("Referer", '["'),
        # A line that names no status is none of Caddy's.
        agent=ibis.ifelse(lines.line.contains('"status":'), value("User-Agent", '["'), ibis.null("string")),
    )


def visits(
    fields: Any,
    landings: Any,
    own: Iterable[str],
    machines: Iterable[str],
    previews: Iterable[tuple[str, str]],
    code: Callable[[Any], Any],
) -> Any:
    """Rows of day, link, machine and numbers. `machine` is empty for people, a channel for its previews, else `bot`.

    landings   where visits can begin: path, article, and of short links source and content
    own        how addresses of the site begin, with and without TLS: who comes from there was counted before
    machines   regular expressions for browsers' names that are machines
    previews   a part of the name, and the channel whose machine has it
    code       the engine's own function from a text to 64 bits: many lines have few texts that are long, which are
               looked at once each and counted by their codes
    """
    begun = _begun(fields, own)
    begun = begun.mutate(asked=code(begun.request), named=code(begun.agent), reader=code(begun.reader))
    requests = begun.group_by("asked").agg(request=begun.request.arbitrary())
    agents = begun.group_by("named").agg(agent=begun.agent.arbitrary())
    agents = agents.select("named", machine=_machine(agents.agent, machines, previews))
    # Requests that differ only in what networks add to addresses are one link, known by the first of their codes.
    links = _links(requests, landings)
    firsts = links.group_by("link").agg(first=links.asked.min())
    links = links.join(firsts, "link").select("asked", "first")
    # Each reader of a day and request once, each of a day and link once, then how many these are: cheaper than to
    # count distinct ones.
    once = begun.group_by("day", "asked", "named", "reader").agg(lines=begun.count())
    told = once.join(links, "asked").join(agents, "named")
    once = told.group_by("day", "first", "machine", "named", "reader").agg(lines=told.lines.sum())
    somewhere = once.machine.notin([BOT, BROKEN])  # nobody asks where the others were
    once = once.mutate(first=ibis.cases((somewhere, once.first)))
    sums = once.group_by("day", "first", "machine").agg(
        visits=once.count().cast("int64"), lines=once.lines.sum().cast("int64")
    )
    told = sums.left_join(firsts, "first")
    return told.select("day", told.link.fill_null("").name("link"), "machine", "visits", "lines")


def _begun(fields: Any, own: Iterable[str]) -> Any:
    """Lines that can begin a visit: a page was asked for by a tagged link, or from elsewhere; and broken lines."""
    broken = fields.agent.isnull()
    tagged = fields.request.contains("utm_")
    pages = fields.filter(
        broken
        | (
            fields.request.startswith("GET /")
            & fields.status.isin(ANSWERED)
            & (tagged | ~reduce(or_, [fields.referrer.startswith(start) for start in own]))
        )
    )
    broken = pages.agent.isnull()
    return pages.select(
        day=pages.day.fill_null(""),
        reader=pages.reader.fill_null(""),
        request=ibis.ifelse(broken, "", pages.request),
        agent=ibis.ifelse(broken, BROKEN, pages.agent),
    )


def _links(requests: Any, landings: Any) -> Any:
    """All that a request says of where somebody came from, as one text; only those at an article or by a tagged link.

    A broken line has an empty request, and no link.
    """
    target = split_part(requests.request, " ", 2)
    tagged = requests.request.contains("utm_")
    asked = requests.select(
        "asked",
        at=split_part(target, "?", 1),
        query=ibis.ifelse(tagged, substring(target, instr(target, "utm_"), LONGEST_LINE), ""),
    )
    found = asked.left_join(landings, asked["at"] == landings.path)
    found = found.filter(found.article.notnull() | (found.query != "") | (found["at"] == ""))

    def tag(name: str) -> Any:
        key = f"utm_{name}="
        return ibis.ifelse(found.query.contains(key), split_part(split_part(found.query, key, 2), "&", 1), "")

    known = found.article.notnull()
    parts = {
        "article": found.article.fill_null(""),
        "path": ibis.ifelse(known, "", found["at"]),
        "source": ibis.ifelse(found.source.fill_null("") != "", found.source, tag("source")),
        "content": ibis.ifelse(found.content.fill_null("") != "", found.content, tag("content")),
        "id": tag("id"),
        "campaign": ibis.ifelse(known, "", tag("campaign")),
    }
    return found.select(found.asked, link=concat_ws("\n", *(parts[name] for name in LINK)))


def _machine(agent: Any, machines: Iterable[str], previews: Iterable[tuple[str, str]]) -> Any:
    named = [(agent.contains(part), channel) for part, channel in previews]
    nobody = reduce(or_, [agent == "", agent == "-", *map(agent.re_search, machines)])
    return ibis.cases((agent == BROKEN, BROKEN), *named, (nobody, BOT), else_="")


def statements() -> dict[str, str]:
    """What DuckDB is asked, by the file that keeps it: for lines of the combined format, and for those of Caddy."""
    landings = ibis.table(dict.fromkeys(COLUMNS, "string"), "landings")
    texts = {"combined": dict.fromkeys(filter(None, PARTS), "string"), "caddy": {"line": "string"}}
    made = {}
    for name, columns in texts.items():
        fields = {"combined": combined, "caddy": caddy}[name](ibis.table(columns, "lines"))
        text = ibis.to_sql(visits(fields, landings, *GIVEN, previews(), duckdb_code), dialect="duckdb")
        for one in chain(*GIVEN):
            text = text.replace(f"'{one}'", one)
        made[f"{name}.sql"] = f"-- Made from expression.py: `make docs`.\n{text}\n"
    return made
