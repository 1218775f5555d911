"""From page values to bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, TemplateError

from ..build import Build
from ..model import Page, Picture
from ..paths import picture_path
from ..policy import PAGE_POLICY
from ..settings import SettingsError
from ..words import Words
from .as_preview import BAR, as_preview
from .classic import Classic
from .frame import Ways, footer, other_languages, report_address
from .structured import structured_data
from .theme import Theme
from .theme_settings import ThemeSettings

FEED_TYPES = {
    "feed.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}


class Renderer:
    """Renders the pages of one build with one theme."""

    def __init__(self, build: Build, theme: Theme, context: Mapping[str, Any]) -> None:
        self.build, self.theme, self.edition = build, theme, build.edition
        self._environments: dict[str, tuple[Environment, Words]] = {}
        self._footers: dict[str, Ways] = {}
        self._classic = Classic(build, context) if theme.classic else None

    def prints(self, page: Page) -> bool:
        """Whether this theme has a template for a kind of page: a classic one knows only Pelican's kinds."""
        return (
            page.kind == "foreign" or page.kind in self.theme.kinds or bool(self._classic and self._classic.knows(page))
        )

    def render(self, page: Page) -> bytes:
        """The page as UTF-8; raises `SettingsError` that names template and page when the theme is at fault."""
        try:
            text = self._text(page)
            return (text if page.internal or not self.build.run.preview else self._as_preview(page, text)).encode()
        except (TemplateError, TypeError, KeyError, AttributeError) as error:
            line = getattr(error, "lineno", "")
            raise SettingsError(
                f"theme {self.theme.folder.name}: {page.kind} {page.address}: {error} {line}".rstrip()
            ) from error

    def _as_preview(self, page: Page, text: str) -> str:
        """The page as a preview shows it, whichever theme it comes from."""
        environment, words = self._environment(page.lang)
        bar = environment.get_template(BAR).render(label=self.build.run.preview, lang=words.lang)
        return as_preview(text, bar, page, self.build.site)

    def _text(self, page: Page) -> str:
        if page.kind == "foreign":
            return str(page.values["template"].render(page.values["context"]))
        if self._classic and self._classic.knows(page):
            return self._classic.render(page)
        if page.kind not in self.theme.kinds:
            raise SettingsError(f"theme {self.theme.folder.name}: pages.toml has no [{page.kind}]")
        kind = self.theme.kinds[page.kind]
        environment, words = self._environment(page.lang)
        known = {**self._shared(page, words), **page.values}
        missing = [name for name in kind.sees if name not in known]
        if missing:
            raise SettingsError(f"theme {self.theme.folder.name}: [{page.kind}] cannot see {', '.join(missing)}")
        return environment.get_template(kind.template).render({name: known[name] for name in kind.sees})

    def _environment(self, lang: str) -> tuple[Environment, Words]:
        if lang not in self._environments:
            self._environments[lang] = self.theme.environment(lang, self.build.site)
        return self._environments[lang]

    def _shared(self, page: Page, words: Words) -> dict[str, Any]:
        """What any template may ask for."""
        nav = self._nav(page.lang)
        settings = self.build.setting(ThemeSettings)
        return {
            "site": self.build.site,
            "brand": self.build.brand,
            "page": page,
            "paths": self.build.addresses,
            "interface_lang": words.lang,
            "nav": nav,
            "feeds": self._feeds(page),
            "same_names": self.edition.same_names,
            "portraits": self.build.portraits,
            "covers": self._covers(page),
            "icons": self.build.icons,
            "structured": structured_data(self.build, page, dict(nav), words.translations.gettext),
            "languages": other_languages(page, self.edition, self.build.addresses),
            "footer": self._footer(page.lang),
            "report": report_address(settings.report, page, self.build.content.name, self.build.site),
            "newsletter": settings.newsletter,
            "clean_address": settings.clean_address,
            "policy": PAGE_POLICY if settings.policy_meta else "",
            "preview": settings.policy_meta and not self.build.production,
        }

    def _covers(self, page: Page) -> dict[str, Picture]:
        """The pictures of the articles that a page lists, by the articles' sources."""
        listed = [a for a in page.values.get("articles", ()) if a.image]
        found = {a.source: self.build.pictures.get(picture_path(a.image, a.source) or "") for a in listed}
        return {source: picture for source, picture in found.items() if picture}

    def _nav(self, lang: str) -> tuple[tuple[str, str], ...]:
        top: Callable[[str], str] = lambda name: self.build.addresses.top(name, self._listed(lang))  # noqa: E731
        names = ("archive", "authors", "categories", "tags", "search", "subscribe")
        return (("home", top("")), *((name, top(name)) for name in names))

    def _feeds(self, page: Page) -> tuple[tuple[str, str, str], ...]:
        """Feeds to find on this page: its own, then those of its language, as (title, media type, address)."""
        if self.build.run.preview:  # nobody is to follow what is only shown
            return ()
        site, prefix = self.build.site, f"/{self._listed(page.lang).lower()}"
        own = page.values.get("feed")
        found = [(site.name, kind, f"{prefix}/{name}") for name, kind in FEED_TYPES.items()]
        return ((site.name, FEED_TYPES["feed.xml"], own), *found) if own else tuple(found)

    def _footer(self, lang: str) -> Ways:
        """What the footer leads to, in a language; made once, of the pages that this theme prints."""
        listed = self._listed(lang)
        if listed not in self._footers:
            self._footers[listed] = footer(filter(self.prints, self.build.pages), listed)
        return self._footers[listed]

    def _listed(self, lang: str) -> str:
        """The language itself when it has lists, else the site's."""
        return lang if lang in self.edition.langs else self.build.site.lang
