"""What a change touches beyond the files that it changes."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from byline.changes import changes_since
from byline.ledger import Ledger
from byline.manuscript import read_shelf
from byline.touched import touched
from pull_requests import MOVED, NOTE, PullRequest, begun, commit, finished, git, put
from running import CORPUS, article, byline


def found(root: Path) -> set[tuple[str, str]]:
    """Path and name of each finding of a check since main."""
    pull: PullRequest = finished(root)
    said = byline("check", "--content", pull.content, "--since", "main", "--format", "json")
    rows = re.findall(r'"path": ".*?content/(.*?)",.*?"name": "(.*?)"', said.out, re.DOTALL)
    return {(path, name) for path, name in rows if not name.startswith("byline-")}


def test_a_link_by_address_to_what_was_renamed(tmp_path: Path) -> None:
    root = begun(tmp_path)
    git(root, "switch", "--quiet", "main")
    put(root, {"articles/2026/linking.md": article("See [this](/articles/short-note/).\n", title="Linking")})
    commit(root, "A link")
    git(root, "rebase", "--quiet", "main", "proposed")
    git(root, "mv", f"content/{NOTE}", "content/articles/2026/other-name.md")
    commit(root, "Rename")

    assert ("articles/2026/linking.md", "dead-link") in found(root)


def test_who_claims_the_same_address(tmp_path: Path) -> None:
    root = begun(tmp_path)
    put(root, {"articles/2025/short-note.md": article("Another.\n", title="Another note", id="another")})
    commit(root, "The same name")

    assert {(NOTE, "duplicate-slug"), ("articles/2025/short-note.md", "duplicate-slug")} <= found(root)


def test_articles_of_an_author_who_goes(tmp_path: Path) -> None:
    root = begun(tmp_path)
    git(root, "rm", "--quiet", "content/authors/omar-haddad.md")
    commit(root, "Omar's page goes")

    assert (NOTE, "unknown-author") in found(root)


@pytest.mark.parametrize("written", ["Omar Haddad", "omar-haddad"])
def test_articles_that_name_an_author_by_a_name_that_changes(written: str, tmp_path: Path) -> None:
    root = begun(tmp_path)
    git(root, "switch", "--quiet", "main")
    put(root, {NOTE: article("Some words.\n", title="A short note", authors=f"[{written}]")})
    commit(root, "By name")
    git(root, "rebase", "--quiet", "main", "proposed")
    put(root, {"authors/omar-haddad.md": "---\nname: Omar H.\n---\n"})
    commit(root, "Another name")

    assert ((NOTE, "unknown-author") in found(root)) == (written == "Omar Haddad")


def test_texts_that_show_a_picture_that_goes(tmp_path: Path) -> None:
    root = begun(tmp_path)
    git(root, "switch", "--quiet", "main")
    shown = article("![A desk](why-we-moved/desk.png)\n", title="A note")
    put(root, {NOTE: shown, "articles/2026/why-we-moved/desk.png": "x"})
    commit(root, "A picture")
    git(root, "rebase", "--quiet", "main", "proposed")
    git(root, "rm", "--quiet", "content/articles/2026/why-we-moved/desk.png")
    commit(root, "It goes")

    assert (NOTE, "missing-picture") in found(root)


def test_what_a_registry_sorts(tmp_path: Path) -> None:
    root = begun(tmp_path)
    git(root, "switch", "--quiet", "main")
    put(root, {MOVED: article("Words.\n", id="why-we-moved", title="Why we moved", category="News")})
    commit(root, "A category")
    git(root, "rebase", "--quiet", "main", "proposed")
    put(root, {"categories.toml": '[life]\nname = "Life"\n'})
    commit(root, "Categories")

    assert (MOVED, "unknown-category") in found(root)


def test_the_site_s_own_file_concerns_everything(tmp_path: Path) -> None:
    root = begun(tmp_path)
    git(root, "switch", "--quiet", "main")
    put(root, {"articles/2026/old-fault.md": article("A [dead](/nowhere/) link.\n", title="An old fault")})
    commit(root, "A fault")
    git(root, "rebase", "--quiet", "main", "proposed")
    untouched = found(root)
    put(root, {"site.toml": 'name = "Another name"\nlang = "en"\n'})
    commit(root, "Another name")

    assert ("articles/2026/old-fault.md", "dead-link") not in untouched
    assert ("articles/2026/old-fault.md", "dead-link") in found(root)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real blogs is not here")
def test_a_check_since_a_base_says_what_the_whole_check_says_of_what_is_touched(tmp_path: Path) -> None:
    """On a real blog in which many kinds of files were changed, and which has findings in most others too."""
    content = tmp_path / "content"
    shutil.copytree(CORPUS / "putaindecode/content", content)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, "As it was")
    _change_a_bit_of_everything(content)

    def told(*more: str) -> list[dict[str, object]]:
        rows = json.loads(byline("check", "--content", content, "--format", "json", *cache, *more).out)
        inside = ({**row, "path": row["path"].partition("content/")[2]} for row in rows)
        return [
            row for row in inside if not row["name"].startswith(("byline-", "moved-"))
        ]  # which only a base can tell

    cache = ("--cache", str(tmp_path / "cache"))
    since, whole = told("--since", "main"), told()
    concerned = touched(read_shelf(content, Ledger()), changes_since(content, "main"))

    assert concerned is not None
    assert since == [row for row in whole if row["path"] in concerned]
    assert len({row["name"] for row in since}) > 5
    assert len(since) < len(whole)


def _change_a_bit_of_everything(content: Path) -> None:
    """Three texts, one of them at another place, an author, a picture that is shown and one that nobody shows."""
    first, second, third = sorted((content / "articles").rglob("*.md"))[:3]
    first.write_text(first.read_text("utf-8") + "\n[Nowhere](/nowhere/), [not safe](http://example.com/), ![](x.png)\n")
    second.write_text(second.read_text("utf-8").replace("title:", "card: none-such\ntitle:", 1) + "\n⟁\n")
    third.rename(third.with_name("another-name.md"))
    author = min((content / "authors").glob("*.md"))
    author.write_text(author.read_text("utf-8").replace("name:", "name: The new", 1))
    shown = min(path for path in content.rglob("*.png"))
    shown.write_bytes(b"no picture")
    shutil.copyfile(shown, shown.with_name("unused.png"))
