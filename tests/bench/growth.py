"""How the press grows with the blog: the first build and one edit, at three sizes, and the exponent between them.

make bench-growth                              in some ten minutes; writes its part of docs/performance.md
make bench-growth ARGS="--sizes 500 1000"      smaller, printed only

An exponent of 1 is a cost for each article; of 2, somewhere every article looks at every other.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from sides import Measured, in_turn, machine, memory_folder, replace_section

import press

SIZES = (1_000, 10_000, 30_000)
CASES = {
    "first build, cards drawn": press.everything,
    "one article edited": lambda bench, rounds: in_turn([press.editing(bench)], rounds),
    "nothing changed": lambda bench, rounds: in_turn([bench.byline()], rounds),
}


def main() -> None:
    """Measure every case at every size, and write the page when the sizes are those of the goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="articles (default: 1000 10000 30000)")
    sizes = tuple(parser.parse_args().sizes)
    found = {size: _measured(size) for size in sizes}
    table = _table(found)
    sys.stdout.write(f"{table}\n")
    if sizes == SIZES:
        replace_section(press.ROOT / "docs/performance.md", "growth", table)


def _measured(articles: int) -> dict[str, Measured]:
    """One run of each case, in turn, on one blog."""
    with TemporaryDirectory(dir=memory_folder(), prefix="byline-bench-") as folder:
        bench = press.prepared(Path(folder), articles, Path())
        return {case: measure(bench, 1)["Byline"] for case, measure in CASES.items()}


def exponent(smaller: tuple[int, float], larger: tuple[int, float]) -> float:
    """With which power of the size the cost grew from one (size, cost) to another."""
    return math.log(larger[1] / smaller[1]) / math.log(larger[0] / smaller[0])


def _table(found: Mapping[int, Mapping[str, Measured]]) -> str:
    sizes = list(found)
    head = [*(f"{size:,} articles" for size in sizes), *(f"{a:,} to {b:,}" for a, b in _steps(sizes)), "memory"]
    lines = [f"| case | {' | '.join(head)} |", f"|{'---|' * (len(head) + 1)}"]
    for case in CASES:
        runs = {size: found[size][case] for size in sizes}
        seconds = [f"{run.cpu:.1f} s" for run in runs.values()]
        powers = [f"{exponent((a, runs[a].cpu), (b, runs[b].cpu)):.2f}" for a, b in _steps(sizes)]
        lines.append(f"| {case} | {' | '.join([*seconds, *powers])} | {runs[sizes[-1]].memory:.0f} MiB |")
    told = "Seconds of one core, one run each, the exponent from size to size, and the memory of the largest. "
    return "\n".join([*lines, "", f"{told}{machine()}."])


def _steps(sizes: Sequence[int]) -> list[tuple[int, int]]:
    return list(pairwise(sizes))


if __name__ == "__main__":
    main()
