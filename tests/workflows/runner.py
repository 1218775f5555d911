"""Runs a workflow's steps here as GitHub would: a real shell, a local repository; only the host's API is a stub."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from running import ROOT

WORKFLOWS = ROOT / ".github" / "workflows"
EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")
GH = Path(__file__).with_name("gh.py")
Job = Mapping[str, Any]


def workflow(name: str) -> dict[str, Any]:
    """A workflow as GitHub reads it; YAML 1.1 takes the key `on` for a truth."""
    read = yaml.safe_load((WORKFLOWS / f"{name}.yml").read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}


def workflows() -> dict[str, dict[str, Any]]:
    return {path.stem: workflow(path.stem) for path in sorted(WORKFLOWS.glob("*.yml"))}


def jobs() -> Iterator[tuple[str, str, Job]]:
    """Workflow, name and job, of all."""
    for name, read in workflows().items():
        for job, what in read["jobs"].items():
            yield name, job, what


@dataclass
class Ran:
    """What one job did: its steps' exit codes by name, all that they printed, and what it handed on."""

    codes: dict[str, int] = field(default_factory=dict)
    said: str = ""
    outputs: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not any(self.codes.values())


@dataclass
class Host:
    """A git host on this disk.

    origin     the bare repository
    folder     where jobs run, artifacts lie, and the stub of the API keeps its `answers.json` and `calls.json`
    context    what expressions see
    epoch      what time it is
    """

    origin: Path
    folder: Path
    context: dict[str, Any] = field(default_factory=dict)
    epoch: str = "1781524800"  # June 2026

    def answer(self, answers: Mapping[str, Any]) -> None:
        """What the API says from now on, by method and path."""
        (self.folder / "answers.json").write_text(json.dumps(answers), "utf-8")

    def calls(self) -> list[dict[str, Any]]:
        """What was asked of the API since the last time."""
        file = self.folder / "calls.json"
        found = [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []
        file.unlink(missing_ok=True)
        return found

    def run(self, name: str, **context: Any) -> dict[str, Ran]:
        """All jobs of a workflow in order; one whose `if` or `needs` says no is absent."""
        read = workflow(name)
        seen = {**self.context, **context, "needs": {}}
        done: dict[str, Ran] = {}
        for job, what in read["jobs"].items():
            needs = [what["needs"]] if isinstance(what.get("needs"), str) else what.get("needs", [])
            if not all(need in done and done[need].ok for need in needs) or not holds(what.get("if", "true"), seen):
                continue
            done[job] = self._job(f"{name}-{job}", what, seen)
            seen["needs"][job] = {"outputs": done[job].outputs}
        return done

    def _job(self, name: str, job: Job, context: dict[str, Any]) -> Ran:
        work, ran, seen = self.folder / name, Ran(), {**context, "steps": {}}
        shutil.rmtree(work, ignore_errors=True)
        env = {key: filled(value, seen) for key, value in job.get("env", {}).items()}
        for step in job["steps"]:
            more = {key: filled(value, seen) for key, value in step.get("env", {}).items()}
            seen["env"] = {**env, **more}
            condition = step.get("if", "true")
            if not holds(condition, seen) or (not ran.ok and "cancelled" not in condition):
                continue
            title = step.get("name", step.get("uses"))
            if "uses" in step:
                self._uses(step["uses"].partition("@")[0], step.get("with", {}), work, seen)
                continue
            code, said, outputs = self.shell(filled(step["run"], seen), work, seen["env"])
            ran.codes[title] = code
            ran.said += said
            seen["steps"][step.get("id", title)] = {"outputs": outputs}
        ran.outputs = {key: filled(value, seen) for key, value in job.get("outputs", {}).items()}
        return ran

    def _uses(self, action: str, given: Mapping[str, Any], work: Path, context: dict[str, Any]) -> None:
        """The two actions that are used: a clone, and a folder that another job can download."""
        if action == "actions/checkout":
            assert given["persist-credentials"] is False
            ref = filled(given.get("ref", "main"), context)
            subprocess.run(["git", "clone", "--quiet", "--branch", ref, self.origin, work], check=True)
            (work / ".venv").symlink_to(sys.prefix)
        elif action == "actions/upload-artifact":
            source, to = work / given["path"], self.folder / "artifacts" / given["name"]
            shutil.rmtree(to, ignore_errors=True)
            to.parent.mkdir(exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, to, symlinks=True)
            else:
                to.mkdir()
                shutil.copy2(source, to)
        else:
            raise AssertionError(f"{action} is not known here: is it needed?")

    def shell(self, script: str, work: Path, env: Mapping[str, str]) -> tuple[int, str, dict[str, str]]:
        """One `run` step, in the shell that GitHub gives it."""
        tools = self.folder / "tools"
        tools.mkdir(exist_ok=True)
        gh = tools / "gh"
        gh.write_text(f'#!/bin/sh\nexec {sys.executable} -S {GH} {self.folder} "$@"\n')
        gh.chmod(0o755)
        output, summary = self.folder / "output", self.folder / "summary"
        output.write_text("")
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("GIT_", "GITHUB_", "BYLINE_", "PYTEST"))
        }
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=work,
            env={
                **kept,
                "PATH": f"{tools}:{os.environ['PATH']}",
                "PYTHONPATH": str(work / "plugins"),
                "CI": "true",
                "GITHUB_OUTPUT": str(output),
                "GITHUB_STEP_SUMMARY": str(summary),
                "GITHUB_REPOSITORY": "merrow/blog",
                "GITHUB_SERVER_URL": "https://git.example.com",
                "GITHUB_RUN_ID": "99",
                "SOURCE_DATE_EPOCH": self.epoch,
                **env,
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        pairs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        return done.returncode, f"{done.stdout}{done.stderr}", pairs


def looked_up(name: str, context: Mapping[str, Any]) -> str:
    """A name with dots, as the context has it; nothing when it has not."""
    value: Any = context
    for part in name.split("."):
        value = value.get(part, "") if isinstance(value, Mapping) else ""
    return str(value)


def filled(text: object, context: Mapping[str, Any]) -> str:
    """A text with its expressions replaced."""
    return EXPRESSION.sub(lambda found: looked_up(found[1], context), str(text))


def holds(condition: str, context: Mapping[str, Any]) -> bool:
    """Whether a step or job is run: the few forms that our workflows use."""
    inner = EXPRESSION.sub(lambda found: found[1], condition).strip()
    if inner in {"true", "!cancelled()"}:
        return True
    if " || " in inner:
        return any(holds(part, context) for part in inner.split(" || "))
    if found := re.fullmatch(r"contains\(fromJSON\('(.+?)'\), ([\w.]+)\)", inner):
        return looked_up(found[2], context) in json.loads(found[1])
    if found := re.fullmatch(r"([\w.]+) == '?([\w.-]+?)'?", inner):
        right = found[2]
        return looked_up(found[1], context) == (looked_up(right, context) if "." in right else right)
    assert re.fullmatch(r"[\w.-]+", inner), f"{condition}: not known here"
    return bool(looked_up(inner, context))
