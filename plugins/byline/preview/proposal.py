"""From a build to the report on what it changes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ..build import Build
from ..changes import Since
from ..findings import ordered, shown_path
from ..model import Article, Author, Change, Finding, Record
from .crops import looks
from .differences import blocks_of, difference
from .report import DETAILED, CardShown, OtherFile, Proposed, Removed, Report, Shared, Signer, Weight, verdict_of
from .snippets import snippet
from .weights import weight

TEXTS = ("articles/", "pages/")
READABLE = ("published", "hidden", "expired")  # states in which readers find something at the address
FOLDER = "preview"
SHOWN = "shown"  # the folder beside the report that holds its pictures


def report_of(build: Build, since: Since, findings: Iterable[Finding], public: Path) -> Report:
    """What is proposed since a base; `public` is the folder of the printed pages, empty when errors stop the build."""
    told = tuple(replace(one, path=shown_path(one, build.content.name)) for one in ordered(findings))
    desk = Desk(build, since, public)
    gone = tuple(removed(desk))
    texts = sorted(filter(_is_text, since.changes), key=lambda change: _order(change, desk))
    return Report(
        **verdict_of(told, sum(not one.leads_to for one in gone)),
        site=build.site.name,
        lang=build.site.lang,
        timezone=build.site.timezone,
        label=build.run.preview,
        home=desk.home,
        base=since.rev,
        head=since.head,
        texts=tuple(proposed(change, desk, detailed=place < DETAILED) for place, change in enumerate(texts)),
        others=tuple(OtherFile(c.kind, c.path, c.was) for c in since.changes if not _is_text(c)),
        removed=gone,
        findings=told,
        gallery=desk.gallery,
    )


@dataclass(frozen=True)
class Desk:
    """What the report is written from: the build, the base, and what follows from both."""

    build: Build
    since: Since
    public: Path

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The public address of each text, on the day on which it is published, by its file."""
        return {source: address for address, source in self.build.claims.items()}

    @cached_property
    def answered(self) -> frozenset[str]:
        """Every address at which readers find a page."""
        pages = self.build.pages
        return frozenset(page.address for page in pages if not page.internal and page.kind != "redirect")

    @property
    def stopped(self) -> bool:
        """Whether errors keep this build from being put in place, so that no page of it can be looked at."""
        return bool(self.build.stopping())

    @property
    def home(self) -> str:
        """Where the preview can be read: its address, or a path from the report to the folder of the site."""
        if self.build.run.preview:
            return self.build.site.url
        public, internal = self.build.run.outputs
        return Path(os.path.relpath(public, internal / FOLDER)).as_posix()

    @property
    def gallery(self) -> str:
        """All cards of the site, from the report; empty where no such page is printed."""
        name = "cards/index.html"
        printed = {file.save_as for file in self.build.files if file.internal}
        return name if f"{FOLDER}/{name}" in printed and not self.stopped else ""

    def page(self, record: Record) -> str:
        """Where a text can be read in this preview; empty where it cannot."""
        if self.stopped or record.source not in self.build.records:
            return ""
        return self.home + (record.address if self.build.run.preview else f"/{record.save_as}")

    def address(self, record: Record | None) -> str:
        """The address at which readers find a text now, or once it is published; empty where they never do."""
        if record is None:
            return ""
        return self.addresses.get(record.source, record.address) if isinstance(record, Article) else record.address

    @cached_property
    def known_signers(self) -> frozenset[str]:
        """Those who have signed something before."""
        new = {change.path for change in self.since.changes if change.kind == "added"}
        signed = (*(a for a in self.build.edition.articles if a.source not in new), *self.build.before.values())
        return frozenset(author.id for record in signed for author in getattr(record, "authors", ()))


def _is_text(change: Change) -> bool:
    return (change.path or change.was).startswith(TEXTS) and (change.path or change.was).endswith(".md")


def _order(change: Change, desk: Desk) -> tuple[bool, bool, str]:
    """Articles before pages, what stays before what goes, then by path."""
    return not (change.path or change.was).startswith("articles/"), not change.path, change.path or change.was


def proposed(change: Change, desk: Desk, detailed: bool) -> Proposed:
    """One text that is new, different or gone."""
    now, was = desk.build.after.get(change.path), desk.build.before.get(change.was)
    record = now or was
    if record is None:  # it has no front matter to tell more; a finding says so
        path = change.path or change.was
        return Proposed(change.kind, "article", change.path, change.was, path, desk.build.site.lang, "draft")
    article = record if isinstance(record, Article) else None
    old = was.address if was and was.state in READABLE else ""
    address = desk.address(now)
    told = Proposed(
        kind=change.kind,
        what="article" if article else "page",
        path=change.path,
        was=change.was,
        title=record.title,
        lang=record.lang,
        state=record.state,
        date=article.date if article else None,
        live=bool(old),
        signers=tuple(_signer(author, record, desk) for author in article.authors) if article else (),
        words=record.body.words,
        minutes=article.minutes if article else 0,
        page=desk.page(now) if now else "",
        address=address,
        old_address=old if old != address else "",
        redirected=old in desk.build.redirects,
    )
    return _detailed(told, now, was, desk) if now and detailed else told


def _signer(author: Author, article: Record, desk: Desk) -> Signer:
    shown = desk.build.evidence.get(article.source, {}).get(author.id)
    return Signer(author.id, author.name, shown.degree if shown else "", author.id not in desk.known_signers)


def _detailed(told: Proposed, now: Record, was: Record | None, desk: Desk) -> Proposed:
    return replace(
        told,
        card=_card(now, desk),
        search=snippet(now),
        texts=tuple(_shared(now, desk)),
        difference=difference(_told(was), _told(now)) if was else (),
        weight=_weight(now, desk),
    )


def _shared(record: Record, desk: Desk) -> Iterator[Shared]:
    """The texts that follow from the article alone: its author's, and for each other channel the first that rules make.

    Colleagues' words are in the programme, and stay there.
    """
    texts = [one for one in desk.build.share_texts.get(record.source, ()) if one.origin != "colleague"]
    seen = {one.channel for one in texts if one.own}
    for one in texts:
        if one.own or one.channel not in seen:
            seen.add(one.channel)
            yield Shared(one.channel, one.label, one.text, one.length, one.limit, one.own)


def _told(record: Record) -> list[str]:
    """What readers read of a text, block by block."""
    return [record.title, *filter(None, [record.summary.plain]), *blocks_of(record.body.html)]


def _card(record: Record, desk: Desk) -> CardShown | None:
    card = desk.build.cards.get(record.source)
    if not card:
        return None
    url = desk.build.site.absolute(card.address) if desk.build.run.preview and not desk.stopped else ""
    file = f"{SHOWN}/{card.address.rpartition('/')[2]}"
    return CardShown(file, url, card.alt, card.width, card.height, looks(card.width, card.height))


def _weight(record: Record, desk: Desk) -> Weight | None:
    """Known once the page is printed."""
    file = desk.public / record.save_as
    return weight(file.read_bytes(), desk.public, desk.build.site.base) if file.is_file() else None


def removed(desk: Desk) -> Iterator[Removed]:
    """Pages that readers found at the base and find no longer, by address."""
    gone = {address for record in desk.build.before.values() for address in _pages_of(record, desk)}
    for change in desk.since.changes:
        if change.was.startswith("authors/") and not change.path:
            gone.add(desk.build.addresses.author(Path(change.was).name.split(".")[0], desk.build.site.lang))
    for address in sorted(gone - desk.answered):
        yield Removed(address, desk.build.redirects.get(address, ""))


def _pages_of(record: Record, desk: Desk) -> Iterator[str]:
    """Its own page and, for an article that lists show, those of its category, tags and series."""
    if record.state not in READABLE:
        return
    yield record.address
    if isinstance(record, Article) and record.state == "published":
        at = desk.build.addresses
        yield from (at.tag(tag.slug, record.lang) for tag in record.tags)
        if record.category:
            yield at.category(record.category.slug, record.lang)
        if record.series:
            yield at.series(record.series.slug, record.lang)
