"""What the hub shows, as values: items to share, ways to find them, and everything around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from ..build import Build
from ..channels import Channel
from ..model import Article, Author, BadgeRule, Campaign, Category, Edition, Event, Programme, Recognition, Thanks
from ..proposing import Proposal, held, proposals, shareable
from ..schema import NEEDS
from .settings import HubSettings

USED = ("page", "copy")  # how a channel takes a text; codes and the device's own sharing stand beside them


@dataclass(frozen=True)
class Item:
    """An article that can be shared; `why` it is proposed now, empty when it is only offered."""

    article: Article
    why: str = ""

    @property
    def page(self) -> str:
        """Its kit, from the folder of a language."""
        return f"articles/{self.article.id}.html"

    @property
    def digest(self) -> tuple[object, ...]:
        """What lists show of it: they do not change when its text does."""
        article = self.article
        names = [author.name for author in article.authors]
        about = (article.id, article.title, article.lang, article.date, article.state, article.source, article.url)
        return (*about, names, self.why)


@dataclass(frozen=True)
class Way:
    """One way to look for something to share: a page of its own. `kind`: language, category, channel or need."""

    kind: str
    value: str
    label: str
    count: int

    @property
    def page(self) -> str:
        """Its page, from the folder of a language."""
        return f"{self.kind}-{self.value.lower()}.html"


@dataclass(frozen=True)
class Shelf:
    """Everything of one hub, before it is said in a language. `most` articles can be looked through."""

    edition: Edition
    programme: Programme
    channels: Mapping[str, Channel]
    today: date
    most: int = 200
    recognition: Recognition = field(default_factory=Recognition)

    @cached_property
    def proposed(self) -> tuple[Proposal, ...]:
        """What to share now."""
        return proposals(self.edition, self.programme, self.today)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What can be shared: what is proposed, then the newest others."""
        now = tuple(Item(one.article, one.why) for one in self.proposed)
        known = {item.article.source for item in now}
        others = (Item(a) for a in shareable(self.edition, self.programme) if a.source not in known)
        return (*now, *list(others)[: max(0, self.most - len(now))])

    def now(self, why: str) -> tuple[Item, ...]:
        """What to share now for one reason."""
        return tuple(item for item in self.items if item.why == why)

    def ways(self, lang: str) -> dict[Way, tuple[Item, ...]]:
        """Every way to look through the items that leads to one, said in a language."""
        kinds: list[tuple[str, str, str, Callable[[Article], bool]]] = [
            *(("need", need, need, partial(_answers, need)) for need in NEEDS),
            *(("category", one.slug, one.named(lang), partial(_is_about, one)) for one in self.edition.categories),
            *(("language", one, one, partial(_is_in, one)) for one in self.edition.langs),
            *(("channel", id, one.label, _any) for id, one in self.channels.items() if one.how in USED),
        ]
        found = {}
        for kind, value, label, takes in kinds:
            if items := tuple(item for item in self.items if takes(item.article)):
                found[Way(kind, value, label, len(items))] = items
        return found

    @cached_property
    def stopped(self) -> tuple[tuple[Article, str], ...]:
        """Published articles that somebody holds back, with the reason; not those that a stop of everything covers."""
        if self.programme.hold:
            return ()
        found = ((a, held(a, self.edition, self.programme)) for a in self.edition.published)
        return tuple((article, why) for article, why in found if why)

    @cached_property
    def campaigns(self) -> tuple[Campaign, ...]:
        """Those that run, the next to end first; then those to come; then those of the last year that are over."""
        by_end = sorted(self.edition.campaigns, key=lambda one: (one.ends, one.id))
        running = [one for one in by_end if one.runs(self.today)]
        coming = sorted((one for one in by_end if one.starts > self.today), key=lambda one: (one.starts, one.id))
        over = [one for one in reversed(by_end) if one.ends < self.today and (self.today - one.ends).days <= 366]
        return (*running, *coming, *over)

    def items_of(self, campaign: Campaign) -> tuple[Item, ...]:
        """What can be shared of a campaign."""
        return tuple(item for item in self.items if item.article.campaign == campaign.id)

    @cached_property
    def helpers(self) -> tuple[Author, ...]:
        """Colleagues who agreed to a public profile and say what one may ask them, by name."""
        found = (one for one in self.edition.authors if one.agreed and one.helps_with and one.status == "active")
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Those that are not over."""
        return tuple(one for one in self.programme.events if one.ends.date() >= self.today)

    @cached_property
    def thanks(self) -> tuple[Thanks, ...]:
        """Notes whose recipients agreed that colleagues read them, the newest first."""
        shown = (one for one in self.programme.thanks if one.agreed and one.agreed <= self.today)
        return tuple(sorted(shown, key=lambda one: (one.day, one.id), reverse=True))

    @cached_property
    def drafts(self) -> tuple[Article, ...]:
        """Articles that are being written, or that wait for their day."""
        return tuple(a for a in self.edition.articles if a.state in ("draft", "scheduled"))

    @cached_property
    def badges(self) -> tuple[tuple[BadgeRule, tuple[str, ...]], ...]:
        """Every badge, with the names of those who earned it and chose that colleagues see theirs, in their order."""
        known = self.recognition
        seen = {id: {badge.rule.id for badge in known.earned.get(id, ())} for id in known.shown}
        return tuple(
            (rule, tuple(sorted((self.name_of(id) for id in seen if rule.id in seen[id]), key=str.casefold)))
            for rule in known.rules
        )

    def name_of(self, id: str) -> str:
        """How colleagues call a person: a registered author, an ambassador, else whoever is named."""
        return self._names.get(id, id)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {
            **{id: one.name for id, one in self.programme.people.items()},
            **{one.id: one.name for one in self.edition.authors},
        }

    def named_items(self, ids: Iterable[str]) -> tuple[Item, ...]:
        """The items that a list of article ids means: by id, or by the name that all its versions share."""
        wanted = list(ids)
        found = (item for item in self.items if {item.article.id, item.article.translation} & set(wanted))
        return tuple(sorted(found, key=lambda item: item.article.date, reverse=True))


def _answers(need: str, article: Article) -> bool:
    return need in article.needs


def _is_about(category: Category, article: Article) -> bool:
    return article.category is not None and article.category.slug == category.slug


def _is_in(lang: str, article: Article) -> bool:
    return article.lang == lang


def _any(_article: Article) -> bool:
    return True


def shelf_of(build: Build) -> Shelf:
    """The shelf of one build."""
    offered = build.setting(HubSettings).offered
    return Shelf(build.edition, build.programme, build.channels, build.now.date(), offered)
