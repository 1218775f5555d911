"""Judging costs nothing for a text that did not change, and a part of a site can be judged alone."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from byline.checks import judging
from byline.checks.desk import Desk
from byline.checks.sheet import Sheet
from byline.edition.gather import gather
from byline.editorial import EditorialFields
from byline.manuscripts.opening import open_build
from byline.model import Finding
from byline.rules import Rule
from byline.sources import TICK
from checks.reading import SETTINGS
from content_files import a_content, article_file

FILES = {
    "authors/jane-doe.md": "---\nname: Jane Doe\n---\n",
    "articles/a.md": article_file() + "\nIn order to write to jane@kestrel-parts.com.\n",
    "articles/b.md": article_file(title="Another") + "\nIn order to write.\n",
}


def judged(
    content: Path, cache: Path, editorial: EditorialFields, only: frozenset[str] | None = None, checking: bool = True
) -> list[str]:
    """What is found, as `path: name`, by a build of its own as every command has one."""
    run = {"own": False, "siteurl": "https://blog.example.com", "cache": cache, "checking": checking}
    build = open_build({**SETTINGS, "PATH": str(content), "BYLINE_RUN": run})
    gather(build)
    return [f"{one.path}: {one.name}" for one in judging.judge(build, editorial, only)]


def test_a_text_that_did_not_change_is_not_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, cache = a_content(tmp_path / "content", FILES), tmp_path / "cache"
    time.sleep(2 * TICK / 1e9)  # what was written just now is judged once more
    first = judged(content, cache, EditorialFields())
    asked: list[str] = []
    original = judging.judge_sheet

    def watched(sheet: Sheet, desk: Desk, rules: Iterable[Rule[Any]]) -> list[Finding]:
        asked.append(sheet.path)
        return original(sheet, desk, rules)

    monkeypatch.setattr(judging, "judge_sheet", watched)

    assert judged(content, cache, EditorialFields()) == first
    assert asked == []

    a_content(content, {"articles/b.md": article_file(title="Another")})
    judged(content, cache, EditorialFields())
    assert asked == ["articles/b.md"]


def test_what_the_programme_decides_is_an_input(tmp_path: Path) -> None:
    content, cache = a_content(tmp_path / "content", FILES), tmp_path / "cache"
    accepting = EditorialFields.model_validate({"words": {"en": {"accepted": ["in order to"]}}})

    assert "articles/b.md: discouraged-word" in judged(content, cache, EditorialFields())
    assert "articles/b.md: discouraged-word" not in judged(content, cache, accepting)


def test_only_what_was_asked_for_is_judged(tmp_path: Path) -> None:
    content, cache = a_content(tmp_path / "content", FILES), tmp_path / "cache"
    found = judged(content, cache, EditorialFields(), frozenset({"articles/a.md"}))

    assert {one.split(": ")[0] for one in found} == {"articles/a.md"}
    assert found == [one for one in judged(content, cache, EditorialFields()) if one.startswith("articles/a.md")]


def test_two_fresh_caches_give_the_same(tmp_path: Path) -> None:
    content = a_content(tmp_path / "content", FILES)

    assert judged(content, tmp_path / "one", EditorialFields()) == judged(content, tmp_path / "two", EditorialFields())


def test_a_build_asks_only_what_could_stop_it(tmp_path: Path) -> None:
    content = a_content(
        tmp_path / "content", {**FILES, "articles/c.md": article_file() + "\nAKIA" + "QYLPMN5HHHFPZAM2\n"}
    )
    strict = EditorialFields.model_validate({"severity": {"email-address": "error"}})

    assert judged(content, tmp_path, EditorialFields(), checking=False) == ["articles/c.md: secret"]
    assert sorted(judged(content, tmp_path, strict, checking=False)) == [
        "articles/a.md: email-address",
        "articles/c.md: secret",
    ]
