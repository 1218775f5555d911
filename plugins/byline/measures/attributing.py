"""From what a tool counted to whose visit it was: article, channel, campaign, and who shared.

Only words that the site itself gave out are kept. Everything else ends in a count and a list of words that nobody
knows, cleaned and cut, so that nothing a stranger wrote into an address reaches a row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ..characters import CONTROL, HIDDEN
from ..model import ShortLink, Visit
from ..tokens import TOKEN_LENGTH, Meaning, Secrets, meanings
from .store import Counted, merged

SHARERS = ("reader", "ambassador", "account")
AMBASSADOR = "ambassador"
TOKEN = re.compile(rf"[a-z2-7]{{{TOKEN_LENGTH}}}")
LONGEST = 100
LISTED = 200
EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a tool counted for one day and one address with its tags, in the tool's own words; a tag may be empty.

    `path` is where the visit began, `article` whose address that is, when it is known already; `source`, `campaign`,
    `id` and `content` are the UTM parameters of these names.
    """

    day: date
    article: str = ""
    path: str = ""
    source: str = ""
    content: str = ""
    id: str = ""
    campaign: str = ""
    visits: int = 0
    readers: int | None = None
    engaged: int | None = None
    conversions: int | None = None

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


@dataclass
class Attributed:
    """What became of all arrivals: rows, counts for each day, and the words that nobody knows with their visits."""

    visits: tuple[Visit, ...] = ()
    days: dict[date, Counted] = field(default_factory=dict)
    unknown: dict[date, Counter[str]] = field(default_factory=dict)
    rejected: Counter[str] = field(default_factory=Counter)


def attribute(arrivals: Iterable[Arrival], known: Known, tool: str) -> Attributed:
    """Rows of one tool, merged and in order, with totals that add up: every visit is counted exactly once."""
    found = Attributed()
    found.visits = merged(_rows(arrivals, known, tool, found))
    return found


def _rows(arrivals: Iterable[Arrival], known: Known, tool: str, found: Attributed) -> Iterator[Visit]:
    remembered: dict[tuple[str, ...], tuple[Visit, str]] = {}
    counted = Counter[tuple[date, str]]()
    for one in arrivals:
        if not EARLIEST <= one.day <= known.today:
            reason = "of a day that has not come yet" if one.day > known.today else "of a day before 2000"
            found.rejected[reason] += one.visits if tool == "log" else 1
            continue
        link = (one.article, one.path, one.source, one.campaign, one.id, one.content)
        if link not in remembered:
            remembered[link] = _placed(_resolved(one, known), known, tool)
        placed, strange = remembered[link]
        kind = "untagged" if not one.tagged else "unknown" if strange else "attributed"
        counted[one.day, kind] += one.visits
        if strange:
            found.unknown.setdefault(one.day, Counter())[strange] += one.visits
        if placed.article and one.visits:
            content = AMBASSADOR if placed.content and one.day < known.expired and _personal(placed) else placed.content
            yield Visit(
                one.day, placed.article, placed.channel, placed.campaign, content,
                one.visits, one.readers, one.engaged, one.conversions, tool,
            )  # fmt: skip
    for day in {day for day, _ in counted}:
        found.days[day] = Counted(*(counted[day, kind] for kind in ("attributed", "unknown", "untagged")))


def _resolved(one: Arrival, known: Known) -> Arrival:
    """A visit of a short link is one of the address that it leads to."""
    code = one.path.removeprefix("/s/").strip("/") if one.path.startswith("/s/") else ""
    if not code or (link := known.short.get(code)) is None:
        return one
    source = next((name for name, ids in known.sources.items() if link.channel in ids), "")
    return replace(one, path="", source=source, campaign=link.article, content=short_content(link, known))


def short_content(link: ShortLink, known: Known) -> str:
    """What the links of a short link's page say of who shared."""
    if not link.person:
        return AMBASSADOR
    made = meanings(known.secrets, [link.person], [link.article], [link.channel], [link.period])
    return next(reversed(made), AMBASSADOR)


def _placed(one: Arrival, known: Known, tool: str) -> tuple[Visit, str]:
    """The row, and the first word of it that nobody knows, with what it was to say."""
    article = one.article or known.paths.get(one.path) or (one.campaign if one.campaign in known.articles else "")
    channels = known.sources.get(one.source, ())
    content, meaning = _sharer(one, article, channels, known)
    channel = meaning.channel if meaning else channels[0] if channels else ""
    if not one.tagged:
        channel = content = campaign = ""
    else:
        campaign = one.id if one.id in known.campaigns else known.articles.get(article, "")
    row = Visit(one.day, article, channel, campaign, content or "", tool=tool)
    return row, _strange(one, article, channel, content) if one.tagged else ""


def _sharer(one: Arrival, article: str, channels: tuple[str, ...], known: Known) -> tuple[str | None, Meaning | None]:
    """Who shared as a row says it, and what the token means; None for a word that nobody knows.

    A token stays only while governance and the person allow it; else it is some ambassador's.
    """
    if one.content in SHARERS:
        return one.content, None
    if not TOKEN.fullmatch(one.content):
        return None, None
    if not known.allowed:
        return AMBASSADOR, None
    # Tools that do not say the channel are told by the token, which is of one channel alone.
    every = channels or tuple(dict.fromkeys(id for ids in known.sources.values() for id in ids))
    meaning = known.meaning(one.content, article, every)
    if meaning is None:
        return None, None
    return (one.content if known.people[meaning.person] else AMBASSADOR), meaning


def _personal(visit: Visit) -> bool:
    return visit.content not in SHARERS


def _strange(one: Arrival, article: str, channel: str, content: str | None) -> str:
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
