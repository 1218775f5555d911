"""What taking part adds to a build: hub, digest, plans and short links of forty made-up ambassadors on a real blog.

    python tests/bench/hub.py [--content ../shared/corpus/ropensci-to-2020/content] [--rounds 3]

Each side is a whole `byline build` in a fresh process: one checkout with the rooms for colleagues, one without them.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from sides import Measured, Side, in_turn, machine, memory_folder, once, replace_section

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
ROOMS = ("byline.hub", "byline.weekly", "byline.planning")
AMBASSADORS = 40
AGREED = """consulted = 2020-01-01
key_holder = "x"
recipients = ["x"]
retention_months = 13
basis = {measured = "consent"}
"""
CHANNELS = ("linkedin", "mastodon", "email", "x", "bluesky")
NEW_YEAR_2021 = "1609459200"  # the day after the last article of that blog
ENVIRONMENT = {"SOURCE_DATE_EPOCH": NEW_YEAR_2021, "BYLINE_SECRET": "nobody guesses this one, it is only measured"}


def checkout(folder: Path, without: Iterable[str]) -> Path:
    """The repository as another root, without some rooms."""
    folder.mkdir()
    for name in ("plugins", "themes", "brand.toml"):
        (folder / name).symlink_to(ROOT / name)
    rows = (ROOT / "pelicanconf.py").read_text("utf-8").splitlines(keepends=True)
    kept = [row for row in rows if not any(f'"{room}"' in row for room in without)]
    (folder / "pelicanconf.py").write_text("".join(kept), "utf-8")
    return folder


def programme(folder: Path) -> Path:
    """Forty people who share on three channels each; half of them chose to be measured."""
    (folder / "people").mkdir(parents=True)
    for number in range(AMBASSADORS):
        ticked = ", ".join(f'"{CHANNELS[(number + n) % len(CHANNELS)]}"' for n in range(3))
        text = f'name = "Person {number}"\nenrolled = 2020-01-01\nchannels = [{ticked}]\n'
        chosen = "[opt_in]\nmeasured = 2020-01-01\n" if number % 2 else ""
        (folder / "people" / f"person-{number}.toml").write_text(text + chosen, "utf-8")
    (folder / "governance.toml").write_text(AGREED, "utf-8")
    return folder


def side(name: str, root: Path, content: Path, colleagues: Path | None, command: str = "build", *more: str) -> Side:
    """One command of one checkout, with outputs and cache beside it."""
    places = [f"--{what}={root / what}" for what in ("output", "internal")] if command == "build" else []
    given = [f"--content={content}", f"--cache={root / 'cache'}", *places, *more]
    given += [f"--programme={colleagues}"] if colleagues else []
    environment = {**ENVIRONMENT, "PYTHONPATH": str(ROOT / "plugins")}
    return Side(name, [sys.executable, "-m", "byline", command, *given], root, environment=environment)


def size(folder: Path) -> tuple[int, float]:
    """Files, and MiB."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 2**20


def measure(content: Path, rounds: int, folder: Path) -> str:
    """The table."""
    with_them, without = checkout(folder / "with", ()), checkout(folder / "without", ROOMS)
    colleagues = programme(folder / "programme")
    sides = [side("with", with_them, content, colleagues), side("without", without, content, None)]
    once(side("links", checkout(folder / "links", ()), content, colleagues, "links", "issue"))
    first = {one.name: Measured(one.name, (once(one),)) for one in sides}
    again = in_turn(sides, rounds)
    handed = once(side("hand over", with_them, content, colleagues, "hub", "--for=all", f"--to={folder / 'handed'}"))
    parts = {
        "hub": with_them / "internal/hub",
        "digest": with_them / "internal/digest",
        "plans": with_them / "internal/planning",
        "short links": with_them / "output/s",
        f"{AMBASSADORS} personal files": folder / "handed",
    }
    rows = [
        "| | with colleagues, s of one core | without | added |",
        "|---|---|---|---|",
        *(
            _row(name, runs["with"], runs["without"])
            for name, runs in (("first build", first), ("second build", again))
        ),
        f"| `byline hub --for all` | {handed.cpu:.1f} | | |",
        "",
        "| | files | MiB |",
        "|---|---|---|",
        *(f"| {name} | {files:,} | {mib:.1f} |" for name, (files, mib) in ((n, size(p)) for n, p in parts.items())),
        "",
        f"{content.parent.name}, {AMBASSADORS} ambassadors; medians of {rounds} rounds; {machine()}.",
    ]
    return "\n".join(rows)


def _row(name: str, one: Measured, other: Measured) -> str:
    return f"| {name} | {one.cpu:.2f} | {other.cpu:.2f} | {one.cpu - other.cpu:+.2f} |"


def main() -> None:
    corpus = Path(os.environ.get("BYLINE_CORPUS", ROOT.parent / "shared" / "corpus"))
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--content", type=Path, default=corpus / "ropensci-to-2020" / "content")
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    with TemporaryDirectory(dir=memory_folder()) as folder:
        replace_section(PAGE, "hub", measure(given.content.resolve(), given.rounds, Path(folder)))


if __name__ == "__main__":
    main()
