"""From what a tool counted to whose visit it was: article, channel, campaign, and who shared.

Only words that the site itself gave out are kept. Everything else ends in a count and a list of words that nobody
knows, cleaned and cut, so that nothing a stranger wrote into an address reaches a row.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ..characters import CONTROL, HIDDEN
from ..model import ShortLink
from ..tokens import Meaning, Secrets, meanings
from .rows import AMBASSADOR, SHARERS, TOKEN

LONGEST = 100
LISTED = 200


@dataclass(frozen=True, slots=True)
class Origin:
    """By which address, with its tags, people came, in the words of the tool that counted them; a tag may be empty.

    `path` is where the visit began, `article` whose address that is, when it is known already; `source`, `campaign`,
    `id` and `content` are the UTM parameters of these names.
    """

    article: str = ""
    path: str = ""
    source: str = ""
    content: str = ""
    id: str = ""
    campaign: str = ""

    @property
    def tagged(self) -> bool:
        """Whether it came by a link that says where it was shared."""
        return bool(self.source or self.campaign or self.content)


@dataclass(frozen=True)
class Known:
    """What the site gave out, and who may be counted.

    articles   the campaign of each article by id (empty: none); paths: the article at each address, old ones included
    campaigns  ids; sources: the channels with each `utm_source`; short: what short links mean, by code
    people     of everybody who is enrolled, whether they chose to be measured; allowed: whether governance says so too
    expired    the first day on which rows may still say whose link it was
    """

    articles: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    campaigns: Collection[str] = ()
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short: Mapping[str, ShortLink] = field(default_factory=dict)
    people: Mapping[str, bool] = field(default_factory=dict)
    allowed: bool = False
    secrets: Secrets = field(default_factory=Secrets)
    periods: tuple[str, ...] = ()
    today: date = date.max
    expired: date = date.min

    @cached_property
    def _meanings(self) -> dict[tuple[str, str], dict[str, Meaning]]:
        return {}

    def meaning(self, token: str, article: str, channels: Iterable[str]) -> Meaning | None:
        """What a token stands for, when it is somebody's for this article on one of these channels."""
        for channel in channels if self.people else ():
            known = self._meanings.get((article, channel))
            if known is None:
                known = meanings(self.secrets, self.people, [article], [channel], self.periods)
                self._meanings[article, channel] = known
            if token in known:
                return known[token]
        return None


@dataclass(frozen=True)
class Placed:
    """Whose visits those of an origin are, as rows say it; `strange` is its first word that nobody knows."""

    article: str = ""
    channel: str = ""
    campaign: str = ""
    content: str = ""
    strange: str = ""
    tagged: bool = False


def placed(origin: Origin, known: Known) -> Placed:
    """Whose visits those of an origin are; only words that the site itself gave out stand in it."""
    one = _resolved(origin, known)
    article = one.article or known.paths.get(one.path) or (one.campaign if one.campaign in known.articles else "")
    if not one.tagged:
        return Placed(article)
    channels = known.sources.get(one.source, ())
    content, meaning = _sharer(one, article, channels, known)
    channel = meaning.channel if meaning else channels[0] if channels else ""
    campaign = one.id if one.id in known.campaigns else known.articles.get(article, "")
    strange = _strange(one, article, channel, content)
    return Placed(article, channel, campaign, content or "", strange, tagged=True)


def _resolved(one: Origin, known: Known) -> Origin:
    """A visit of a short link is one of the address that it leads to."""
    code = one.path.removeprefix("/s/").strip("/") if one.path.startswith("/s/") else ""
    if not code or (link := known.short.get(code)) is None:
        return one
    source = next((name for name, ids in known.sources.items() if link.channel in ids), "")
    return replace(one, path="", source=source, campaign=link.article, content=short_content(link, known))


def is_token(content: str) -> bool:
    """Whether what stands for whoever shared says, to those who hold the key, whose link it was."""
    return content not in SHARERS and bool(re.fullmatch(TOKEN, content))


def short_content(link: ShortLink, known: Known) -> str:
    """What the links of a short link's page say of who shared."""
    if not link.person:
        return AMBASSADOR
    made = meanings(known.secrets, [link.person], [link.article], [link.channel], [link.period])
    return next(reversed(made), AMBASSADOR)


def _sharer(one: Origin, article: str, channels: tuple[str, ...], known: Known) -> tuple[str | None, Meaning | None]:
    """Who shared as a row says it, and what the token means; None for a word that nobody knows.

    A token stays only while governance and the person allow it; else it is some ambassador's.
    """
    if one.content in SHARERS:
        return one.content, None
    if not is_token(one.content):
        return None, None
    if not known.allowed:
        return AMBASSADOR, None
    # Tools that do not say the channel are told by the token, which is of one channel alone.
    every = channels or tuple(dict.fromkeys(id for ids in known.sources.values() for id in ids))
    meaning = known.meaning(one.content, article, every)
    if meaning is None:
        return None, None
    return (one.content if known.people[meaning.person] else AMBASSADOR), meaning


def _strange(one: Origin, article: str, channel: str, content: str | None) -> str:
    if not article:
        return f"article {shown(one.campaign or one.path)}"
    if not channel:
        return f"channel {shown(one.source)}"
    return f"code {shown(one.content)}" if content is None else ""


def shown(word: str) -> str:
    """A stranger's word as text for people: nothing in it acts on a terminal, a page or a log, and it is short."""
    text = " ".join(HIDDEN.sub("", CONTROL.sub(" ", word[: LONGEST * 2])).split())
    text = "".join(one if one.isprintable() else "\ufffd" for one in text)
    return f"'{text[:LONGEST]}{'…' if len(text) > LONGEST else ''}'" if text else "without a name"


def listed(unknown: Mapping[str, int]) -> dict[str, int]:
    """The most frequent words, as many as people can read; the others are one line."""
    ordered = sorted(unknown.items(), key=lambda item: (-item[1], item[0]))
    rest = sum(number for _, number in ordered[LISTED:])
    return dict(ordered[:LISTED]) | ({f"{len(ordered) - LISTED} other words": rest} if rest else {})
