"""Files that schedulers read: their forms are data (`formats.toml`)."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from pydantic import ConfigDict

from ..settings import typed

SHIPPED = Path(__file__).with_name("formats.toml")
PLACE = re.compile(r"\{(\w+)\}")
PLACES = {"text", "words", "link", "image", "day", "time"}
# What a spreadsheet might take for a formula; an invisible character before it makes it a text.
FORMULA = re.compile(r"\s*[=+\-@\t\r|%]")
HARMLESS = "\N{ZERO WIDTH SPACE}"


@dataclass(frozen=True)
class Format:
    """How one scheduler wants its file: see the head of `formats.toml` for each field."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    label: str
    columns: tuple[str, ...]
    cells: tuple[str, ...]
    day: str
    time: str
    rows: int
    ahead: int
    verified: date

    def __post_init__(self) -> None:
        if self.columns and len(self.columns) != len(self.cells):
            raise ValueError(f"{self.label} has {len(self.columns)} columns, but {len(self.cells)} cells")
        if unknown := {name for cell in self.cells for name in PLACE.findall(cell)} - PLACES:
            raise ValueError(
                f"{self.label}: no place {', '.join(sorted(unknown))} (known: {', '.join(sorted(PLACES))})"
            )


@dataclass(frozen=True)
class FormatsFile:
    """What `formats.toml` holds."""

    formats: Mapping[str, Format]


@dataclass(frozen=True)
class Post:
    """What one row says: a text with and without its address, the address, a picture's, and when."""

    text: str
    words: str
    link: str
    image: str
    moment: datetime


@cache
def schedulers() -> Mapping[str, object]:
    """What is written of each scheduler, by its id."""
    return tomllib.loads(SHIPPED.read_text("utf-8"))


@cache
def formats() -> Mapping[str, Format]:
    """Every form by the id of its scheduler; raises `SettingsError` when one is written wrongly."""
    return typed(SHIPPED.name, FormatsFile, {"formats": schedulers()}).formats


def files(form: Format, posts: Sequence[Post], now: datetime) -> Iterator[bytes]:
    """The posts that are still to come, as files of at most so many rows as the scheduler reads (RFC 4180, UTF-8)."""
    ahead = now + timedelta(minutes=form.ahead)
    coming = sorted((post for post in posts if post.moment >= ahead), key=lambda post: (post.moment, post.text))
    for start in range(0, len(coming), form.rows):
        text = io.StringIO(newline="")
        rows = csv.writer(text, lineterminator="\r\n")
        if form.columns:
            rows.writerow(form.columns)
        rows.writerows(row(form, post) for post in coming[start : start + form.rows])
        yield text.getvalue().encode()


def row(form: Format, post: Post) -> list[str]:
    """One post as the scheduler's columns; no cell of it can be taken for a formula."""
    values = {
        "text": post.text,
        "words": post.words,
        "link": post.link,
        "image": post.image,
        "day": post.moment.strftime(form.day),
        "time": post.moment.strftime(form.time),
    }
    return [harmless(PLACE.sub(lambda place: values[place[1]], cell)) for cell in form.cells]


def harmless(cell: str) -> str:
    """The cell, so that a spreadsheet shows it rather than computes it."""
    return HARMLESS + cell if FORMULA.match(cell) else cell
