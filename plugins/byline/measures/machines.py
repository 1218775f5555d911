"""Who is no reader: machines by the names that they give, and among them those that show previews."""

from __future__ import annotations

import tomllib
from pathlib import Path

PREVIEWS = Path(__file__).with_name("previews.toml")
# DuckDB's regular expressions have a fast way that long ones do not fit into: 20,000 names took the whole list 6.9 s,
# and two halves of it 0.03 s. It grows.
PARTS = 4


def machines() -> tuple[str, ...]:
    """Regular expressions for the names of machines, from a list that is kept up to date by its own project."""
    from crawleruseragents import CRAWLER_USER_AGENTS_DATA

    patterns = [one["pattern"] for one in CRAWLER_USER_AGENTS_DATA]
    return tuple("|".join(patterns[part::PARTS]) for part in range(PARTS))


def previews() -> tuple[tuple[str, str], ...]:
    """A part of the name of each machine that shows previews, with its channel."""
    given = tomllib.loads(PREVIEWS.read_text("utf-8"))["previews"]
    return tuple((one["agent"], one["channel"]) for one in given)
