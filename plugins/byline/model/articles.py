"""What a build prints of a text: an article in one language, or a plain page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from .site import Author, Category, Series, Tag
from .texts import Text

State = Literal["published", "draft", "hidden", "scheduled", "expired"]


NO_WORDS = Text()


def reading_time(words: int) -> int:
    """Minutes: 220 words in each, at least one."""
    return max(1, round(words / 220))


@dataclass(frozen=True)
class Article:
    """One piece in one language, whatever its state. A translation is an article with the same `translation`.

    `minutes` is the time that reading takes.
    """

    id: str
    title: str
    slug: str
    lang: str
    translation: str
    date: datetime
    authors: tuple[Author, ...]
    state: State
    address: str
    save_as: str
    url: str
    source: str
    modified: datetime | None = None
    body: Text = NO_WORDS
    minutes: int = 1
    summary: Text = Text()
    category: Category | None = None
    tags: tuple[Tag, ...] = ()
    series: Series | None = None
    expires: datetime | None = None
    hold: str = ""
    image: str = ""
    image_alt: str = ""
    card: str = ""
    campaign: str = ""
    hashtags: tuple[str, ...] = ()
    share: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    canonical: str = ""
    discussions: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    reader: str = ""
    reviewed_by: tuple[str, ...] = ()
    helped_by: tuple[str, ...] = ()
    remix_of: str = ""
    license: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def updated(self) -> datetime:
        """When its text last changed, as its author says."""
        return max(self.modified, self.date) if self.modified else self.date

    @cached_property
    def listed(self) -> Article:
        """The same without its body: as all pages but its own see it, so that they stay when only the body changes."""
        if self.body is NO_WORDS:
            return self
        listed = object.__new__(Article)  # `replace` takes thirty times as long, and each article is listed
        listed.__dict__.update(self.__dict__, body=NO_WORDS)
        return listed

    @property
    def digest(self) -> tuple[Article, Text] | None:
        """What stands for it."""
        return None if self.listed is self else (self.listed, self.body)


@dataclass(frozen=True)
class Line:
    """An article in the archive. It holds what a line there shows, so that the archive stays when a text changes."""

    title: str
    address: str
    lang: str
    date: datetime
    authors: tuple[Author, ...]
    source: str


@dataclass(frozen=True)
class PlainPage:
    """A page that is no article: about, legal notice."""

    title: str
    slug: str
    lang: str
    translation: str
    state: State
    address: str
    save_as: str
    url: str
    source: str
    body: Text = Text()
    summary: Text = Text()
    modified: datetime | None = None
    aliases: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


Record = Article | PlainPage
