"""What no workflow may do, whatever it is for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from running import ROOT
from workflows.runner import WORKFLOWS, jobs, workflow, workflows

FILES = [path for path in sorted((ROOT / ".ci").iterdir()) if path.is_file()]
SCRIPTS = [path for path in FILES if path.read_bytes().startswith((b"#!/bin/sh", b"#!/usr/bin/env bash"))]
TEXTS = {path.name: path.read_text("utf-8") for path in [*sorted(WORKFLOWS.glob("*.yml")), ROOT / ".gitlab-ci.yml"]}
BIN = Path(sys.prefix) / "bin"


def test_zizmor_finds_nothing_and_one_warning_alone_is_answered() -> None:
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--persona=auditor", "--no-progress", ROOT / ".github"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout
    assert [name for name, text in TEXTS.items() for _ in re.findall("zizmor: ignore", text)] == ["preview.yml"]


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    text = (WORKFLOWS / "check.yml").read_text("utf-8")
    (folder / "check.yml").write_text(
        text.replace('"refs/pull/$NUMBER/head"', "${{ github.event.pull_request.title }}")
    )

    done = subprocess.run([BIN / "zizmor", "--offline", tmp_path], capture_output=True, text=True, check=False)

    assert "template-injection" in done.stdout


def fits(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    """Whether files are what a host's own schema says that they must be, as the checker brings it along."""
    command = [BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}"]
    extra = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    return subprocess.run([*command, *extra, *files], capture_output=True, text=True, check=False)


def test_the_hosts_schemas_accept_all_that_we_give_them(tmp_path: Path) -> None:
    done = fits("github-workflows", *sorted(WORKFLOWS.glob("*.yml"))), fits("gitlab-ci", ROOT / ".gitlab-ci.yml")

    assert [one.returncode for one in done] == [0, 0], done

    slip = tmp_path / "check.yml"
    slip.write_text((WORKFLOWS / "check.yml").read_text("utf-8").replace("runs-on:", "runs-in:"), "utf-8")
    assert fits("github-workflows", slip).returncode == 1


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_shellcheck_finds_nothing_in_a_script(script: Path) -> None:
    done = subprocess.run([BIN / "shellcheck", script], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "job"), [(f"{name}-{job}", what) for name, job, what in jobs()], ids=lambda one: str(one)[:30]
)
def test_shellcheck_finds_nothing_in_a_step(name: str, job: dict[str, list[dict[str, str]]]) -> None:
    for step in job["steps"]:
        done = subprocess.run(
            [BIN / "shellcheck", "--shell=bash", "-"],
            input=step.get("run", ""),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{name}: {done.stdout}"


def test_every_action_is_pinned_by_its_commit_and_says_its_version() -> None:
    for name, text in TEXTS.items():
        for used in re.findall(r"^ *(?:- )?uses: (.*)$", text, re.MULTILINE):
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), f"{name}: {used}"


def test_nothing_is_allowed_but_what_a_job_says() -> None:
    assert {name: read["permissions"] for name, read in workflows().items()} == {name: {} for name in workflows()}
    assert all("permissions" in job for _, _, job in jobs())


def test_what_a_proposal_starts_can_only_read_and_knows_no_secret() -> None:
    for name, read in workflows().items():
        if "pull_request" in read["on"]:
            assert "secrets." not in TEXTS[f"{name}.yml"]
            assert all(job["permissions"] == {"contents": "read"} for job in read["jobs"].values())


def test_the_job_that_reads_a_stranger_s_texts_with_the_host_s_trust_can_only_read() -> None:
    read = workflow("preview")["jobs"]
    reading = [name for name, job in read.items() if any("refs/pull" in step.get("run", "") for step in job["steps"])]

    assert reading == ["build"]
    assert set(read["build"]["permissions"].values()) == {"read"}
    assert "secrets." not in str(read["build"])
    assert "environment" not in read["build"]


def test_the_jobs_that_write_read_no_stranger_s_texts() -> None:
    for name, job, what in jobs():
        if "write" in what["permissions"].values():
            steps = str(what["steps"])
            assert "refs/pull" not in steps, f"{name}: {job}"
            assert ".ci/proposal" not in steps, f"{name}: {job}"


def test_no_cache_carries_anything_from_a_proposal_to_the_public_site() -> None:
    used = [
        line
        for text in TEXTS.values()
        for line in re.findall(r"^\s*(?:- )?(?:uses: actions/cache.*|cache:.*)$", text, re.MULTILINE)
    ]

    assert used == []


def test_of_what_is_for_colleagues_only_the_report_of_a_preview_leaves_the_machine() -> None:
    scripts = {f".ci/{path.name}": path.read_text("utf-8", "replace") for path in FILES}
    named = {
        found
        for name, text in {**TEXTS, **scripts}.items()
        for line in text.splitlines()
        if not line.lstrip().startswith("#") and not name.endswith(("reference", "words", "lock", "lighthouse"))
        for found in re.findall(r"""[\w$/."'{}-]*\binternal\b[\w/."'-]*""", line)
    }

    assert named <= {
        "--internal",
        '"$work/internal"',
        '"$work/internal/preview"',
        '"$work/internal/preview/preview.md"',
    }
