"""Access logs: `byline import log` beside GoAccess, whole commands in fresh processes, in turn.

    python tests/bench/logs.py [--lines 2000000] [--rounds 3]

GoAccess (Debian package) writes its own reports from the same file. It answers other questions, and is the tool that
people know: a yardstick, no rival.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import access_log
from sides import Side, in_turn, machine, memory_folder, replace_section

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
OCTOBER_2026 = "1790812800"
GOALS = {"lines": 500_000, "memory": 1024, "part": 1 / 13}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    if not shutil.which("goaccess"):
        sys.exit("bench-log: goaccess is missing; on Debian and Ubuntu: sudo apt-get install goaccess")
    with TemporaryDirectory(dir=memory_folder()) as folder:
        text = measured(Path(folder), given.lines, given.rounds)
    sys.stdout.write(text + "\n")
    replace_section(PAGE, "log", text)


def measured(folder: Path, lines: int, rounds: int) -> str:
    """The table, as Markdown."""
    log = access_log.write_log(folder / "access.log", lines)
    content = access_log.blog(folder / "content")
    environment = {"SOURCE_DATE_EPOCH": OCTOBER_2026, "PYTHONPATH": str(ROOT / "plugins")}
    common = ["--content", str(content), "--cache", str(folder / "cache"), "--siteurl", f"https://{access_log.HOST}"]
    byline = [
        sys.executable,
        "-m",
        "byline",
        "import",
        "log",
        str(log),
        *common,
        "--programme",
        str(folder / "programme"),
    ]

    def anew(_round: int) -> None:
        shutil.rmtree(folder / "programme", ignore_errors=True)
        (folder / "programme").mkdir()

    ours = Side("Byline", byline, ROOT, before=anew, environment=environment)
    theirs = Side("GoAccess", ["goaccess", str(log), "--log-format=COMBINED", "-o", str(folder / "report.html")], ROOT)
    in_turn([ours], 1)  # the site is known from its last build, as when somebody imports a month
    found = in_turn([ours, theirs], rounds)
    one, other = found["Byline"], found["GoAccess"]
    part = one.cpu / other.cpu
    version = re.search(
        r"[\d.]+\d", subprocess.run(["goaccess", "--version"], capture_output=True, text=True, check=True).stdout
    )
    rows = [
        ("lines a second, by the clock", f"{lines / one.seconds:,.0f}", f"{lines / other.seconds:,.0f}",
         f"{GOALS['lines']:,}", lines / one.seconds >= GOALS["lines"]),
        ("most memory", f"{one.memory:,.0f} MiB", f"{other.memory:,.0f} MiB",
         f"{GOALS['memory']:,} MiB", one.memory < GOALS["memory"]),
        ("seconds of one core", f"{one.cpu:.2f}", f"{other.cpu:.2f}", "1/13 of GoAccess", part <= GOALS["part"]),
    ]  # fmt: skip
    table = "\n".join(
        f"| {what} | {mine} | {its} | {goal} | {'reached' if reached else 'missed'} |"
        for what, mine, its, goal, reached in rows
    )
    return f"""| {lines:,} lines | Byline | GoAccess {version[0] if version else ""} | goal | |
|---|---|---|---|---|
{table}

Byline took 1/{1 / part:.1f} of GoAccess' processor time. Medians of {rounds} runs in turn; {machine()}."""


if __name__ == "__main__":
    main()
