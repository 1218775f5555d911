"""What people did for the programme, as credits, programme files and attributed visits say it; never as git says it.

Who did nothing stands nowhere: there is no activity without an act. What a signature shows, anybody can count on the
site; the other kinds are behaviour, which only the person sees, or colleagues in sums and by `opt_in.statistics`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from .build import Build
from .model import Act, Article, Edition, Programme


@dataclass(frozen=True)
class Activity:
    """One act of one person, by its id. `article` is an id, `category` a slug; empty where the act has none.

    article      signed an article
    translation  signed a version of it in another language, without having signed the article itself; where nobody
                 else did it, whoever signs both
    remix        signed an article that takes another one further
    review       is credited with having read it before (`reviewed_by`); never of an own text
    help         is credited with having helped with it (`helped_by`); never with an own text
    text         gave colleagues words to share (`programme/texts/`), on the day on which they were accepted
    idea         proposed an article (`programme/ideas/`)
    share        is measured, and somebody came by their link: once for each link, on the day of the first visit
    """

    person: str
    kind: Act
    day: date
    article: str = ""
    category: str = ""
    lang: str = ""


class Arrivals(Protocol):
    """What is needed of a visit; `content` is the `utm_content` of its link."""

    @property
    def day(self) -> date: ...
    @property
    def article(self) -> str: ...
    @property
    def content(self) -> str: ...
    @property
    def visits(self) -> int | None: ...


class Owner(Protocol):
    """Whose link a token stands in."""

    @property
    def person(self) -> str: ...


def activities(
    build: Build, visits: Iterable[Arrivals] = (), whose: Mapping[str, Owner] | None = None
) -> tuple[Activity, ...]:
    """Everything that is credited up to the day of the build, by day, then person.

    Behaviour is counted only where the company agreed on it (`governance.toml`, purpose `statistics`). `whose` says to
    whom the tokens of visits belong: those of measured people alone, so that nobody else has shares.
    """
    ledger = _Credits(build.edition, build.programme)
    today = build.now.date()
    found = {*ledger.signed(), *ledger.shared(visits, whose or {})}
    if build.programme.governance.allows("statistics"):
        found |= {*ledger.credited(), *ledger.offered()}
    return tuple(sorted((one for one in found if one.day <= today), key=_order))


def _order(one: Activity) -> tuple[date, str, str, str, str]:
    return (one.day, one.person, one.kind, one.article, one.lang)


@dataclass(frozen=True)
class _Credits:
    """Who is credited with what, in one edition and programme."""

    edition: Edition
    programme: Programme

    def signed(self) -> Iterator[Activity]:
        """What the signatures of published articles say."""
        for article in self.edition.published:
            first = min(self.edition.versions(article), key=self._age)
            kind: Act = "translation" if first is not article else "remix" if article.remix_of else "article"
            signers = [author.id for author in article.authors]
            translators = [id for id in signers if id not in {author.id for author in first.authors}]
            for id in translators or signers if kind == "translation" else signers:
                yield _on(article, id, kind)

    def credited(self) -> Iterator[Activity]:
        """What the credits of published articles say of people who did not sign them."""
        for article in self.edition.published:
            signers = {author.id for author in article.authors}
            credits: tuple[tuple[Act, tuple[str, ...]], ...] = (
                ("review", article.reviewed_by),
                ("help", article.helped_by),
            )
            for kind, names in credits:
                yield from (_on(article, id, kind) for id in {*map(self.known, names)} - signers - {""})

    def offered(self) -> Iterator[Activity]:
        """What the programme's files say, as far as they say on which day."""
        articles = {article.id: article for article in self.edition.articles}
        for text in self.programme.texts:
            if (id := self.known(text.by)) and text.day:
                yield _about(articles.get(text.article), text.article, id, "text", text.day)
        for idea in self.programme.ideas:
            if (id := self.known(idea.proposed_by)) and idea.day:
                yield Activity(id, "idea", idea.day, lang=idea.lang)

    def shared(self, visits: Iterable[Arrivals], whose: Mapping[str, Owner]) -> Iterator[Activity]:
        """What attributed visits say: a link that brought somebody was shared."""
        first: dict[tuple[str, str, str], date] = {}
        for one in visits:
            if one.visits and one.content in whose:
                key = (whose[one.content].person, one.content, one.article)
                first[key] = min(first.get(key, one.day), one.day)
        articles = {article.id: article for article in self.edition.articles}
        for (person, _, id), day in first.items():
            yield _about(articles.get(id), id, person, "share", day)

    def known(self, written: str) -> str:
        """The id of the person whom an id or exact name means; empty for somebody unknown, or of a common name."""
        if written in self._ids:
            return written
        name = unicodedata.normalize("NFC", written)
        called = {id for id, known in self._ids.items() if known == name}
        return called.pop() if len(called) == 1 else ""

    @cached_property
    def _ids(self) -> dict[str, str]:
        colleagues = {id: person.name for id, person in self.programme.people.items()}
        return colleagues | {author.id: author.name for author in self.edition.authors}

    def _age(self, article: Article) -> tuple[date, bool, str]:
        """The version that came first; of several on one day, the one in the site's language."""
        return (article.date.date(), article.lang != self.edition.site.lang, article.id)


def _on(article: Article, person: str, kind: Act) -> Activity:
    return _about(article, article.id, person, kind, article.date.date())


def _about(article: Article | None, id: str, person: str, kind: Act, day: date) -> Activity:
    category = article.category.slug if article and article.category else ""
    return Activity(person, kind, day, id, category, article.lang if article else "")
