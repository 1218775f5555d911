"""Draws the pictures of the sample anew, into `content/`: python docs/pictures/sample.py"""

from __future__ import annotations

from pathlib import Path

from figures import FIGURES, bench
from landscapes import LANDSCAPES
from portraits import PORTRAITS

CONTENT = Path(__file__).parents[2] / "content"


def main() -> None:
    """Every portrait beside its author's file, every other picture beside its article."""
    for name, draw in PORTRAITS.items():
        (CONTENT / "authors" / f"{name}.png").write_bytes(draw().png())
    for name, draw in (FIGURES | LANDSCAPES).items():
        (CONTENT / "articles/2026" / f"{name}.png").write_bytes(draw().png())
    (CONTENT / "campaigns/spring-hiring/bench.png").write_bytes(bench().png())


if __name__ == "__main__":
    main()
