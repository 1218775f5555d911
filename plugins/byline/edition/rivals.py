"""Two texts that claim the same thing: an address, an id, a place among translations. Each claim has one owner."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Hashable, Iterable, Sequence

from ..model import Article, Finding, PlainPage, Record


def rivals(records: Sequence[Record]) -> Iterable[Finding]:
    """A finding on every file of each group that shares an id, a slug in one language, or an address."""
    articles: list[Record] = [record for record in records if isinstance(record, Article)]
    pages: list[Record] = [record for record in records if isinstance(record, PlainPage)]
    seen: set[str] = set()
    for kind in (articles, pages):
        yield from _shared(kind, lambda r: (r.lang, r.slug), "duplicate-slug", _same_slug, seen)
    yield from _shared(records, _place, "duplicate-address", _same_address, seen)
    yield from _shared(articles, _id, "duplicate-id", _same_id, seen)
    for kind in (articles, pages):
        yield from _shared(kind, lambda r: (r.lang, r.translation), "duplicate-translation", _same_version, seen)


def _id(record: Record) -> str:
    return record.id if isinstance(record, Article) else ""


def _place(record: Record) -> str:
    """Where its file goes, as a file system that ignores case and composition sees it."""
    return unicodedata.normalize("NFC", record.save_as.casefold())


def _shared(
    records: Sequence[Record],
    claim: Callable[[Record], Hashable],
    name: str,
    say: Callable[[Record, str], str],
    seen: set[str],
) -> Iterable[Finding]:
    """`seen` holds files already named: one fault is told once, by its first name."""
    groups: dict[Hashable, list[Record]] = {}
    for record in records:
        groups.setdefault(claim(record), []).append(record)
    for group in groups.values():
        if len(group) > 1 and not all(record.source in seen for record in group):
            seen.update(record.source for record in group)
            for record in group:
                others = ", ".join(sorted(r.source for r in group if r is not record))
                key = {"duplicate-slug": "slug", "duplicate-id": "id"}.get(name, "translation")
                hint = f"Give one of them its own `{key}:`."
                yield Finding(record.source, 1, name, say(record, others), "error", hint)


def _same_slug(record: Record, others: str) -> str:
    return f"the slug '{record.slug}' ({record.lang}) is also claimed by {others}"


def _same_address(record: Record, others: str) -> str:
    return f"the address {record.address} is also claimed by {others}"


def _same_id(record: Record, others: str) -> str:
    return f"the id '{_id(record)}' is also claimed by {others}"


def _same_version(record: Record, others: str) -> str:
    return f"{record.lang} of '{record.translation}' is also claimed by {others}: one place among its translations"
