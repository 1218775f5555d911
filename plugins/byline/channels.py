"""Where people share: channels are data, shipped with Byline (`channels.toml`) and added to by a company."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, NonNegativeInt

from .counting import Counts, counted
from .settings import typed

SHIPPED = Path(__file__).with_name("channels.toml")
WORD = re.compile(r"[a-z0-9_-]{1,100}")
PLACE = re.compile(r"\{([^{}]*)\}")
PLACES = {"url", "title", "words", "text"}

How = Literal["page", "copy", "code", "device"]


@dataclass(frozen=True)
class Channel:
    """Where one shares, and how: see the head of `channels.toml` for each field."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: str
    label: str
    source: str
    medium: Literal["social", "email", "referral"]
    verified: date
    how: How = "page"
    url: str = ""
    icon: str = ""
    limit: NonNegativeInt = 0
    limit_bytes: NonNegativeInt = 0
    title_limit: NonNegativeInt = 0
    counts: Counts = "characters"

    def __post_init__(self) -> None:
        if wrong := [*self._faults()]:
            raise ValueError("\n".join(wrong))

    def _faults(self) -> Iterator[str]:
        for name, value in (("id", self.id), ("source", self.source)):
            if not WORD.fullmatch(value):
                yield f"{name} {value!r} may hold lower-case letters, digits, - and _ only"
        if self.how != "page":
            if self.url:
                yield f"url of {self.id} is never opened, since how is {self.how!r}: take one of them out"
            return
        named = set(PLACE.findall(self.url))
        if not self.url.startswith(("https://", "mailto:")):
            yield f"url of {self.id} must begin with https:// or mailto:"
        if not named & {"url", "text"} or named - PLACES:
            yield f"url of {self.id} must hold {{url}} or {{text}}, may hold {{title}} and {{words}}, and nothing else"

    @property
    def accepts(self) -> Literal["text", "title", "address"]:
        """What is handed over to it: a text with the address, a title with it, or the address alone."""
        named = set(PLACE.findall(self.url))
        if self.how in ("copy", "device") or named & {"text", "words"}:
            return "text"
        return "title" if "title" in named else "address"

    def length(self, text: str) -> int:
        """How long a text is for this channel; beyond `limit`, it is refused.

        A channel with two limits counts characters, but where its limit of bytes is the tighter one.
        """
        if not self.limit_bytes:
            return counted(text, self.counts)
        return max(counted(text, self.counts), -(-len(text.encode()) * self.limit // self.limit_bytes))

    def takes(self, text: str) -> bool:
        """Whether a text is short enough."""
        return not self.limit or self.length(text) <= self.limit


@dataclass(frozen=True)
class ChannelsFile:
    """What `channels.toml` holds."""

    channels: tuple[Channel, ...]


@cache
def shipped() -> tuple[Channel, ...]:
    """The channels that come with Byline; raises `SettingsError` when one is written wrongly."""
    return typed(SHIPPED.name, ChannelsFile, tomllib.loads(SHIPPED.read_text(encoding="utf-8"))).channels


def known_channels(added: Iterable[Channel]) -> dict[str, Channel]:
    """The shipped channels by id, then those that a company added; of two with one id, the company's."""
    return {channel.id: channel for channel in (*shipped(), *added)}
