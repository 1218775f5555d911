"""Where people share: channels are data, shipped with Byline and added to by a company."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, NonNegativeInt

from ..settings import nearest, setting, typed

SHIPPED = Path(__file__).with_name("channels.toml")
WORD = re.compile(r"^[a-z0-9_-]+$")
PLACE = re.compile(r"\{([^{}]*)\}")
PLACES = {"url", "title", "text"}


@dataclass(frozen=True)
class Channel:
    """Where one shares, and how: see the head of `channels.toml` for each field."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: str
    label: str
    url: str
    source: str
    medium: Literal["social", "email", "referral"]
    verified: date
    icon: str = ""
    limit: NonNegativeInt = 0

    def __post_init__(self) -> None:
        for name, value in (("id", self.id), ("source", self.source)):
            if not WORD.match(value):
                raise ValueError(f"{name} {value!r} may hold lower-case letters, digits, - and _ only")
        if not self.url.startswith(("https://", "mailto:")):
            raise ValueError(f"url of {self.id} must begin with https:// or mailto:")
        named = set(PLACE.findall(self.url))
        if not named & {"url", "text"} or named - PLACES:
            raise ValueError(f"url of {self.id} must hold {{url}} or {{text}}, may hold {{title}}, and nothing else")


@dataclass(frozen=True)
class ChannelsFile:
    """What `channels.toml` holds."""

    channels: tuple[Channel, ...]


def shipped() -> tuple[Channel, ...]:
    """The channels that come with Byline; raises `SettingsError` when one is written wrongly."""
    return typed(SHIPPED.name, ChannelsFile, tomllib.loads(SHIPPED.read_text(encoding="utf-8"))).channels


@dataclass(frozen=True)
class SharingSettings:
    """`BYLINE_SHARING`. Channels that are added follow the same rules as those that are shipped."""

    channels: tuple[str, ...] = setting(
        ("linkedin", "x", "facebook", "bluesky", "mastodon", "whatsapp", "email"),
        "which channels an article offers, in this order",
    )
    add: tuple[Channel, ...] = setting(
        (),
        "channels of your own, shown after the others unless `channels` names them; one with the id of a "
        "shipped channel replaces it",
    )

    def __post_init__(self) -> None:
        known = _known(self.add)
        for id in self.channels:
            if id not in known:
                meant = nearest(id, known)
                hint = f"Did you mean {meant!r}?" if meant else f"Known: {', '.join(sorted(known))}"
                raise ValueError(f"no channel {id!r}. {hint}")


def chosen(settings: SharingSettings) -> tuple[Channel, ...]:
    """The channels that pages show, in order: those that are named, then those that were only added."""
    known = _known(settings.add)
    return tuple(known[id] for id in dict.fromkeys((*settings.channels, *(channel.id for channel in settings.add))))


def _known(added: tuple[Channel, ...]) -> dict[str, Channel]:
    return {channel.id: channel for channel in (*shipped(), *added)}
