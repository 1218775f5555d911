"""Four real blogs: an independent count of the files agrees with every author, month, category and language.

The files are read with a YAML parser and counted by a few lines that share nothing with Byline.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from markdown_it import MarkdownIt

from running import BLOGS, Blog, byline

# The year, quarter or month with the most articles of each blog, so that every kind of period has something to count.
PERIODS = [
    ("18f-to-2016", "2015"),
    ("kubernetes-zh", "2018-Q4"),
    ("putaindecode", "2015-03"),
    ("putaindecode", "2014"),
    ("ropensci-to-2020", "2017-Q2"),
]


@dataclass
class Signed:
    """What the files say of one author."""

    articles: int = 0
    solo: int = 0
    credit: Fraction = Fraction()
    months: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    langs: Counter[str] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)


def fronts(content: Path, period: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Front matter of each article of a period, with its day in UTC."""
    months = {"Q1": ("01", "02", "03"), "Q2": ("04", "05", "06"), "Q3": ("07", "08", "09"), "Q4": ("10", "11", "12")}
    year, _, part = period.partition("-")
    for path in sorted(content.glob("articles/**/*.md")):
        front = yaml.safe_load(path.read_text("utf-8-sig").split("\n---", 1)[0].removeprefix("---"))
        moment = datetime.fromisoformat(str(front["date"]))
        day = (moment.astimezone(UTC) if moment.tzinfo else moment).date().isoformat()
        if period == "all" or (day[:4] == year and (not part or day[5:7] in months.get(part, (part,)))):
            yield front, day


def counted(content: Path, period: str = "all") -> dict[str, Signed]:
    """Every author of a period, by id."""
    found: dict[str, Signed] = {}
    for front, day in fronts(content, period):
        people = dict.fromkeys(front["authors"])  # one file names somebody twice
        for id in people:
            one = found.setdefault(id, Signed())
            one.articles += 1
            one.solo += len(people) == 1
            one.credit += Fraction(1, len(people))
            one.months[day[:7]] += 1
            one.langs[front["lang"].lower()] += 1
            one.days.add(day)
            if front.get("category"):
                one.categories[slug(front["category"])] += 1
    return found


def slug(name: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")


def agrees(report: dict[str, Any], content: Path, period: str = "all") -> None:
    """Every author's every figure, and the sums of all."""
    files, authors = counted(content, period), {author["id"]: author for author in report["authors"]}
    assert authors.keys() == files.keys()
    assert [*authors] == sorted(authors)
    for id, one in files.items():
        said = authors[id]
        assert (said["articles"], said["solo"], said["co_signed"]) == (
            one.articles, one.solo, one.articles - one.solo
        ), id  # fmt: skip
        assert Fraction(said["credit"]) == one.credit, id
        assert said["by_month"] == dict(one.months), id
        assert said["by_category"] == dict(one.categories), id
        assert {lang.lower(): number for lang, number in said["by_lang"].items()} == dict(one.langs), id
        assert (said["first"], said["last"]) == (min(one.days), max(one.days)), id
    number = sum(1 for _ in fronts(content, period))
    assert sum(Fraction(author["credit"]) for author in authors.values()) == number == report["totals"]["articles"]
    assert sum(report["totals"]["by_month"].values()) == sum(report["totals"]["by_lang"].values()) == number


def rows(page: str, table: str) -> list[list[str]]:
    """The cells of the table of authors in a page."""
    found = html.fromstring(page).xpath(table)[0].xpath(".//tbody/tr")
    return [[" ".join(cell.text_content().replace("\u2060", "").split()) for cell in row] for row in found]


def forms_agree(folder: Path) -> None:
    """CSV, page and Markdown say of every author what JSON says."""
    report = json.loads((folder / "contributions.json").read_text("utf-8"))
    table = csv.DictReader(io.StringIO((folder / "contributions.csv").read_text("utf-8"), newline=""))
    by_id = {row["id"].removeprefix("'"): row for row in table}
    for author in report["authors"]:
        row = by_id[author["id"]]
        for name in ("articles", "solo", "co_signed", "credit", "words", "first", "last"):
            assert row[name] == str(author[name]), author["id"]
    facts = sorted((a["articles"], a["solo"], a["co_signed"], a["credit"], a["words"]) for a in report["authors"])
    page = rows((folder / "contributions.html").read_text("utf-8"), "//table[@data-what='authors']")
    markdown = MarkdownIt("gfm-like", {"linkify": False}).render((folder / "contributions.md").read_text("utf-8"))
    for shown in (page, rows(markdown, "//table")[:-1]):
        told = [[re.sub(r"[,\s]", "", cell) for cell in row[1:6]] for row in shown]
        assert sorted((int(a), int(b), int(c), d, int(e)) for a, b, c, d, e in told) == facts


@pytest.mark.parametrize("name", sorted(BLOGS))
def test_every_author_of_a_build_agrees_with_the_files(name: str, built_blog: Callable[[str], Blog]) -> None:
    blog = built_blog(name)
    report = json.loads((blog.folder / "internal/contributions.json").read_text("utf-8"))

    agrees(report, blog.content)
    forms_agree(blog.folder / "internal")


@pytest.mark.parametrize(("name", "period"), PERIODS)
def test_every_author_of_a_period_agrees_with_the_files(
    name: str, period: str, built_blog: Callable[[str], Blog], tmp_path: Path
) -> None:
    blog = built_blog(name)
    places = ("--internal", tmp_path / "internal", "--cache", blog.folder / "cache")
    said = byline("report", "--content", blog.content, *places, "--period", period)
    assert said.code == 0, said
    folder = tmp_path / "internal/reports" / period
    report = json.loads((folder / "contributions.json").read_text("utf-8"))

    assert report["period"]["id"] == period
    assert report["authors"], "choose a period in which something was published"
    agrees(report, blog.content, period)
    forms_agree(folder)
