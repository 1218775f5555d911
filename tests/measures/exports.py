"""One week of visits as each tool exports it, in the formats that their documentation describes."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

from byline.channels import shipped
from byline.measures.attributing import Known
from byline.tokens import Secrets, token

KEY = "k" * 32
TODAY = date(2026, 10, 1)
HOST = "blog.example.com"
TOKEN = token(KEY, "lena-example", "why-we-moved", "linkedin", "1")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"

# day, source, article, campaign, content, visits, readers, engaged
ROWS = (
    ("2026-09-01", "linkedin", "why-we-moved", "spring", "reader", 3, 3, 2),
    ("2026-09-01", "linkedin", "why-we-moved", "spring", TOKEN, 2, 2, 1),
    ("2026-09-02", "x", "why-we-moved", "spring", "account", 1, 1, 0),
    ("2026-09-03", "mastodon", "why-we-sign", "", "ambassador", 4, 4, 4),
)


def known(**fields: object) -> Known:
    """A site with two articles, one of them in a campaign, and one colleague who chose to be measured."""
    given = {
        "articles": {"why-we-moved": "spring", "why-we-sign": ""},
        "paths": {f"/articles/{name}/": name for name in ("why-we-moved", "why-we-sign")},
        "campaigns": frozenset({"spring"}),
        "sources": {one.source: (one.id,) for one in shipped()},
        "people": {"lena-example": True},
        "allowed": True,
        "secrets": Secrets(KEY),
        "periods": ("1",),
        "today": TODAY,
    }
    return Known(**{**given, **fields})  # type: ignore[arg-type]


def table(header: str, rows: list[tuple[object, ...]], delimiter: str = ",") -> str:
    return "\n".join([header, *(delimiter.join(map(str, row)) for row in rows)]) + "\n"


def plausible(folder: Path) -> Path:
    """The full export: a zip of tables, of which one says by which link people came."""
    header = (
        "date,source,referrer,utm_source,utm_medium,utm_campaign,utm_content,utm_term,"
        "pageviews,visitors,visits,visit_duration,bounces"
    )
    rows: list[tuple[object, ...]] = [
        (day, source.title(), f"{source}.com", source, "social", article, content, "", 9, readers, visits, 60,
         visits - engaged)
        for day, source, article, _, content, visits, readers, engaged in ROWS
    ]  # fmt: skip
    path = folder / "plausible.zip"
    with zipfile.ZipFile(path, "w") as whole:
        for name, text in (
            ("imported_sources_20260901_20260930.csv", table(header, rows)),
            ("imported_pages_20260901_20260930.csv", "date,hostname,page,visits,visitors,pageviews\n"),
        ):
            whole.writestr(zipfile.ZipInfo(name, (2026, 10, 1, 0, 0, 0)), text)  # the same bytes whenever it is made
    return path


def matomo(folder: Path, source: str) -> Path:
    """Campaign names, flattened, of one channel, as the interface saves them: UTF-16."""
    header = "date\tlabel\tnb_uniq_visitors\tnb_visits\tnb_actions\tbounce_count\tnb_conversions"
    rows: list[tuple[object, ...]] = [
        (day, f"{article} - Keyword not defined - {content}", readers, visits, 9, visits - engaged, 1)
        for day, its, article, _, content, visits, readers, engaged in ROWS
        if its == source
    ]
    path = folder / f"matomo-{source}.csv"
    path.write_bytes(table(header, rows, "\t").encode("utf-16"))
    return path


def ga4(folder: Path, french: bool = False) -> Path:
    """A free-form exploration with its comment lines and its total, in English or French."""
    english = (
        "Date,Session manual source,Session manual campaign name,Session manual ad content,Session manual campaign ID,"
        "Sessions,Engaged sessions,Total users,Key events"
    )
    translated = (
        "Événements clés,Date,Source manuelle de la session,Nom de la campagne manuelle de la session,"
        "Contenu de l'annonce manuel de la session,ID de la campagne manuelle de la session,Sessions,"
        "Sessions avec engagement,Nombre total d'utilisateurs"
    )
    rows: list[tuple[object, ...]] = [
        (day.replace("-", ""), source, article, content, campaign or "(not set)", visits, engaged, readers, 1)
        for day, source, article, campaign, content, visits, readers, engaged in ROWS
    ]
    rows.append(("", "", "", "", "", sum(row[5] for row in ROWS), 7, 10, 4, "Grand total"))
    if french:
        rows = [(*row[8:9], *row[:8], *row[9:]) for row in rows]
    comments = "# ----------\n# Free form 1\n# 20260901-20260930\n# ----------\n\n"
    text = comments + table(translated if french else english, rows)
    path = folder / ("ga4-fr.csv" if french else "ga4.csv")
    path.write_text(text, "utf-8")
    return path


def requests() -> list[tuple[str, str, str]]:
    """Day, reader and address of each visit, a reader for each."""
    return [
        (day, f"203.0.113.{number}",
         f"/articles/{article}/?utm_source={source}&utm_medium=social&utm_campaign={article}"
         + (f"&utm_id={campaign}" if campaign else "") + f"&utm_content={content}&fbclid=x{number}")
        for day, source, article, campaign, content, visits, _, _ in ROWS
        for number in range(visits)
    ]  # fmt: skip


def line(day: str, reader: str, target: str, agent: str = FIREFOX, referrer: str = "-", status: int = 200) -> str:
    """One line in the combined format."""
    moment = datetime.fromisoformat(day).strftime("%d/%b/%Y:10:00:00 +0000")
    return f'{reader} - - [{moment}] "GET {target} HTTP/1.1" {status} 512 "{referrer}" "{agent}"\n'


def log(folder: Path, *more: str, name: str = "access.log.gz") -> Path:
    """An access log of nginx or Apache, compressed as they rotate it."""
    path = folder / name
    text = "".join([*(line(*one) for one in requests()), *more]).encode()
    path.write_bytes(gzip.compress(text, mtime=0) if name.endswith(".gz") else text)
    return path


def caddy(folder: Path) -> Path:
    """The same as Caddy writes it: a line of JSON each."""
    lines = [
        json.dumps({"level": "info", "ts": datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() + 0.25,
                    "logger": "http.log.access", "msg": "handled request",
                    "request": {"remote_ip": reader, "proto": "HTTP/2.0", "method": "GET", "host": HOST, "uri": target,
                                "headers": {"User-Agent": [FIREFOX], "Accept": ["*/*"]}},
                    "status": 200, "resp_headers": {"Server": ["Caddy"]}}, separators=(",", ":"))
        for day, reader, target in requests()
    ]  # fmt: skip
    path = folder / "caddy.log"
    path.write_text("\n".join(lines), "utf-8")
    return path


def zipped(path: Path) -> Path:
    """A zip that holds a file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.write(path, path.name)
    to = path.with_suffix(".zip")
    to.write_bytes(data.getvalue())
    return to
