"""Four real blogs: everything goes in and comes out, and what is wrong with them is said with file and line."""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction
from pathlib import Path

import feedparser
import pytest

from running import BLOGS, CORPUS, build, check, tree

pytestmark = pytest.mark.xdist_group("corpus")
FINDING = re.compile(r"^\S.*:\d+: [a-z-]+: .+")


@pytest.fixture(scope="module", params=sorted(BLOGS))
def blog(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """One clean build of a blog: its name, its content, where it was built, what was said."""
    content, to = CORPUS / request.param / "content", tmp_path_factory.mktemp(request.param)
    return request.param, content, to, build(content, to)


def test_a_real_blog_builds_and_every_article_is_accounted_for(blog) -> None:
    name, content, to, said = blog
    assert said.code == 0, said
    assert f"{BLOGS[name]} articles read ({BLOGS[name]} published)" in said.out
    printed = [path for path in tree(to / "output") if re.fullmatch(r"([a-z-]+/)?articles/[^/]+/index\.html", path)]
    assert len(printed) == BLOGS[name] == len(list(content.glob("articles/**/*.md")))


def test_what_is_wrong_with_its_texts_is_said_with_file_and_line(blog) -> None:
    _, _, _, said = blog
    lines = [line for line in said.err.splitlines() if line.strip()]
    assert lines
    assert [line for line in lines if not FINDING.match(line)] == []
    assert not re.search(r": (broken|duplicate|unknown|bad)-", said.err)


def test_every_author_has_a_page_and_a_feed(blog) -> None:
    _, content, to, _ = blog
    ids = {path.name.split(".")[0] for path in content.glob("authors/*.md")}
    for author in sorted(ids):
        assert (to / "output" / "authors" / author / "index.html").is_file(), author
        feed = feedparser.parse((to / "output" / "authors" / author / "feed.xml").read_bytes())
        assert not feed.bozo, author


def test_credits_sum_exactly_and_agree_with_a_count_of_the_files(blog) -> None:
    name, content, to, _ = blog
    report = json.loads((to / "internal" / "contributions.json").read_text("utf-8"))
    counted = signed_in(content)
    assert sum(Fraction(author["credit"]) for author in report["authors"]) == BLOGS[name]
    assert {a["id"]: a["articles"] for a in report["authors"] if a["articles"]} == counted
    rows = list(csv.DictReader(io.StringIO((to / "internal" / "contributions.csv").read_text("utf-8"))))
    assert {row["id"]: int(row["articles"]) for row in rows if int(row["articles"])} == counted


def test_a_second_build_changes_nothing(blog) -> None:
    _, content, to, _ = blog
    before = tree(to / "output") | {f"internal/{k}": v for k, v in tree(to / "internal").items()}
    said = build(content, to)
    assert said.code == 0, said
    assert "; 0 files changed, 0 removed;" in said.out
    assert tree(to / "output") | {f"internal/{k}": v for k, v in tree(to / "internal").items()} == before


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
            told = next(line for line in said.err.splitlines() if f"/{path.name}:1: duplicate-slug: " in line)
            assert all(other.name in told for other in group if other != path)
    assert re.search(r"01-2019-12-09[^:]*:\d+: bad-date: ", said.err)
