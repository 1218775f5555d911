"""What was measured: visits by day and by the link that brought them, and what these figures cover."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from ..held import MEASURED, NOBODY, Held, because


@dataclass(frozen=True)
class Visit:
    """Arrivals of one day at one article by one kind of link, as one tool counted them.

    day, article    an article's id; never empty
    channel         a channel's id; empty: by no share link of ours
    campaign        the campaign that the link belonged to; may be empty
    content         who shared: reader, ambassador, account, or the token of whoever is measured; empty: nobody knows
    visits          a log counts one for each reader and day
    readers, engaged, conversions    None where the tool does not say; engaged: more than one look at one page
    tool            plausible, matomo, ga4 or log
    """

    held: ClassVar[Mapping[Held, str]] = because(
        {
            MEASURED: "day article channel campaign content visits readers engaged conversions",
            NOBODY: "tool",
        }
    )

    day: date
    article: str
    channel: str = ""
    campaign: str = ""
    content: str = ""
    visits: int = 0
    readers: int | None = None
    engaged: int | None = None
    conversions: int | None = None
    tool: str = ""


@dataclass(frozen=True)
class Measures:
    """What was measured in a period, and what of it nobody could place.

    visits         rows in order of day, article, channel, campaign, content, tool
    days           the days that were measured, with the tools; **none: not measured**, which is not zero
    attributed     visits by share links that are known; unknown: by links of which a word is not; untagged: by none.
                   Together they are every visit that the tools count
    unknown_words  visits by each word that nobody knows, the most frequent first, as text for people
    rejected       lines that nothing could be read from, by reason
    previews       how often networks fetched an article to show it, by article and channel: a sign of sharing, no visit
    totals         visits by day where a tool gave nothing else; beside the rows, never added to them
    """

    visits: tuple[Visit, ...] = ()
    days: Mapping[date, tuple[str, ...]] = field(default_factory=dict)
    attributed: int = 0
    unknown: int = 0
    untagged: int = 0
    unknown_words: Mapping[str, int] = field(default_factory=dict)
    rejected: Mapping[str, int] = field(default_factory=dict)
    previews: Mapping[tuple[str, str], int] = field(default_factory=dict)
    totals: Mapping[date, int] = field(default_factory=dict)

    @property
    def measured(self) -> bool:
        """Whether anything was; a report says "not measured" otherwise."""
        return bool(self.days)


@dataclass(frozen=True)
class Measuring:
    """What a public page loads to be counted: a tool of the site's own, all of it on the site's own host."""

    tool: str
    script: str
    endpoint: str
    site: str
