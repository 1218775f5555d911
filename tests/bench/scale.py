"""The same expression on DuckDB and on Spark: the same rows, shown by their hash, and what each costs.

    python tests/bench/scale.py [--lines 200000]

Needs what `.ci/setup spark` installs. Ends with 1 when a row differs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import access_log
from sides import machine, memory_folder, replace_section

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "scale.md"
OCTOBER_2026 = "1790812800"
FILES = ("visits-202609.parquet", "visits-202609.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=200_000)
    given = parser.parse_args()
    with TemporaryDirectory(dir=memory_folder()) as folder:
        logs = [access_log.write_log(Path(folder) / "access.log", given.lines)]
        same, text = compared(Path(folder), logs, given.lines)
    sys.stdout.write(text + "\n")
    replace_section(PAGE, "engines", text)
    sys.exit(not same)


def compared(folder: Path, logs: list[Path], lines: int) -> tuple[bool, str]:
    """Whether both engines give the same files, and the table as Markdown."""
    content = access_log.blog(folder / "content")
    seconds: dict[str, float] = {}
    hashes: dict[str, str] = {}
    for engine in ("duckdb", "spark"):
        programme = folder / engine
        programme.mkdir()
        begun = time.perf_counter()
        imported(engine, logs, content, programme)
        seconds[engine] = time.perf_counter() - begun
        kept = b"".join((programme / "measures" / name).read_bytes() for name in FILES)
        hashes[engine] = hashlib.sha256(kept).hexdigest()
    same = len({*hashes.values()}) == 1
    rows = "\n".join(f"| {name} | {seconds[name]:.1f} s | `{hashes[name][:16]}` |" for name in hashes)
    said = "The same rows, byte for byte." if same else "**The rows differ.**"
    return (
        same,
        f"""| {lines:,} lines | whole command | SHA-256 of rows and ledger |
|---|---|---|
{rows}

{said} Spark 4.0 in local mode, its start of Java included; {machine()}.""",
    )


def imported(engine: str, logs: list[Path], content: Path, programme: Path) -> None:
    """One whole command; what it says is shown when it fails."""
    places = ["--content", content, "--programme", programme, "--cache", programme.parent / "cache"]
    command = [sys.executable, "-m", "byline", "import", "log", *logs, *places, "--engine", engine,
               "--siteurl", f"https://{access_log.HOST}"]  # fmt: skip
    environment = {**os.environ, "SOURCE_DATE_EPOCH": OCTOBER_2026, "PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run([*map(str, command)], env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{engine}: exit {done.returncode}\n{done.stdout}{done.stderr[-3000:]}")


if __name__ == "__main__":
    main()
