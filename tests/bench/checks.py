#!/usr/bin/env python3
"""How long people wait for the check: four real blogs, each in a git repository, one article edited before each run.

    .venv/bin/python tests/bench/checks.py [ROUNDS]

Writes its section of docs/performance.md. Run it on a machine that does nothing else meanwhile.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from bench.sides import Measured, Side, in_turn, machine, memory_folder, replace_section  # noqa: E402
from running import BLOGS, CORPUS  # noqa: E402

GOAL_WHOLE, GOAL_SINCE = 5.0, 1.0  # seconds, on two cores: all four blogs; one edited article of each
BYLINE = str(ROOT / ".venv/bin/byline")


def main() -> None:
    """Measure every blog and write the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with TemporaryDirectory(dir=memory_folder(), prefix="byline-checks-") as folder:
        rows = [(name, *measured(Path(folder) / name, name, rounds)) for name in BLOGS]
    text = table(rows, rounds)
    replace_section(ROOT / "docs/performance.md", "checks", text)
    sys.stdout.write(text + "\n")


def measured(folder: Path, name: str, rounds: int) -> tuple[Measured, Measured]:
    """A warm check of a blog, and one of what differs from its last commit."""
    shutil.copytree(CORPUS / name / "content", folder / "content")
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "--all"],
        ["commit", "--quiet", "-m", "As it was"],
    ):
        who = ["-c", "user.name=Bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *command], cwd=folder, check=True)
    given = ["check", "--content", str(folder / "content"), "--cache", str(folder / "cache"), "--quiet"]
    subprocess.run([BYLINE, *given], cwd=ROOT, check=False, capture_output=True)  # from here on it is warm
    whole = Side("whole", [BYLINE, *given], ROOT)
    since = Side("since", [BYLINE, *given, "--since", "main"], ROOT, editing(folder / "content"))
    found = in_turn([since, whole], rounds)
    return found["whole"], found["since"]


def editing(content: Path) -> Callable[[int], None]:
    """Puts all as it was, then adds a sentence to another article each time."""
    articles = sorted((content / "articles").rglob("*.md"))
    places: Iterator[Path] = iter(articles[:: max(1, len(articles) // 40)])
    edited: list[tuple[Path, bytes]] = []

    def edit(number: int) -> None:
        for path, text in edited:
            path.write_bytes(text)
        path = next(places)
        edited[:] = [(path, path.read_bytes())]
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nOne sentence more, the {number + 1}th.\n")

    return edit


def shown(side: Measured) -> str:
    """Seconds by the clock, and of one core."""
    return f"{side.seconds:.2f} s ({statistics.median(run.cpu for run in side.runs):.2f} s)"


def table(rows: list[tuple[str, Measured, Measured]], rounds: int) -> str:
    """The section, in words and figures."""
    lines = [
        "| blog | articles | `byline check`, warm | `byline check --since`, one article edited |",
        "|---|---|---|---|",
        *(f"| {name} | {BLOGS[name]} | {shown(whole)} | {shown(since)} |" for name, whole, since in rows),
    ]
    whole, slowest = sum(row[1].seconds for row in rows), max(row[2].seconds for row in rows)
    load = os.getloadavg()[0]
    return "\n".join(
        [
            *lines,
            "",
            "Whole commands by the clock, from a fresh process to its end; in brackets the seconds of one core that "
            f"they took, which other work on the machine changes less; median of {rounds} runs. All four blogs: "
            f"{whole:.1f} s (goal: {GOAL_WHOLE:g} s). The slowest with one edited article: {slowest:.2f} s (goal: "
            f"{GOAL_SINCE:g} s). {machine()}; load {load:.1f}.",
        ]
    )


if __name__ == "__main__":
    main()
