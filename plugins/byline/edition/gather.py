"""From manuscripts and registries to one edition, with every fault that shows only when texts stand side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from ..build import Build
from ..manuscript import Manuscript
from ..model import Article, Author, Category, Edition, Finding, PlainPage, Record, Series, State, Tag, reading_time
from ..registry import Registry, find_author, nearest_author
from ..related import related
from ..settings import nearest
from ..typography import typeset, typeset_text
from ..urls import DEVICES, RESERVED, topic_slug
from . import naming
from .moved import moved_without_id
from .rivals import rivals

Topic = TypeVar("Topic", Category, Tag, Series)


@dataclass(frozen=True)
class _Names:
    """The one spelling of each category and tag: the most frequent among the texts that are printed."""

    categories: dict[str, str]
    tags: dict[str, str]


def gather(build: Build) -> None:
    """Fill `build.edition`, `build.records` and `build.tally`; append findings.

    In production, drafts and scheduled articles are counted and then dropped here, before anything can know of them.
    A text with an error is dropped too: the build will not be committed, and the others can still be checked.
    """
    states = {m.path: _state(m, build) for m in (*build.shelf.articles, *build.shelf.pages)}
    build.tally = dict(Counter(states[m.path] for m in build.shelf.articles))
    kept = [m for m in build.shelf.articles if not _kept_back(states[m.path], build)]
    names = _Names(_spellings(m.fields.category for m in kept), _spellings(t for m in kept for t in m.fields.tags))
    articles = [_article(m, states[m.path], names, build) for m in build.shelf.articles]
    pages = [_page(m, states[m.path], build) for m in build.shelf.pages]
    build.findings += [*rivals([*articles, *pages]), *_unknown(build), *_spelled_twice(kept, names)]
    if build.since:
        build.findings += moved_without_id(build.shelf.articles, build.since, build.site.lang)
    faulty = {finding.path for finding in build.findings if finding.severity == "error"}
    printed = [a for a in articles if not _kept_back(a.state, build) and a.source not in faulty]
    printed.sort(key=lambda a: a.id)
    printed.sort(key=lambda a: a.date, reverse=True)
    authors = tuple(build.registry.authors[key] for key in sorted(build.registry.authors))
    campaigns = tuple(build.registry.campaigns[key] for key in sorted(build.registry.campaigns))
    shown = tuple(p for p in pages if not _kept_back(p.state, build) and p.source not in faulty)
    build.edition = Edition(build.site, tuple(printed), authors, shown, campaigns)
    build.related = {} if build.run.checking else related(build.edition, build.ledger)
    build.records = {record.source: record for record in build.edition.records}
    if build.since:
        records: list[Record] = [*articles, *pages]
        build.after = {one.source: one for one in records if one.source in build.since.paths}


def record_of(m: Manuscript, build: Build, names: _Names | None = None) -> Record:
    """What a manuscript says, whatever its state; without names its topics are spelled as it spells them."""
    state = _state(m, build)
    return _page(m, state, build) if m.kind == "page" else _article(m, state, names or _Names({}, {}), build)


def _kept_back(state: State, build: Build) -> bool:
    return build.production and state in ("draft", "scheduled")


def _state(m: Manuscript, build: Build) -> State:
    if m.kind == "page":
        status: State = m.fields.status
        return status
    zone = ZoneInfo(build.site.timezone)
    expires = naming.in_zone(m.fields.expires, zone) if m.fields.expires else None
    return naming.state_of(m.fields.status, naming.in_zone(m.fields.date, zone), expires, build.now)


def _article(m: Manuscript, state: State, names: _Names, build: Build) -> Article:
    fields, zone, site = m.fields, ZoneInfo(build.site.timezone), build.site
    lang, slug = naming.language(m, site.lang), naming.slug_of(m)
    article_id = naming.id_of(m, lang, site.lang)
    category = _category(fields.category, names, build.registry)
    authors = tuple(build.registry.speaking(author, lang) for author in _signers(m, build.registry))
    date = naming.in_zone(fields.date, zone)
    spelled = {
        "slug": slug,
        "lang": lang,
        "date": date,
        "id": article_id,
        "category": category.slug if category else "",
        "author": authors[0].id if authors else "",
    }
    address, save_as = build.addresses.article(**spelled)
    build.claims[address] = m.path
    if state in ("draft", "scheduled"):
        address, save_as = build.addresses.draft(**spelled)
    return Article(
        id=article_id,
        title=typeset(fields.title, lang),
        slug=slug,
        lang=lang,
        translation=naming.translation_of(m),
        date=date,
        authors=authors,
        state=state,
        address=address,
        save_as=save_as,
        url=site.canonical(address),
        source=m.path,
        modified=_past(fields.modified, build),
        body=typeset_text(m.text, lang),
        minutes=reading_time(m.text.words),
        summary=typeset_text(m.summary, lang),
        category=category,
        tags=_tags(fields.tags, names),
        series=_one(Series, topic_slug(fields.series), fields.series) if fields.series else None,
        expires=naming.in_zone(fields.expires, zone) if fields.expires else None,
        **{name: getattr(fields, name) for name in AS_WRITTEN},
    )


def _past(moment: datetime | None, build: Build) -> datetime | None:
    """When a text was last changed, unless that is yet to come: feeds and sitemaps tell what has happened."""
    found = naming.in_zone(moment, ZoneInfo(build.site.timezone)) if moment else None
    return found if found and found <= build.now else None


AS_WRITTEN = (
    *("hold", "image", "image_alt", "card", "campaign", "hashtags", "share", "aliases", "canonical"),
    *("discussions", "needs", "reader", "reviewed_by", "helped_by", "remix_of", "license", "extra"),
)


def _page(m: Manuscript, state: State, build: Build) -> PlainPage:
    lang, slug = naming.language(m, build.site.lang), naming.slug_of(m)
    where = build.addresses.draft_page if state == "draft" else build.addresses.page
    address, save_as = where(slug=slug, lang=lang)
    zone = ZoneInfo(build.site.timezone)
    return PlainPage(
        title=typeset(m.fields.title, lang),
        slug=slug,
        lang=lang,
        translation=naming.translation_of(m),
        state=state,
        address=address,
        save_as=save_as,
        url=build.site.canonical(address),
        source=m.path,
        body=typeset_text(m.text, lang),
        summary=typeset_text(m.summary, lang),
        modified=naming.in_zone(m.fields.modified, zone) if m.fields.modified else None,
        aliases=m.fields.aliases,
        extra=m.fields.extra,
    )


# --- names ------------------------------------------------------------------------------------------------------------


def _signers(m: Manuscript, registry: Registry) -> tuple[Author, ...]:
    """Those whom the registry knows, in signing order, each once."""
    found = (find_author(registry, written) for written in m.fields.authors)
    return tuple({author.id: author for author in found if author}.values())


def _category(written: str, names: _Names, registry: Registry) -> Category | None:
    if not written:
        return None
    known = registry.category(written)
    slug = topic_slug(written)
    return known or _one(Category, slug, names.categories.get(slug, written))


@lru_cache(maxsize=1 << 14)
def _one(kind: Callable[[str, str], Topic], slug: str, name: str) -> Topic:
    """One object for all articles, so that it is looked at once."""
    return kind(slug, name)


def _tags(written: Iterable[str], names: _Names) -> tuple[Tag, ...]:
    found = {slug: _one(Tag, slug, names.tags.get(slug, tag)) for tag in written if (slug := topic_slug(tag))}
    return tuple(found.values())


def _spellings(written: Iterable[str]) -> dict[str, str]:
    """For each slug its most frequent spelling; of two, the first in the alphabet."""
    counted: dict[str, dict[str, int]] = {}
    for name, number in Counter(filter(None, written)).items():
        counted.setdefault(topic_slug(name), {})[name] = number
    return {slug: min(names, key=lambda name: (-names[name], name)) for slug, names in counted.items()}


# --- faults -----------------------------------------------------------------------------------------------------------


def _spelled_twice(kept: Iterable[Manuscript], names: _Names) -> Iterable[Finding]:
    for m in kept:
        for tag in m.fields.tags:
            if (one := names.tags[topic_slug(tag)]) != tag:
                yield Finding(m.path, m.line("tags"), "two-spellings", f"'{tag}' is shown as '{one}'", "advice")
        if (category := m.fields.category) and (one := names.categories[topic_slug(category)]) != category:
            yield Finding(m.path, m.line("category"), "two-spellings", f"'{category}' is shown as '{one}'", "advice")


def _unknown(build: Build) -> Iterable[Finding]:
    """Names in front matter that no registry knows."""
    for m in build.shelf.articles:
        for written in m.fields.authors:
            if not find_author(build.registry, written):
                meant = nearest_author(build.registry, written)
                hint = f"Did you mean '{meant}'?" if meant else "Authors are files in content/authors/."
                yield Finding(m.path, m.line("authors"), "unknown-author", f"no author '{written}'.", "error", hint)
        if m.fields.campaign and m.fields.campaign not in build.registry.campaigns:
            meant = nearest(m.fields.campaign, build.registry.campaigns)
            hint = f"Did you mean '{meant}'?" if meant else ""
            yield Finding(
                m.path, m.line("campaign"), "unknown-campaign", f"no campaign '{m.fields.campaign}'", "warning", hint
            )
        if m.fields.category and build.registry.categories and not build.registry.category(m.fields.category):
            meant = nearest(m.fields.category, build.registry.categories)
            hint = f"Did you mean '{meant}'?" if meant else ""
            message = f"'{m.fields.category}' is not in categories.toml"
            yield Finding(m.path, m.line("category"), "unknown-category", message, "warning", hint)
        if m.fields.id in DEVICES:
            yield Finding(
                m.path, m.line("id"), "bad-id", f"'{m.fields.id}' is a reserved name", "error", "Write another."
            )
    for m in (*build.shelf.articles, *build.shelf.pages):
        if m.fields.modified and not _past(m.fields.modified, build):
            message = "'modified' is yet to come, so it is not told"
            yield Finding(m.path, m.line("modified"), "future-modified", message, "warning")
        slug = naming.slug_of(m)
        if not slug:
            yield Finding(m.path, 1, "bad-slug", "no slug can be made of the file's name", "error", "Write a `slug:`.")
        elif slug in RESERVED and not m.fields.slug:
            yield Finding(m.path, 1, "reserved-slug", f"'{slug}' is a reserved name", "error", "Write another `slug:`.")
