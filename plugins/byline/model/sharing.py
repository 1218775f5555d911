"""What one needs to share an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from ..held import LINK, Held, because
from .articles import Article


@dataclass(frozen=True)
class ShareLink:
    """A channel's own page with an article in it; `icon` names the channel's sign in the theme.

    `target` is the article's tagged URL, to copy or to draw as a QR code; `url` is empty where no page can be opened.
    """

    channel: str
    label: str
    url: str
    icon: str = ""
    target: str = ""


@dataclass(frozen=True)
class ShareText:
    """A text to share on a channel, ready to be copied but for `{url}`, where the address goes.

    `length` is that with the address, as the channel counts, of at most `limit` (0: any length). `disclosure` is the
    line of it that says how the sharer belongs to the company; `credit` the name of the colleague whose words they are;
    `link` opens the channel's own page with the text in it, or with the address alone where it takes no text.
    """

    channel: str
    lang: str
    text: str
    length: int
    limit: int
    origin: Literal["prepared", "colleague", "rules"]
    credit: str = ""
    disclosure: str = ""
    link: str = ""
    label: str = ""

    @property
    def own(self) -> bool:
        """Whether it was prepared by the article's author, or by comms."""
        return self.origin == "prepared"

    @property
    def fits(self) -> bool:
        """Whether the channel accepts it as it is."""
        return not self.limit or self.length <= self.limit


@dataclass(frozen=True)
class ShareKit:
    """All that one needs to share an article: texts and links by channel, in the order of the channels.

    `offer` is the address under which a colleague proposes own words; empty where the company named none.
    """

    article: Article
    texts: tuple[ShareText, ...] = ()
    links: tuple[ShareLink, ...] = ()
    offer: str = ""

    def texts_for(self, channel: str) -> tuple[ShareText, ...]:
        """The texts for a channel, the most personal first."""
        return tuple(text for text in self.texts if text.channel == channel)

    def link_to(self, channel: str) -> ShareLink | None:
        """The link for a channel, if it has one."""
        return next((link for link in self.links if link.channel == channel), None)


@dataclass(frozen=True)
class ShortLink:
    """`/s/<code>/`, a row of `programme/short-links.csv`: what was given out, to whom, and whether it still counts.

    `person` is empty for a link that everybody may use. Once given out, a code never means another article.
    """

    held: ClassVar[Mapping[Held, str]] = because({LINK: "code article channel person period issued revoked"})

    code: str
    article: str
    channel: str
    person: str = ""
    period: str = ""
    issued: date | None = None
    revoked: date | None = None

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return f"/s/{self.code}/"
