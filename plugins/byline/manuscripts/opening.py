"""Opening a build: everything that people wrote, and whose site it is, before anything is made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ..build import Build
from ..changes import changes_since
from ..ledger import Ledger
from ..manuscript import Manuscript, Shelf, read_shelf
from ..model import Brand, Finding, Programme, Site
from ..moment import Moment
from ..registry import read_registry, read_site_fields
from ..run_settings import RunSettings, SiteSettings
from ..schema import SiteFields
from ..settings import SettingsError, typed
from ..urls import Addresses, patterns


def open_build(settings: Mapping[str, Any]) -> Build:
    """Read all manuscripts and registries of `settings["PATH"]`; raises `SettingsError` for what is no one's text."""
    run = typed("BYLINE_RUN", RunSettings, settings.get("BYLINE_RUN", {}))
    given = typed("BYLINE_SITE", SiteSettings, settings.get("BYLINE_SITE", {}))
    content = Path(settings["PATH"])
    since = changes_since(content, run.since) if run.since else None
    ledger, shelf = run.texts() if run.texts else _read(content, run)
    fields, remarks = read_site_fields(content)
    now = Moment.of(run.now or datetime.now(UTC).replace(second=0, microsecond=0))
    site = identify(settings, given, fields, [one for one in shelf.articles if is_live(one, now)], run)
    if given.production:
        _demand_identity(site, given, fields, run)
    now = now.astimezone(ZoneInfo(site.timezone))
    registry = read_registry(content, shelf, now.date(), site.lang)
    programme, private = Programme(), list[Finding]()
    if run.programme:
        from ..programme import read_programme  # with the shapes of all its files

        programme, private = read_programme(run.programme, registry.authors, site, ledger, now.date())
    brand = typed("BYLINE_BRAND", Brand, settings.get("BYLINE_BRAND", {}))
    return Build(
        content=content,
        now=now,
        site=site,
        brand=brand if run.own else replace(brand, name=""),
        ledger=ledger,
        addresses=Addresses(patterns(settings), site.lang),
        run=run,
        production=given.production,
        findings=[*shelf.findings, *remarks, *registry.findings],
        shelf=shelf,
        registry=registry,
        programme=programme,
        programme_findings=private,
        since=since,
    )


def _read(content: Path, run: RunSettings) -> tuple[Ledger, Shelf]:
    ledger = Ledger(run.cache)
    return ledger, read_shelf(content, ledger, trusting=not run.verify)


def is_live(article: Manuscript, now: datetime) -> bool:
    """Whether readers may know of it: what is not published yet decides nothing about the site."""
    date: datetime = article.fields.date
    return bool(article.fields.status != "draft") and (date if date.tzinfo else date.replace(tzinfo=UTC)) <= now


def identify(
    settings: Mapping[str, Any],
    given: SiteSettings,
    fields: SiteFields,
    articles: Sequence[Manuscript],
    run: RunSettings,
) -> Site:
    """Whose site this is: the command, then `site.toml`, then settings (for our own content), then the live texts."""
    content = Path(settings["PATH"])
    home = (fields.siteurl or str(settings["SITEURL"])).rstrip("/")
    url = run.siteurl.rstrip("/") or home
    host = urlsplit(home if run.preview else url).hostname or "localhost"
    folder = content.resolve().parent.name if content.name == "content" else content.name
    lang = settings["DEFAULT_LANG"] if run.own else most_frequent_lang(articles, settings["DEFAULT_LANG"])
    return Site(
        name=fields.name or (settings["SITENAME"] if run.own else folder),
        url=url,
        lang=fields.lang or lang,
        timezone=fields.timezone or (settings["TIMEZONE"] if run.own else "UTC"),
        id_domain=fields.id_domain or (given.id_domain if run.own else "") or host,
        id_year=fields.id_year or (given.id_year if run.own else 0) or _oldest_year(articles),
        organisation=fields.organisation or (given.organisation if run.own else ""),
        home=home if run.preview else "",
    )


def most_frequent_lang(articles: Sequence[Manuscript], default: str) -> str:
    """The language of most articles; one that names none is in the default language."""
    counted = Counter(one.fields.lang or one.lang or default for one in articles)
    return min(counted, key=lambda lang: (-counted[lang], lang), default=default)


def _oldest_year(articles: Sequence[Manuscript]) -> int:
    return min((one.fields.date.year for one in articles), default=2026)


def _demand_identity(site: Site, given: SiteSettings, fields: SiteFields, run: RunSettings) -> None:
    """Refuse to publish under an address or with entry ids that nobody chose."""
    missing = []
    if not (run.siteurl or fields.siteurl) and (urlsplit(site.url).hostname or "localhost") == "localhost":
        missing.append("siteurl: the address of the public site, in content/site.toml or as --siteurl")
    if run.own and not (fields.id_domain or given.id_domain):
        missing.append("id_domain: the domain in permanent entry ids, in content/site.toml")
    if run.own and not (fields.id_year or given.id_year):
        missing.append("id_year: the year in permanent entry ids, in content/site.toml")
    if missing:
        raise SettingsError("\n".join(f"--production needs {line}" for line in missing))
