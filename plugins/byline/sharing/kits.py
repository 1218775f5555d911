"""Share kits: texts and links of each article, for any colleague or for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import quote

from ..channels import PLACE, Channel
from ..model import Ambassador, Article, Edition, ShareKit, ShareText, ShortLink
from ..tokens import Secrets, token
from .links import ACCOUNT, AMBASSADOR, share_link, share_target
from .offered import Accepted
from .settings import SharingSettings
from .texts import Material, Voice, share_texts, written_texts
from .wording import disclosure, said, wording


@dataclass(frozen=True)
class Sharing:
    """All that kits of one build are made from. `today` decides which campaigns run and whose consent holds."""

    edition: Edition
    settings: SharingSettings
    today: date
    people: Mapping[str, Ambassador] = field(default_factory=dict)
    secrets: Secrets = field(default_factory=Secrets)
    accepted: Accepted = field(default_factory=dict)
    short_links: Mapping[str, ShortLink] = field(default_factory=dict)

    def prepared(self, article: Article, channel: Channel, words: str) -> ShareText:
        """What becomes of words that somebody wrote for an article on a channel, as any colleague would share them."""
        material = replace(self._material(article), accepted=((channel.id, words, ""),), prepared=False)
        (text,) = written_texts(material, channel, self.target(article, channel, ""), self._voice(article, ""))
        return text

    @property
    def period(self) -> str:
        """The period of new personal links."""
        return self.settings.periods[-1]

    def kit(self, article: Article) -> ShareKit:
        """What any colleague needs to share an article."""
        return self._kit(article, "")

    def kit_for(self, article: Article, person: str) -> ShareKit:
        """The same in one person's name: own links for whoever chose to be measured, own standing, no own credit."""
        return self._kit(article, person)

    def kit_inputs(self, article: Article) -> tuple[Any, ...]:
        """All that an article's kit for any colleague is made from, so that what shows it need not be made again."""
        site, links = self.edition.site, [self._given_out.get((article.id, one.id, "")) for one in self._channels]
        words = self.accepted.get(article.id, ())
        return article, site, self.settings, links, words, self._hashtags.get(article.campaign, ())

    def account_kit(self, article: Article) -> ShareKit:
        """What the company's own accounts say: nobody speaks, so nothing is disclosed, and no words are a person's."""
        material = replace(self._material(article), prepared=False, accepted=())
        targets = {one.id: share_target(article, one, ACCOUNT) for one in self._channels}
        return self._made(material, Voice(), targets)

    def content(self, article: Article, channel: Channel, person: str) -> str:
        """What `utm_content` says: a token for whoever chose to be measured, else that it was some ambassador."""
        one = self.people.get(person)
        if one is None or not one.measured(self.today) or not self.secrets.current:
            return AMBASSADOR
        return token(self.secrets.current, person, article.id, channel.id, self.period)

    def target(self, article: Article, channel: Channel, person: str) -> str:
        """The address that a person shares: the short link that was given out for it, else the tagged URL."""
        content = self.content(article, channel, person)
        owner = "" if content == AMBASSADOR else person
        if short := self._given_out.get((article.id, channel.id, owner)):
            return self.edition.site.canonical(short.address)
        return share_target(article, channel, content)

    def _kit(self, article: Article, person: str) -> ShareKit:
        targets = {one.id: self.target(article, one, person) for one in self._channels}
        return self._made(self._material(article), self._voice(article, person), targets)

    def _made(self, material: Material, voice: Voice, targets: Mapping[str, str]) -> ShareKit:
        texts = (share_texts(material, one, targets[one.id], voice) for one in self._channels)
        links = (share_link(material.article, one, targets[one.id]) for one in self._channels)
        offer = self._offer(material.article)
        return ShareKit(material.article, tuple(text for some in texts for text in some), tuple(links), offer)

    @cached_property
    def _channels(self) -> tuple[Channel, ...]:
        return self.settings.for_kits()

    @cached_property
    def _given_out(self) -> dict[tuple[str, str, str], ShortLink]:
        """The short links that may still be handed out; one of an earlier period would join it to this one."""
        usable = (one for one in self.short_links.values() if not one.revoked and one.period in ("", self.period))
        return {(one.article, one.channel, one.person): one for one in usable}

    @cached_property
    def _hashtags(self) -> dict[str, tuple[str, ...]]:
        """Those of each campaign that runs."""
        return {one.id: one.hashtags for one in self.edition.campaigns if one.starts <= self.today <= one.ends}

    def _material(self, article: Article) -> Material:
        tags = (*article.hashtags, *self._hashtags.get(article.campaign, ()))
        words = wording(article.lang, self.settings.disclosures)
        once = tuple({tag.casefold(): tag for tag in reversed(tags)}.values())[::-1]
        return Material(article, words, once, self.accepted.get(article.id, ()))

    def _voice(self, article: Article, person: str) -> Voice:
        site, rewarded = self.edition.site, self.settings.rewarded
        words = wording(article.lang, self.settings.disclosures)
        line = disclosure(self._standing(person), site.organisation or site.name, words, rewarded)
        return Voice(line, rewarded, person)

    def _standing(self, person: str) -> str:
        """How a person belongs to the company: as the author's file says, else as somebody who works there."""
        one = self.people.get(person)
        if one and one.left and one.left <= self.today:
            return "alumni"
        return self._statuses.get(person, "active")

    @cached_property
    def _statuses(self) -> dict[str, str]:
        return {author.id: author.status for author in self.edition.authors}

    def _offer(self, article: Article) -> str:
        """Where a colleague offers own words for an article; the proposal is begun for them."""
        words = wording(article.lang, self.settings.disclosures)
        values = {
            "title": said("offer_title", words, title=article.title),
            "body": f"{said('offer_body', words)}\n\n{article.url}\n\n",
            "article": article.id,
        }
        line_end = "\r\n" if self.settings.offer.startswith("mailto:") else "\n"
        encoded = {name: quote(value.replace("\n", line_end), safe="") for name, value in values.items()}
        return PLACE.sub(lambda place: encoded[place[1]], self.settings.offer)
