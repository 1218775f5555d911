"""What runs on no host of ours: the plain commands of the documentation, and the tests of the code."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from running import ROOT, article
from workflows.conftest import NUMBER, git
from workflows.runner import Host, filled

Propose = Callable[..., str]


def test_the_commands_of_the_documentation_show_a_proposal(host: Host, propose: Propose, tmp_path: Path) -> None:
    section = (ROOT / "docs/ci.md").read_text("utf-8").split("\n## Anywhere else\n")[1]
    block = re.search(r"^```sh\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
    assert block
    propose({"content/articles/new.md": article(title="A new one", id="new")})
    work = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", host.origin, work], check=True)
    (work / ".venv").symlink_to(sys.prefix)

    code, said, _ = host.shell(block[1].replace("refs/pull/12/head", f"refs/pull/{NUMBER}/head"), work, {})

    assert code == 0, said
    assert (work / "shown/verdict").read_text() == "0\n"
    assert "proposal 12" in (work / "shown/site/articles/new/index.html").read_text("utf-8")
    assert (work / "shown/site/_preview/index.html").is_file()
    assert (work / "shown/report.md").read_text("utf-8").startswith("<!-- byline: preview -->")


@pytest.mark.parametrize(("repository", "runs"), [("merrow/blog", True), ("stranger/blog", False)])
def test_the_code_of_a_proposal_is_run_only_for_people_who_may_write(
    host: Host, tmp_path: Path, repository: str, runs: bool
) -> None:
    clone, canary = tmp_path / "clone", tmp_path / "canary"
    subprocess.run(["git", "clone", "--quiet", host.origin, clone], check=True)
    (clone / ".ci/run").write_text(f"#!/bin/sh\ntouch {canary}\n")
    git(clone, "commit", "--quiet", "--all", "--message=Stand in for an hour of tests")
    git(clone, "push", "--quiet", "origin", "main")
    github = {
        "event_name": "pull_request",
        "repository": "merrow/blog",
        "event": {"pull_request": {"head": {"repo": {"full_name": repository}}}},
    }

    done = host.run("code", github=github)

    assert ("test" in done) is runs
    assert canary.exists() is runs


def test_an_expression_is_filled_with_what_the_event_says() -> None:
    assert filled("${{ github.token }}-${{ vars.NONE }}", {"github": {"token": "t"}}) == "t-"
