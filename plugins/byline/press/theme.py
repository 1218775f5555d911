"""A theme: which template prints which kind of page, what it may see, and its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader, TemplateError
from markupsafe import Markup

from ..brand import brand_css
from ..digest import Digests
from ..model import Brand, File, Page, Picture, Site
from ..theme_folders import lineage
from . import assets
from .classic import TEMPLATES
from .kinds import Kind, kinds_of

if TYPE_CHECKING:
    from ..templates import Templates
    from ..words import Words

OURS = Path(__file__).parent
PARTS = ("templates", "locale")


@dataclass(frozen=True)
class Theme:
    """A theme that was read. `kinds` is empty for a classic one, which has no `pages.toml`.

    `extends` are the themes that it goes on from, `icons` inline SVG by name; `logo` is the brand's, if it has one.
    """

    folder: Path
    kinds: Mapping[str, Kind]
    assets: Mapping[str, File]
    extends: tuple[Path, ...] = ()
    icons: Mapping[str, str] = field(default_factory=dict)
    logo: Picture | None = None

    @cached_property
    def digest(self) -> str:
        """What tells this theme from any other, however little differs: a template, a word, a color."""
        folders = [OURS / "templates", *(folder / part for folder in (self.folder, *self.extends) for part in PARTS)]
        texts = [
            (number, path.relative_to(folder).as_posix(), path.read_bytes())
            for number, folder in enumerate(folders)
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        ]
        addresses = {name: file.save_as for name, file in self.assets.items()}
        return Digests().of(texts, addresses, self.icons, self.kinds, self.logo)

    @cached_property
    def classic(self) -> bool:
        """Whether this is any Pelican theme, to be given Pelican's full context."""
        return not (self.folder / "pages.toml").is_file()

    def prints(self, page: Page) -> bool:
        """Whether there is a template for its kind of page: a classic theme knows those that Pelican has always had."""
        return page.kind == "foreign" or page.kind in self.kinds or (self.classic and page.kind in TEMPLATES)

    def environment(self, lang: str, site: Site) -> tuple[Templates, Words]:
        """Templates that speak the language of a page; the same for all builds of a process, while nothing differs."""
        templates, words = _templates(_Spoken(self.digest, lang, site, self))
        templates.fragments = {}  # they show what is of one build
        return templates, words

    def compile(self, langs: Iterable[str], site: Site) -> None:
        """Compile all templates ahead; what is wrong with one is said by the build that needs it."""
        for templates in (self.environment(lang, site)[0] for lang in langs):
            for name in templates.list_templates():
                with suppress(TemplateError):
                    templates.get_template(name)

    def speaking(self, lang: str, site: Site) -> tuple[Templates, Words]:
        """The templates themselves, made anew."""
        from ..speaking import environment  # a check reads a theme, and says nothing in its words

        def asset(name: str) -> str:
            return f"{site.base}/{self.assets[name].save_as}"

        def icon(name: str) -> Markup:
            return Markup(self.icons.get(name, ""))  # noqa: S704  a file of the theme

        words = self.words_in(lang)
        made = environment(self._loader(), words)
        made.filters |= {
            "href": partial(str.__add__, site.base),
            "absolute": site.absolute,
            "canonical": site.canonical,
        }
        made.known = {"asset": asset, "icon": icon}
        made.globals |= made.known
        made.globals["logo"] = self.logo
        made.globals["words_in"] = self.words_in
        return made, words

    def words_in(self, lang: str) -> Words:
        """The theme's words in a language, for a page that speaks more than one."""
        from ..words import words_for

        return words_for(lang, *(folder / "locale" for folder in (self.folder, *self.extends)))

    def _loader(self) -> BaseLoader:
        """Templates by name, those of a theme that this one extends also as `!byline/base.html`; ours come last."""
        folders = [folder / "templates" for folder in (self.folder, *self.extends)]
        prefixed = {f"!{folder.name}": FileSystemLoader(folder / "templates") for folder in self.extends}
        return ChoiceLoader([FileSystemLoader([*folders, OURS / "templates"]), PrefixLoader(prefixed)])


@dataclass(frozen=True)
class _Spoken:
    """What templates are made from: two are the same when a theme's digest, the language and the site are."""

    digest: str
    lang: str
    site: Site
    theme: Theme = field(compare=False)


@lru_cache(maxsize=32)
def _templates(wanted: _Spoken) -> tuple[Templates, Words]:
    return wanted.theme.speaking(wanted.lang, wanted.site)


def load_theme(folder: Path, brand: Brand | None = None, beside: Path = Path()) -> Theme:
    """Read a theme and dress it in the brand, whose files stand `beside` `brand.toml`.

    Raises `SettingsError` with every fault of its `pages.toml`, and for a logo or a font that cannot be used.
    """
    folders = lineage(folder)
    kinds = kinds_of([OURS]) | kinds_of(folders)
    if not (folder / "pages.toml").is_file():
        return Theme(folder, kinds, {})
    brand = brand or Brand()
    logo, font = assets.logo(brand, beside), assets.font(brand, beside)
    own = {"logo.webp": logo[1]} if logo else {}
    own |= {"brand.woff2": font} if font else {}
    own["brand.css"] = assets.asset("brand.css", brand_css(brand, font.save_as.removeprefix("theme/") if font else ""))
    files, icons = dict[str, File](), dict[str, str]()
    for one in reversed(folders):
        files |= assets.files_of(one / "static")
        icons |= assets.icons(one / "icons")
    return Theme(folder, kinds, files | own, folders[1:], icons, logo[0] if logo else None)
