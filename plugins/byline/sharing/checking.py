"""Rules about texts to share that people wrote: those of authors and comms, and those that colleagues offered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..channels import Channel
from ..model import Article, Campaign, Finding, ShareText
from ..rules import Rule, Spot, rule
from ..settings import nearest
from .similar import nearly_same

FIRST_PERSON = {
    "en": re.compile(r"\b(I|my|mine|me|myself)\b"),
    "fr": re.compile(r"(?<!\w)((je|mon|ma|mes|moi|me)(?!\w)|[jm]['’](?=\w))", re.IGNORECASE),
}
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|‘[^’]*’")


@dataclass(frozen=True)
class Told:
    """A text as somebody wrote it, where it stands, and what becomes of it; `private` in the programme folder."""

    path: str
    line: int
    article: Article
    written: str
    text: ShareText
    private: bool = False

    @property
    def begins(self) -> str:
        """Enough of it to know which it is."""
        words = " ".join(self.written.split())
        return words if len(words) <= 40 else f"{words[:40].rstrip()}…"


@dataclass(frozen=True)
class Shared:
    """All texts to share of a site, and what rules ask besides. `blocked` are words by language, with the reason."""

    texts: tuple[Told, ...] = ()
    articles: tuple[tuple[Article, int], ...] = ()  # those that have texts, with the line of `share`
    channels: Mapping[str, Channel] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    blocked: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    today: date = date.min


def share_findings(shared: Shared) -> tuple[list[Finding], list[Finding]]:
    """What the rules say of texts in the content folder, and of those that are for colleagues' eyes only."""
    private = {told.path for told in shared.texts if told.private}
    found = [finding for one in RULES for finding in one.findings("", shared)]
    return [one for one in found if one.path not in private], [one for one in found if one.path in private]


@rule("unknown-channel", "error", "docs/sharing.md says how a channel is added.")
def channels_are_known(shared: Shared) -> Iterator[Spot]:
    """A text for a channel that there is not would be offered to nobody."""
    for article, line in shared.articles:
        for name in article.share:
            if name not in shared.channels:
                meant = nearest(name, shared.channels)
                hint = f"Did you mean '{meant}'?" if meant else f"Known: {', '.join(sorted(shared.channels))}."
                yield Spot(line, f"'share' has texts for '{name}', which is no channel", path=article.source, hint=hint)


@rule("share-text-too-long", "warning", "Take words out; {url} and the disclosure count too.")
def texts_fit_their_channel(shared: Shared) -> Iterator[Spot]:
    """A network refuses what is longer than it takes. Lengths are the network's own, with the address and the line that
    says who shares.
    """
    for told in shared.texts:
        if not told.text.fits:
            one = told.text
            message = (
                f"'{told.begins}' has {one.length} characters as {one.label} counts, at most {one.limit} are taken"
            )
            yield Spot(told.line, message, path=told.path)


@rule("share-text-undisclosed", "warning", "Add a line for the language: `disclosures` in BYLINE_SHARING.")
def texts_say_who_shares(shared: Shared) -> Iterator[Spot]:
    """Whoever shares what their company publishes says how they belong to it, in the post itself, in its language."""
    for told in shared.texts:
        if not told.text.disclosure:
            message = f"'{told.begins}' does not say how the sharer belongs to the company: there is no line for it"
            yield Spot(told.line, message, path=told.path)


@rule("share-text-blocked-word", "warning", "Say it another way.")
def blocked_words_are_not_shared(shared: Shared) -> Iterator[Spot]:
    """What `[words.<lang>] blocked` in `editorial.toml` lists must not be posted either."""
    for told in shared.texts:
        lang = told.text.lang
        listed = {**shared.blocked.get(lang.split("-")[0], {}), **shared.blocked.get(lang, {})}
        for word, why in listed.items():
            if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", told.written, re.IGNORECASE):
                message = f"'{word}' is not published: {why}" if why else f"'{word}' is not published"
                yield Spot(told.line, message, path=told.path)


@rule("similar-share-texts", "warning", "Let each say something of its own.")
def texts_differ(shared: Shared) -> Iterator[Spot]:
    """Two texts for one channel that are nearly the same (above 0.85) make colleagues sound like a machine."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for told in shared.texts:
        groups.setdefault((told.text.channel, told.text.lang), []).append(told)
    for group in groups.values():
        for one, other, alike in nearly_same([told.written for told in group]):
            # What is for colleagues' eyes only is told there, whichever of the two was written first.
            earlier, later = sorted((group[one], group[other]), key=lambda told: told.private)
            message = f"'{later.begins}' and '{earlier.begins}' in {earlier.path} are alike by {alike:.0%}"
            yield Spot(later.line, message, path=later.path)


@rule(
    "share-outside-campaign",
    "advice",
    "Change the campaign's days, take out what its texts say of it, or write its retrospective.",
)
def campaigns_run_while_texts_are_offered(shared: Shared) -> Iterator[Spot]:
    """Texts that were prepared for a campaign are offered before it begins and after it is over too, without its
    hashtags. It is told once for each campaign, at its own file. Once a retrospective is written, the campaign is over
    on purpose, and its articles live on.
    """
    counted = Counter(article.campaign for article, _ in shared.articles)
    for id, campaign in sorted(shared.campaigns.items()):
        over = shared.today > campaign.ends
        told = over and campaign.retrospective is not None
        if counted[id] and not campaign.runs(shared.today) and not told:
            number = counted[id]
            message = f"'{campaign.name}' begins on {campaign.starts}; articles with texts to share for it: {number}"
            if over:
                message = f"'{campaign.name}' ended on {campaign.ends}; articles with texts to share for it: {number}"
            yield Spot(1, message, path=campaign.source)


@rule("share-text-in-first-person", "advice", "Write what any colleague may say, or name who did it.")
def anybody_may_say_it(shared: Shared) -> Iterator[Spot]:
    """Whoever shares is not who wrote: "I left, and my articles stayed" is untrue in the mouth of anybody else.

    A colleague's own words may be in the first person: their name stands beside them, and they are read as an example.
    """
    for told in shared.texts:
        pattern = FIRST_PERSON.get(told.text.lang.split("-")[0])
        if pattern and not told.private and (found := pattern.search(QUOTED.sub("", told.written))):
            message = f"'{told.begins}' says '{found[0]}', and whoever shares it is somebody else"
            yield Spot(told.line, message, path=told.path)


RULES: tuple[Rule[[Shared]], ...] = (
    channels_are_known,
    texts_fit_their_channel,
    texts_say_who_shares,
    blocked_words_are_not_shared,
    texts_differ,
    campaigns_run_while_texts_are_offered,
    anybody_may_say_it,
)
