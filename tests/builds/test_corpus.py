"""Four real blogs: everything goes in and comes out, and what is wrong with them is said with file and line."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import feedparser
import pytest

from running import BLOGS, CORPUS, Blog, build, check, tree

FINDING = re.compile(r"^\S.*:\d+: [a-z-]+: .+")


@pytest.fixture(params=sorted(BLOGS))
def blog(request: pytest.FixtureRequest, built_blog: Callable[[str], Blog]) -> Blog:
    return built_blog(request.param)


def test_a_real_blog_builds_and_every_article_is_accounted_for(blog: Blog) -> None:
    count = BLOGS[blog.name]
    assert blog.said.code == 0, blog.said
    assert f"{count} articles read ({count} published)" in blog.said.out
    files = tree(blog.folder / "output")
    printed = [path for path in files if re.fullmatch(r"([a-z-]+/)?articles/[^/]+/index\.html", path)]
    assert len(printed) == count == len(list(blog.content.glob("articles/**/*.md")))


def test_what_is_wrong_with_its_texts_is_said_with_file_and_line(blog: Blog) -> None:
    lines = [line for line in blog.said.err.splitlines() if line.strip()]
    assert lines
    assert [line for line in lines if not FINDING.match(line)] == []
    assert not re.search(r": (broken|duplicate|unknown|bad)-", blog.said.err)


def test_every_author_has_a_page_and_a_feed(blog: Blog) -> None:
    ids = {path.name.split(".")[0] for path in blog.content.glob("authors/*.md")}
    for author in sorted(ids):
        pages = blog.folder / "output" / "authors" / author
        assert (pages / "index.html").is_file(), author
        assert not feedparser.parse((pages / "feed.xml").read_bytes()).bozo, author


def test_credits_sum_exactly_and_agree_with_a_count_of_the_files(blog: Blog) -> None:
    internal = blog.folder / "internal"
    report = json.loads((internal / "contributions.json").read_text("utf-8"))
    counted = signed_in(blog.content)
    assert sum(Fraction(author["credit"]) for author in report["authors"]) == BLOGS[blog.name]
    assert {a["id"]: a["articles"] for a in report["authors"] if a["articles"]} == counted
    rows = list(csv.DictReader(io.StringIO((internal / "contributions.csv").read_text("utf-8"))))
    assert {row["id"]: int(row["articles"]) for row in rows if int(row["articles"])} == counted


def test_a_second_build_changes_nothing(blog: Blog) -> None:
    # What it asserts is also why it may build into the folder that others read meanwhile.
    before = made(blog)
    said = build(blog.content, blog.folder, "--lang=en")
    assert said.code == 0, said
    assert "; 0 files changed, 0 removed;" in said.out
    assert made(blog) == before


def made(blog: Blog) -> dict[str, dict[str, bytes]]:
    """Every file of both outputs."""
    return {name: tree(blog.folder / name) for name in ("output", "internal")}


def signed_in(content: Path) -> dict[str, int]:
    """How many files name each author, read without any of our code."""
    counted: dict[str, int] = {}
    for path in content.glob("articles/**/*.md"):
        head = path.read_text("utf-8-sig").split("\n---", 1)[0]
        listed = re.search(r"^authors:\n((?:- .+\n?)+)", head, re.M)
        assert listed, path
        for author in {author.strip("'\"") for author in re.findall(r"^- (.+)$", listed[1], re.M)}:
            counted[author] = counted.get(author, 0) + 1
    return counted


def test_oddities_that_make_others_lose_an_article_are_reported(tmp_path: Path) -> None:
    files = sorted((CORPUS / "oddities").rglob("*.md"))
    content, groups = tmp_path / "content", {}
    (content / "articles").mkdir(parents=True)
    for path in files:
        (content / "articles" / path.name).write_bytes(path.read_bytes())
        head = path.read_text("utf-8").split("\n\n", 1)[0]
        named = dict(re.findall(r"^(Slug|Lang): (.+)$", head, re.M))
        groups.setdefault((named.get("Slug"), named.get("Lang")), []).append(path)
    said = check(content, tmp_path)
    assert said.code == 1
    for path in files:
        mine = [line for line in said.err.splitlines() if f"/{path.name}:" in line]
        head = path.read_text("utf-8").split("\n\n", 1)[0]
        if "Translation_id:" in head:
            assert any(": unknown-key: 'Translation_id'" in line for line in mine), mine
        if "\nAuthor" not in head:
            assert any(": missing-key: 'authors'" in line for line in mine), mine
    rivals = [group for group in groups.values() if len(group) > 1]
    assert len(rivals) >= 8
    for group in rivals:
        for path in group:
            mine = [line for line in said.err.splitlines() if f"/{path.name}:" in line]
            told = next(line for line in mine if ": duplicate-slug: " in line)
            assert all(other.name in told for other in group if other != path)
    assert re.search(r"01-2019-12-09[^:]*:\d+: bad-date: ", said.err)
