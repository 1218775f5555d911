"""Texts as they were at the base, by today's rules."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_site, an_edition
from built import a_build
from byline.build import Build
from byline.changes import changes_since
from byline.edition.before import before
from byline.edition.gather import gather
from byline.ledger import Ledger
from byline.manuscript import read_shelf
from byline.model import Article
from byline.registry import read_registry
from byline.urls import Addresses
from content_files import TODAY
from pull_requests import MOVED, NEW, NOTE, begun, commit, pull_request, put
from running import article

PATTERNS = {
    f"{kind}{lang}_{what}": f"{prefix}{kind.lower()}s/{{slug}}/" + ("index.html" if what == "SAVE_AS" else "")
    for kind, (lang, prefix), what in itertools.product(
        ("ARTICLE", "DRAFT", "PAGE", "DRAFT_PAGE"), (("", ""), ("_LANG", "{lang}/")), ("URL", "SAVE_AS")
    )
}


def proposed(content: Path) -> Build:
    """A build that has gathered what stands in a repository, compared with its main branch."""
    build = a_build(an_edition(site=a_site()), content=content, addresses=Addresses(PATTERNS, "en"))
    build.shelf = read_shelf(content, Ledger())
    build.registry = read_registry(content, build.shelf, TODAY, "en")
    build.since = changes_since(content, "main")
    gather(build)
    return build


def test_an_edited_article_is_there_as_it_was_and_as_it_is(tmp_path: Path) -> None:
    build = proposed(pull_request("edited", tmp_path).content)

    (was,) = before(build).values()

    assert (was.source, was.address, was.title) == (MOVED, "/articles/why-we-moved/", "Why we moved")
    assert "three weekends" in was.body.html
    assert "two long weekends" in build.after[MOVED].body.html


@pytest.mark.parametrize(("situation", "source"), [("deleted", MOVED), ("renamed", NOTE)])
def test_what_is_gone_is_known_by_its_old_path(situation: str, source: str, tmp_path: Path) -> None:
    build = proposed(pull_request(situation, tmp_path).content)

    assert list(before(build)) == [source]
    assert source not in build.after


def test_a_new_article_was_not_there(tmp_path: Path) -> None:
    build = proposed(pull_request("new", tmp_path).content)

    assert before(build) == {}
    assert list(build.after) == [NEW]


def test_what_has_been_claims_no_address_of_today_and_finds_no_fault_today(tmp_path: Path) -> None:
    root = begun(tmp_path)
    put(root, {NOTE: article("Now it is sound.\n", title="A short note", authors="[nobody]", slug="another")})
    commit(root, "Change")
    build = proposed(root / "content")
    claims, findings = dict(build.claims), list(build.findings)

    was = before(build)[NOTE]

    assert was.address == "/articles/short-note/"
    assert (build.claims, build.findings) == (claims, findings)


def test_an_article_with_an_error_is_known_all_the_same(tmp_path: Path) -> None:
    root = begun(tmp_path)
    put(root, {NEW: article(title="Unsigned", authors="[jane-deo]")})
    commit(root, "Add")
    build = proposed(root / "content")

    assert isinstance(one := build.after[NEW], Article)
    assert one.title == "Unsigned"
    assert NEW not in build.records


def test_without_a_base_nothing_has_been(tmp_path: Path) -> None:
    build = replace(proposed(pull_request("edited", tmp_path).content), since=None)

    assert before(build) == {}
