"""What must never be in the repository, and what must always be."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from house.sources import MODULES, PACKAGE, ROOT, imports, texts

TEXTS = tuple(texts())
LOCKS = (
    ".ci/audit.lock",
    "requirements.lock",
    "requirements-documents.lock",
    "requirements-spark.lock",
    "requirements-test.lock",
)

MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:home|root|Users|opt|work|mnt)/\w")
PACKAGE_INDEX = re.compile(
    r"p[y]pi\.org|py[t]honhosted\.org|--(?:extra-)?i[n]dex-url[ =]|--f[i]nd-links[ =]|trusted-h[o]st"
)
SECRET = re.compile(
    r"-----B[E]GIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}\b|\bglpat-[\w-]{20}\b|\bxox[abp]-\w{9}"
)
# The check for secrets is itself tried on planted ones.
PLANTED = re.compile(r"^tests/(checks|sites/broken)/")


@pytest.mark.parametrize("pattern", [MACHINE_PATH, PACKAGE_INDEX], ids=["machine path", "package index"])
def test_no_file_names_a_place_that_only_one_machine_has(pattern: re.Pattern[str]) -> None:
    found = [f"{path}: {match[0]}" for path, text in TEXTS if (match := pattern.search(text))]

    assert found == []


def test_no_file_holds_a_secret() -> None:
    assert [path for path, text in TEXTS if SECRET.search(text) and not PLANTED.match(path)] == []


def test_nothing_on_disk_can_run() -> None:
    names = {name.split(".")[0] for path in MODULES for name in imports(path)}

    assert names & {"pickle", "marshal", "shelve", "dill"} == set()


def test_only_the_command_line_prints() -> None:
    assert {path.relative_to(PACKAGE).as_posix() for path in MODULES if prints(path)} <= set()


def prints(path: Path) -> bool:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return "print" in {call.id for call in calls if isinstance(call, ast.Name)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_with_hashes(lock: str) -> None:
    requirements = (ROOT / lock).read_text("utf-8").replace("\\\n", " ").splitlines()

    assert requirements
    for requirement in requirements:
        assert re.match(r"[a-z0-9.-]+==\S+( ; .*?)?( +--hash=sha256:[0-9a-f]{64})+$", requirement), requirement


def test_the_locks_agree_on_what_they_share() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE):
            versions.setdefault(name, set()).add(version)

    assert {name: pins for name, pins in versions.items() if len(pins) > 1} == {}


@pytest.mark.parametrize("name", ["output/index.html", "internal/x", ".cache/x", ".venv/x"])
def test_what_is_generated_is_ignored(name: str) -> None:
    assert subprocess.run(["git", "check-ignore", "--quiet", "--no-index", name], cwd=ROOT, check=False).returncode == 0
