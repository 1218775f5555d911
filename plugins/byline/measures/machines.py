"""Who is no reader: machines by the names that they give, and among them those that show previews."""

from __future__ import annotations

import tomllib
from pathlib import Path

PREVIEWS = Path(__file__).with_name("previews.toml")


def machines() -> str:
    """A regular expression for the names of machines, from a list that is kept up to date by its own project."""
    from crawleruseragents import CRAWLER_USER_AGENTS_DATA

    return "|".join(one["pattern"] for one in CRAWLER_USER_AGENTS_DATA)


def previews() -> tuple[tuple[str, str], ...]:
    """A part of the name of each machine that shows previews, with its channel."""
    given = tomllib.loads(PREVIEWS.read_text("utf-8"))["previews"]
    return tuple((one["agent"], one["channel"]) for one in given)
