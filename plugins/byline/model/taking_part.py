"""What colleagues who take part find: events, places to talk, words to share, advice, thanks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .texts import Text


@dataclass(frozen=True)
class Event:
    """Something to go to. `whole_days`: `starts` and `ends` are days, `ends` the last one; nobody notes who came."""

    id: str
    title: str
    starts: datetime
    ends: datetime
    whole_days: bool
    lang: str
    place: str = ""
    url: str = ""
    summary: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Campfire:
    """A place where people talk, pointed out by a colleague."""

    id: str
    name: str
    lang: str
    url: str = ""
    about: str = ""
    pointed_out_by: str = ""
    rules: tuple[str, ...] = ()
    listen: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Value:
    """What the company says of itself, and the ids of the articles that show it."""

    id: str
    name: str
    promise: str
    lang: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thanks:
    """A note of thanks, for colleagues to read once its recipient agreed."""

    id: str
    to: str
    by: str
    text: str
    day: date
    lang: str
    agreed: date | None = None


@dataclass(frozen=True)
class OfferedText:
    """Words in which a colleague shares an article, accepted by comms; `by` is whose they are, an id or a name."""

    id: str
    article: str
    channel: str
    text: str
    by: str = ""
    day: date | None = None
    withdrawn: date | None = None


@dataclass(frozen=True)
class Idea:
    """An article that somebody should write."""

    id: str
    title: str
    lang: str
    about: str = ""
    reader: str = ""
    proposed_by: str = ""
    taken_by: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Guide:
    """A page of advice for colleagues."""

    id: str
    title: str
    lang: str
    summary: str = ""
    body: Text = Text()


@dataclass(frozen=True)
class Foreword:
    """The own words of whoever writes to everybody once a month, in one language; `by` signs them."""

    lang: str
    title: str = ""
    by: str = ""
    body: Text = Text()
