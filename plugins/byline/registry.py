"""Registries: authors, categories and campaigns, as files of the content folder say them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from .authors import read_authors
from .languages import canonical_lang
from .manuscript import Shelf
from .model import Author, Campaign, Category, Finding
from .schema import CategoryFields, SiteFields
from .settings import nearest
from .sources import walk
from .tables import placed
from .toml_file import TomlFile, read_toml
from .typography import typeset
from .urls import RESERVED, SLUG, topic_slug
from .validation import fields_of

CATEGORIES = "categories.toml"


@dataclass(frozen=True)
class Registry:
    """Who may sign, and what articles may belong to: authors and campaigns by id, categories by slug."""

    authors: Mapping[str, Author] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @cached_property
    def _spoken(self) -> dict[tuple[str, str], Author]:
        return {}

    def speaking(self, author: Author, lang: str) -> Author:
        """An author of the registry with what they say of themselves in a language; the same object for all texts."""
        key = (author.id, lang)
        if key not in self._spoken:
            self._spoken[key] = author.speaking(lang)
        return self._spoken[key]

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[Author]]:
        """Authors by name: all who have it."""
        found: dict[str, list[Author]] = {}
        for author in self.authors.values():
            found.setdefault(author.name, []).append(author)
        return found

    def category(self, written: str) -> Category | None:
        """The registered category that an article names: by its slug, or by its name in any language."""
        if known := self.categories.get(topic_slug(written)):
            return known
        called = written.casefold()
        by_name = (c for c in self.categories.values() if called in {n.casefold() for n in (c.name, *c.names.values())})
        return next(by_name, None)


def read_registry(content: Path, shelf: Shelf, today: date, lang: str) -> Registry:
    """Everything that is registered. `lang` is the site's language: the one of `<id>.md` and of unnamed descriptions.

    `today` decides whose consent holds. Never raises for what people wrote.
    """
    paths = shelf.paths or tuple(walk(content).paths)
    findings: list[Finding] = []
    authors = read_authors(shelf.authors, set(paths), today, lang, findings)
    categories = _categories(content, lang, findings) if CATEGORIES in paths else {}
    campaigns = _campaigns(content, paths, lang, findings)
    return Registry(authors, categories, campaigns, tuple(sorted(set(findings))))


def _campaigns(content: Path, paths: Sequence[str], lang: str, findings: list[Finding]) -> dict[str, Campaign]:
    if not any(path.startswith("campaigns/") for path in paths):
        return {}
    from .campaigns import read_campaigns  # with the shapes of their files, which who has none need not wait for

    return read_campaigns(content, paths, lang, findings)


def find_author(registry: Registry, name_or_id: str) -> Author | None:
    """The author with this id, else the only one registered under exactly this name."""
    if known := registry.authors.get(name_or_id):
        return known
    called = registry.by_name.get(unicodedata.normalize("NFC", name_or_id), ())
    return called[0] if len(called) == 1 else None


def nearest_author(registry: Registry, word: str) -> str:
    """The id that somebody probably meant, or nothing; of two people with one name, the first id."""
    by_name = {registry.authors[key].name.casefold(): key for key in sorted(registry.authors, reverse=True)}
    called = nearest(word.casefold(), by_name)
    return nearest(word.lower(), registry.authors) or by_name.get(called, "")


def read_site_fields(content: Path) -> tuple[SiteFields, list[Finding]]:
    """What `site.toml` says, if it is there."""
    path = "site.toml"
    if not (content / path).is_file() or (content / path).is_symlink():
        return SiteFields(), []
    file, findings = read_toml(content, path)
    if file is None:
        return SiteFields(), findings
    fields, remarks = fields_of(SiteFields, file.values, file.lines)
    return fields or SiteFields(), placed(path, remarks)


# --- categories -------------------------------------------------------------------------------------------------------


def _categories(content: Path, lang: str, findings: list[Finding]) -> dict[str, Category]:
    file, faults = read_toml(content, CATEGORIES)
    findings += faults
    if file is None:
        return {}
    found = (_category(slug, file, lang, findings) for slug in sorted(file.values))
    return {category.slug: category for category in found if category}


def _category(slug: str, file: TomlFile, lang: str, findings: list[Finding]) -> Category | None:
    """One table, with a table for each language in it."""
    if fault := _no_category(slug, file):
        findings.append(fault)
        return None
    table: Mapping[str, object] = file.values[slug]  # type: ignore[assignment]
    own = {key: value for key, value in table.items() if not isinstance(value, dict)}
    fields = _words(own, file.lines_of(slug), findings)
    names: dict[str, str] = {}
    descriptions = {lang: typeset(fields.description, lang)} if fields.description else {}
    for tag, version in table.items():
        if not isinstance(version, dict):
            continue
        words = _words(version, file.lines_of(f"{slug}.{tag}"), findings, demanded=())
        known = _language(f"{slug}.{tag}", file, findings)
        names |= {known: words.name} if words.name else {}
        descriptions |= {known: typeset(words.description, known)} if words.description else {}
    return Category(slug, fields.name or slug, names, descriptions)


def _no_category(slug: str, file: TomlFile) -> Finding | None:
    line = file.lines.get(slug, 1)
    if not isinstance(file.values[slug], dict):
        message = f"'{slug}' stands outside of a category."
        return Finding(CATEGORIES, line, "bad-value", message, "error", "Begin with a line such as [engineering].")
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        message = f"'{slug}' cannot be a slug."
        return Finding(CATEGORIES, line, "bad-slug", message, "error", f"Write [{topic_slug(slug)}].")
    return None


def _language(table: str, file: TomlFile, findings: list[Finding]) -> str:
    tag = table.rpartition(".")[2]
    lang = canonical_lang(tag)
    if not lang:
        line = file.lines.get(table, 1)
        findings.append(
            Finding(CATEGORIES, line, "bad-lang", f"'{tag}' is no language.", "error", "Write fr or pt-BR.")
        )
    return lang


def _words(
    given: Mapping[str, object], lines: Mapping[str, int], findings: list[Finding], demanded: tuple[()] | None = None
) -> CategoryFields:
    fields, remarks = fields_of(CategoryFields, given, lines, demanded)
    findings += placed(CATEGORIES, remarks)
    return fields or CategoryFields()
