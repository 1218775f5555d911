"""The `Check` workflow: a stranger's texts are read by the base's code, and nothing else of the proposal is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from running import article
from workflows.runner import Host

Propose = Callable[..., str]
NEW = "content/articles/new.md"
GOOD = article(title="A new one", id="new")
BAD = GOOD.replace("[jane-doe]", "[jane-deo]")


def test_a_sound_text_passes_is_built_and_leaves_no_token_behind(host: Host, propose: Propose) -> None:
    propose({NEW: GOOD})

    check = host.run("check", github={**host.context["github"], "token": "a-token-of-the-host"})["check"]

    assert check.ok, check.said
    work = host.folder / "check-check"
    assert (work / ".cache/shown/site/articles/new/index.html").is_file()
    left = [path for path in work.rglob("*") if path.is_file() and not path.is_symlink()]
    assert [path for path in left if b"a-token-of-the-host" in path.read_bytes()] == []


def test_a_fault_is_an_annotation_on_its_line_of_the_proposal(host: Host, propose: Propose) -> None:
    propose({NEW: BAD})

    check = host.run("check")["check"]

    assert check.codes["Say what is wrong, line by line"] == 1
    assert check.codes["Build"] == 1
    assert f"\n::error file={NEW},line=4," in f"\n{check.said}"
    assert "jane-deo" in (host.folder / "summary").read_text("utf-8")


def test_the_base_decides_how_strict_the_check_is_and_gives_nothing_else_of_its_programme(
    host: Host, propose: Propose
) -> None:
    lenient = '[severity]\nmissing-picture = "advice"\n'
    propose({NEW: article("![A mast](nowhere.png)\n"), "programme/editorial.toml": lenient})

    check = host.run("check")["check"]

    assert f"::error file={NEW}" in check.said
    work = host.folder / "check-check/.cache"
    assert [path.name for path in (work / "preview/programme").rglob("*")] == ["editorial.toml"]


RUNS = """
import pathlib
pathlib.Path({canary!r}).write_text("a stranger's code was run")
"""
POPEN = """{{ cycler.__init__.__globals__.os.popen("echo run > CANARY").read() }}"""
PLANTED = """
    pelicanconf.py publishconf.py markdown.py typogrify.py sitecustomize.py usercustomize.py conftest.py
    plugins/byline/__init__.py plugins/markdown.py content/markdown.py content/pelicanconf.py content/sitecustomize.py
""".split()


@pytest.mark.parametrize("hostile", ["code", "all that is no text"])
def test_what_a_stranger_plants_never_runs(host: Host, propose: Propose, hostile: str) -> None:
    canary = host.folder / "canary"
    code = RUNS.format(canary=str(canary))
    shell = f"#!/bin/sh\necho run > {canary}\n"
    planted = {
        "code": dict.fromkeys(PLANTED, code) | {NEW: GOOD},
        "all that is no text": {
            ".gitattributes": "* filter=evil diff=evil merge=evil\n",
            ".gitmodules": f'[submodule "x"]\n\tpath = x\n\turl = ext::sh -c "{canary}"\n',
            ".githooks/post-checkout": shell,
            ".gitconfig": f'[core]\n\tfsmonitor = "echo run > {canary}"\n\thooksPath = .githooks\n',
            "themes/byline/templates/base.html": POPEN.replace("CANARY", str(canary)),
            "themes/byline/pages.toml": "nonsense",
            "brand.toml": "nonsense",
            "requirements.lock": "nonsense",
            ".github/workflows/check.yml": "on: pull_request\n",
            ".ci/setup": shell,
            ".ci/annotate": shell,
            ".ci/preview": shell,
            ".ci/proposal": shell,
            NEW: GOOD,
        },
    }[hostile]
    propose(planted)

    check = host.run("check")["check"]

    assert not canary.exists()
    work = host.folder / "check-check"
    held = {path.name for path in (work / ".cache/proposal").iterdir()}
    assert held == {".git", "content"}
    if hostile != "code":  # files that are no text are findings
        assert check.ok, check.said


def test_only_texts_are_taken_however_they_are_reached(host: Host, propose: Propose) -> None:
    secret = host.folder / "secret.txt"
    secret.write_text("the runner's own file")
    propose({NEW: GOOD}, {"content/articles/link.md": str(secret)})

    check = host.run("check")["check"]

    assert check.codes["Take the texts of the proposal"] == 1
    assert "content/articles/link.md is no plain file" in check.said
    assert not (host.folder / "check-check/.cache/proposal").exists()
