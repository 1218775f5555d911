"""From page values to bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import wraps
from typing import Any, TypeVar

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from ..build import Build
from ..ledger import versions
from ..model import Late, Page, Picture, made
from ..paths import picture_path
from ..policy import PAGE_POLICY
from ..settings import SettingsError
from ..words import Words
from .as_preview import BAR, as_preview
from .classic import TEMPLATES, Classic
from .frame import Ways, footer, other_languages, report_address
from .kinds import Kind
from .structured import structured_data
from .theme import Theme
from .theme_settings import ThemeSettings
from .verify import private_strings

T = TypeVar("T")

FEED_TYPES = {
    "feed.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}


def cached_method(method: Callable[..., T]) -> Callable[..., T]:
    """A method whose value for the same arguments is made once in the life of its object."""
    name = f"_made_{method.__name__}"

    @wraps(method)
    def kept(self: object, *given: str) -> T:
        values: dict[tuple[str, ...], T] = self.__dict__.setdefault(name, {})
        if given not in values:
            values[given] = method(self, *given)
        return values[given]

    return kept


def _face(page: Page) -> tuple[Any, ...]:
    """What a template may know of a page itself; what it sees besides has names of its own."""
    return (page.kind, page.address, page.save_as, page.lang, page.alternates, page.noindex, page.internal)


class Renderer:
    """Renders the pages of one build with one theme."""

    def __init__(self, build: Build, theme: Theme, context: Mapping[str, Any]) -> None:
        self.build, self.theme, self.edition = build, theme, build.edition
        self._environments: dict[str, tuple[Environment, Words]] = {}
        self._classic = Classic(build, context) if theme.classic else None
        self._digests = build.digests
        self._private = [string.decode() for string in private_strings(build)]
        self._base = self._digests.of(versions(), theme.digest, build.site, build.run.preview, self._private)

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

    def fingerprint(self, page: Page) -> str:
        """What tells this page from what it would be with any other input; empty for one that is always printed."""
        if page.kind == "foreign" or self.theme.classic:
            return ""
        kind = self._kind(page)
        # Structured data tells of all values that a page has, so a kind that sees it depends on all of them.
        told = (*self._tells(page), page.values) if "structured" in kind.sees else ()
        around = (() if told else _face(page), *self._around(page).values())
        own = [page.values.get(name) for name in self._own_names(page.kind)] if not told else []
        try:
            frame = self._frame_digest(page.lang, page.kind)
            return self._digests.of(self._base, kind.template, frame, around, told, own)
        except TypeError:  # a value that nobody can tell apart from another costs time, never correctness
            return ""

    def parts(self, page: Page) -> dict[str, str]:
        """A digest of each value that a page with a fingerprint sees, by name, to tell later which of them changed."""
        around = self._late(page) | self._around(page)
        own = {name: around.get(name, page.values.get(name)) for name in self._own_names(page.kind)}
        return self._frame_parts(page.lang) | {name: self._digests.of(value)[:8] for name, value in own.items()}

    @cached_method
    def _frame_parts(self, lang: str) -> dict[str, str]:
        everywhere = {"code": versions(), "theme": self.theme.digest, "place": self._private, **self._frame(lang)}
        return {name: self._digests.of(value)[:8] for name, value in everywhere.items()}

    def _text(self, page: Page) -> str:
        if page.kind == "foreign":
            return str(page.values["template"].render(page.values["context"]))
        if self._classic and page.kind in TEMPLATES:
            return self._classic.render(page)
        kind, known = self._kind(page), self._known(page)
        missing = [name for name in kind.sees if name not in known]
        if missing:
            raise SettingsError(f"theme {self.theme.folder.name}: [{page.kind}] cannot see {', '.join(missing)}")
        shown = {name: made(known[name]) for name in kind.sees}
        return self._environment(page.lang)[0].get_template(kind.template).render(shown)

    def _kind(self, page: Page) -> Kind:
        if page.kind not in self.theme.kinds:
            raise SettingsError(f"theme {self.theme.folder.name}: pages.toml has no [{page.kind}]")
        return self.theme.kinds[page.kind]

    def _known(self, page: Page) -> dict[str, Any]:
        """Everything that the template of a page may ask for."""
        return {**self._frame(page.lang), **self._around(page), **self._late(page), **page.values}

    def _environment(self, lang: str) -> tuple[Environment, Words]:
        if lang not in self._environments:
            self._environments[lang] = self.theme.environment(lang, self.build.site)
        return self._environments[lang]

    @cached_method
    def _frame(self, lang: str) -> dict[str, Any]:
        """What is the same on every page in a language."""
        settings = self.build.setting(ThemeSettings)
        return {
            "site": self.build.site,
            "brand": self.build.brand,
            "paths": self.build.addresses,
            "interface_lang": Late((self.theme.digest, lang), lambda: self._environment(lang)[1].lang),
            "nav": self._nav(lang),
            "same_names": self.edition.same_names,
            "portraits": self.build.portraits,
            "icons": self.build.icons,
            "footer": self._footer(lang),
            "newsletter": settings.newsletter,
            "clean_address": settings.clean_address,
            "measuring": self.build.measuring,
            "policy": PAGE_POLICY if settings.policy_meta else "",
            "preview": settings.policy_meta and not self.build.production,
        }

    @cached_method
    def _frame_digest(self, lang: str, kind: str = "") -> str:
        """Of what is the same on every page in a language, all, or what a kind of page sees of it."""
        frame = self._frame(lang)
        return self._digests.of(
            [frame[name] for name in self.theme.kinds[kind].sees if name in frame] if kind else frame
        )

    @cached_method
    def _own_names(self, kind: str) -> tuple[str, ...]:
        """The names that a kind of page sees and that differ from page to page."""
        frame = self._frame(self.build.site.lang)
        return tuple(name for name in self.theme.kinds[kind].sees if name not in frame)

    def _around(self, page: Page) -> dict[str, Any]:
        """What stands around this page in particular."""
        report = self.build.setting(ThemeSettings).report
        return {
            "card": self.build.card_of(page),
            "feeds": self._feeds(page),
            "covers": self._covers(page),
            "languages": self._languages(page),
            "report": report_address(report, page, self.build.content.name, self.build.site) if report else "",
        }

    def _late(self, page: Page) -> dict[str, Late]:
        """What is made of this page only when it is printed."""

        def structured() -> Markup:
            say = self._environment(page.lang)[1].translations.gettext
            return structured_data(self.build, page, dict(self._nav(page.lang)), say)

        return {
            "page": Late(_face(page), lambda: replace(page, values={}, listed=())),
            "structured": Late((*self._tells(page), page.values), structured),
        }

    def _tells(self, page: Page) -> tuple[Any, ...]:
        """What structured data is made of besides a page's values: who publishes, and of a person all they signed."""
        signed = self.edition.by(page.values["author"]) if page.kind == "author" else ()
        listed = tuple(article.listed for article in signed)
        return (self._frame_digest(page.lang), _face(page), listed, self.edition.langs)

    def _covers(self, page: Page) -> dict[str, Picture]:
        """The pictures of the articles that a page lists, by the articles' sources."""
        listed = [a for a in page.values.get("articles", ()) if a.image]
        found = {a.source: self.build.pictures.get(picture_path(a.image, a.source) or "") for a in listed}
        return {source: picture for source, picture in found.items() if picture}

    @cached_method
    def _nav(self, lang: str) -> tuple[tuple[str, str], ...]:
        top: Callable[[str], str] = lambda name: self.build.addresses.top(name, self._listed(lang))  # noqa: E731
        names = ("archive", "authors", "categories", "tags", "search", "subscribe")
        return (("home", top("")), *((name, top(name)) for name in names))

    def _languages(self, page: Page) -> Ways:
        """The ways to other languages; they are the same for all pages of a kind that have no versions."""
        return self._nearest(page.kind, page.lang) if not page.alternates else self._ways(page)

    @cached_method
    def _nearest(self, kind: str, lang: str) -> Ways:
        return self._ways(Page(kind, "", "", lang))

    def _ways(self, page: Page) -> Ways:
        return other_languages(page, self.edition, self.build.addresses)

    def _feeds(self, page: Page) -> tuple[tuple[str, str, str], ...]:
        """Feeds to find on this page: its own, then those of its language, as (title, media type, address)."""
        if self.build.run.preview:  # nobody is to follow what is only shown
            return ()
        own, found = page.values.get("feed"), self._feeds_in(page.lang)
        return ((self.build.site.name, FEED_TYPES["feed.xml"], own), *found) if own else found

    @cached_method
    def _feeds_in(self, lang: str) -> tuple[tuple[str, str, str], ...]:
        prefix = f"/{self._listed(lang).lower()}"
        return tuple((self.build.site.name, kind, f"{prefix}/{name}") for name, kind in FEED_TYPES.items())

    @cached_method
    def _footer(self, lang: str) -> Ways:
        """What the footer leads to, in a language; made once, of the pages that this theme prints."""
        return footer(filter(self.theme.prints, self.build.pages), self._listed(lang))

    def _listed(self, lang: str) -> str:
        """The language itself when it has lists, else the site's."""
        return lang if lang in self.edition.langs else self.build.site.lang
