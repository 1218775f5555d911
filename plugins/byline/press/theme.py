"""A theme: which template prints which kind of page, what it may see, and its files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..model import File, Site
from ..settings import SettingsError
from ..urls import short_hash
from .words import Words, direction, isodate, language, og_locale, words_for

OURS = Path(__file__).parent


@dataclass(frozen=True)
class Kind:
    """A table of `pages.toml`: the template of a kind of page, and the names that it sees."""

    template: str
    sees: tuple[str, ...]


@dataclass(frozen=True)
class Theme:
    """A theme that was read. `kinds` is empty for a classic one, which has no `pages.toml`."""

    folder: Path
    kinds: Mapping[str, Kind]
    assets: Mapping[str, File]

    @property
    def classic(self) -> bool:
        """Whether this is any Pelican theme, to be given Pelican's full context."""
        return not (self.folder / "pages.toml").is_file()

    def environment(self, lang: str, site: Site) -> tuple[Environment, Words]:
        """Templates that speak the language of a page."""
        words = words_for(lang, self.folder / "locale")
        environment = Environment(
            loader=FileSystemLoader([self.folder / "templates", OURS / "templates"]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        environment.install_gettext_translations(words.translations, newstyle=True)  # type: ignore[attr-defined]
        environment.filters |= {
            "date": words.date,
            "number": words.number,
            "names": words.names,
            "isodate": isodate,
            "dir": direction,
            "language": language,
            "og_locale": og_locale,
            "href": partial(str.__add__, site.base),
            "absolute": site.absolute,
        }
        environment.globals["asset"] = lambda name: f"{site.base}/{self.assets[name].save_as}"
        return environment, words


def load_theme(folder: Path) -> Theme:
    """Read a theme; raises `SettingsError` with every fault of its `pages.toml`."""
    kinds = _kinds(OURS / "pages.toml") | _kinds(folder / "pages.toml")
    assets = {} if not (folder / "pages.toml").is_file() else _assets(folder / "static")
    return Theme(folder, kinds, assets)


def _kinds(file: Path) -> dict[str, Kind]:
    if not file.is_file():
        return {}
    try:
        tables: dict[str, dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file.parent.name}/pages.toml: {error}") from None
    wrong = [name for name, table in tables.items() if set(table) != {"template", "sees"}]
    if wrong:
        raise SettingsError(
            "\n".join(
                f"{file.parent.name}/pages.toml: [{name}] needs `template` and `sees`, nothing else" for name in wrong
            )
        )
    return {name: Kind(table["template"], tuple(table["sees"])) for name, table in tables.items()}


def _assets(folder: Path) -> dict[str, File]:
    """The theme's files by name, each at an address that changes with its content."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, data = path.relative_to(folder).as_posix(), path.read_bytes()
        stem, dot, ending = name.rpartition(".")
        found[name] = File(
            f"theme/{stem or ending}.{short_hash(data)}{dot if stem else ''}{ending if stem else ''}", data
        )
    return found
