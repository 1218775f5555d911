"""A share kit as people use it: for each channel its texts, ready to be copied, changed and counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..channels import Channel
from ..model import Article, ShareKit, ShareText

PLACE = "{url}"


@dataclass(frozen=True)
class Draft:
    """A text in a box that can be edited: with the address in it where that is how the channel wants it."""

    said: ShareText
    text: str

    @property
    def rows(self) -> int:
        """Lines of the box, so that most texts are seen whole."""
        return min(14, max(4, sum(1 + len(line) // 46 for line in self.text.split("\n")) + 1))


@dataclass(frozen=True)
class Corner:
    """One channel of a kit. `target` is the address that is shared; `page` the channel's own page, where it has one."""

    channel: Channel
    target: str
    page: str
    drafts: tuple[Draft, ...]


@dataclass(frozen=True)
class Kit:
    """What one needs to share an article, channel by channel; `offer` is where own words are proposed.

    `device` is the address that the device's own sharing gets, empty where that is no channel.
    """

    article: Article
    corners: tuple[Corner, ...]
    offer: str = ""
    device: str = ""


def kit_of(kit: ShareKit, channels: Mapping[str, Channel]) -> Kit:
    """The kit with its channels in their order, but for those that only a reader's page or a picture can use."""
    corners = []
    for id, channel in channels.items():
        link = kit.link_to(id)
        if link and channel.how in ("page", "copy"):
            drafts = tuple(Draft(said, whole(said.text, link.target)) for said in kit.texts_for(id))
            corners.append(Corner(channel, link.target, link.url, drafts))
    device = next((id for id, channel in channels.items() if channel.how == "device"), "")
    link = kit.link_to(device)
    return Kit(kit.article, tuple(corners), kit.offer, link.target if link else "")


def whole(text: str, target: str) -> str:
    """The text as it is pasted: with the address where it wants it, else at its end."""
    return text.replace(PLACE, target) if PLACE in text else f"{text} {target}"
