"""Links that people write: where each leads, and which lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import a_site, a_text, an_article, an_edition
from built import a_build
from byline import links
from byline.build import Build
from byline.model import Picture, Reference

HERE, THERE = (
    an_article("here", source="articles/2026/here.md"),
    an_article("there", source="articles/2025/there/index.md"),
)
PLAN = Picture("articles/2026/plan.png", 480, 300, {480: "/images/plan.1-480.webp"})


def build(tmp_path: Path, *targets: str, **site: str) -> Build:
    text = a_text(references=tuple(Reference("link", target, 7) for target in targets))
    here = an_article("here", source=HERE.source, body=text)
    made = a_build(an_edition(here, THERE, site=a_site(**site)), content=tmp_path)
    made.records = {record.source: record for record in made.edition.records}
    made.pictures = {PLAN.source: PLAN}
    return made


@pytest.mark.parametrize(
    ("target", "href", "external"),
    [
        ("{filename}../2025/there/index.md", "/articles/there/", False),
        ("{filename}/articles/2025/there/index.md#end", "/articles/there/#end", False),
        ("../2025/there/index.md?x=1", "/articles/there/?x=1", False),
        ("plan.png", "/images/plan.1-480.webp", False),
        ("{static}plan.png", "/images/plan.1-480.webp", False),
        ("{attach}/articles/2026/plan.png", "/images/plan.1-480.webp", False),
        ("/archive/", "/archive/", False),
        ("{author}jane-doe", "/authors/jane-doe/", False),
        ("{category}Some News", "/categories/some-news/", False),
        ("{tag}git", "/tags/git/", False),
        ("{index}", "/", False),
        ("#below", "#below", False),
        ("mailto:jane@example.com", "mailto:jane@example.com", False),
        ("https://blog.example.com/archive/#x", "/archive/#x", False),
        ("https://blog.example.com.evil.example/", "https://blog.example.com.evil.example/", True),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d", True),
        ("//example.org/a", "//example.org/a", True),
    ],
)
def test_what_is_written_leads_where_people_mean(tmp_path: Path, target: str, href: str, external: bool) -> None:
    found = links.resolver(build(tmp_path), HERE.source)(target)
    assert found
    assert (found.href, found.external) == (href, external)


def test_a_site_below_a_path_keeps_it_in_every_link_of_its_own(tmp_path: Path) -> None:
    found = links.resolver(build(tmp_path, url="https://example.com/blog"), HERE.source)(
        "{filename}../2025/there/index.md"
    )
    assert found
    assert found.href == "/blog/articles/there/"


@pytest.mark.parametrize(
    ("target", "name", "severity"),
    [
        ("{filename}nowhere.md", "dead-link", "error"),
        ("nowhere.md", "dead-link", "warning"),
        ("{static}nowhere.pdf", "dead-link", "warning"),
        ("/nowhere/", "dead-link", "warning"),
        ("nowhere/", "dead-link", "warning"),
        ("https://blog.example.com/nowhere/", "dead-link", "warning"),
        ("http://example.org/", "http-link", "warning"),
    ],
)
def test_what_leads_nowhere_is_told_with_its_line(tmp_path: Path, target: str, name: str, severity: str) -> None:
    checked = links.check(build(tmp_path, target), {"/", "/archive/", "/articles/there/"})
    assert [(f.path, f.line, f.name, f.severity) for f in checked.findings] == [(HERE.source, 7, name, severity)]


def test_what_leads_somewhere_is_not_told(tmp_path: Path) -> None:
    fine = (
        "/archive/",
        "/archive",
        "/archive/index.html",
        "../there/",
        "#x",
        "https://example.org/",
        "tel:+33123456789",
    )
    checked = links.check(build(tmp_path, *fine), {"/archive/", "/articles/there/", "/articles/here/"})
    assert checked.findings == []


def test_a_link_to_a_text_that_is_kept_back_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "articles" / "2026").mkdir(parents=True)
    (tmp_path / "articles" / "2026" / "draft.md").write_text("---\n---\n")
    checked = links.check(build(tmp_path, "{filename}draft.md"), set())
    assert [(f.name, f.severity) for f in checked.findings] == [("link-to-unpublished", "warning")]
