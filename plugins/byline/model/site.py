"""Who publishes: the site, its brand, its people and subjects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from .texts import Text

COLOR = re.compile(r"^#[0-9a-fA-F]{6}$")


@dataclass(frozen=True)
class Site:
    """Who publishes, where and in which language. `url` and `home` have no slash at their end.

    `home` is where readers will find the site when this build only shows it elsewhere, as a preview; else empty.
    """

    name: str
    url: str
    lang: str
    timezone: str = "UTC"
    id_domain: str = ""
    id_year: int = 0
    organisation: str = ""
    home: str = ""

    @property
    def base(self) -> str:
        """The path that every address on this site starts with: empty, or such as `/preview/pr-7`."""
        return "/" + "/".join(self.url.split("/")[3:]) if self.url.count("/") > 2 else ""

    def absolute(self, address: str) -> str:
        """The full URL of an address on this site."""
        return self.url + address

    def is_elsewhere(self, target: str) -> bool:
        """Whether what somebody wrote certainly leads to another site: an address that begins like none of ours."""
        return target.startswith("https://") and not target.startswith((self.url, self.home or self.url))

    def canonical(self, address: str) -> str:
        """The full URL by which readers know an address: what is shared, counted and remembered."""
        return (self.home or self.url) + address


@dataclass(frozen=True)
class Brand:
    """How the company looks: `brand.toml`. Colors are `#rrggbb`; `logo` and `font` are paths beside `brand.toml`.

    Dark colors that are empty follow from the others.
    """

    name: str = ""
    accent: str = "#1d4ed8"
    ink: str = "#111827"
    paper: str = "#ffffff"
    logo: str = ""
    accent_dark: str = ""
    ink_dark: str = ""
    paper_dark: str = ""
    font: str = ""

    def __post_init__(self) -> None:
        names = ("accent", "ink", "paper", "accent_dark", "ink_dark", "paper_dark")
        colors = {name: color for name in names if (color := getattr(self, name)) or not name.endswith("_dark")}
        wrong = [(name, color) for name, color in colors.items() if not COLOR.match(color)]
        if wrong:
            raise ValueError("\n".join(f"{name} {color!r} is no color: write it as #rrggbb" for name, color in wrong))


@dataclass(frozen=True)
class Link:
    """One of a person's own addresses elsewhere."""

    name: str
    url: str


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name; nothing when no word begins with a letter."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@dataclass(frozen=True)
class Author:
    """A person who signs. Whoever has not agreed to a public profile has a name and an id, nothing else.

    `lang` is the language of what they say of themselves; `translations` holds the same fields by other languages.
    """

    id: str
    name: str
    status: Literal["active", "alumni", "guest", "partner", "client"] = "active"
    agreed: date | None = None
    role: str = ""
    organisation: str = ""
    tagline: str = ""
    pronouns: str = ""
    topics: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    portrait: str = ""
    portrait_alt: str = ""
    why: str = ""
    helps_with: tuple[str, ...] = ()
    reply: str = ""
    moved_to: str = ""
    lang: str = ""
    translations: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    biographies: Mapping[str, Text] = field(default_factory=dict)
    biography_sources: Mapping[str, str] = field(default_factory=dict)
    signing_keys: tuple[str, ...] = ()
    source: str = ""

    def speaking(self, lang: str) -> Author:
        """The same person with what they say of themselves in a language, as far as they said it."""
        said = self.translations.get(lang)
        return replace(self, lang=lang, **said) if said else self

    def biography_source(self, lang: str) -> str:
        """The file that holds the biography in a language: `authors/jane-doe.fr.md`, or the author's own file."""
        return self.biography_sources.get(lang, self.source)

    @property
    def initials(self) -> str:
        """At most two letters that stand where there is no portrait."""
        return initials(self.name) or self.id[:1].upper()


@dataclass(frozen=True)
class Category:
    """The subject of articles; `names` and `descriptions` by language."""

    slug: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)

    def named(self, lang: str) -> str:
        """Its name in a language, else its own."""
        return self.names.get(lang, self.name)


@dataclass(frozen=True)
class Tag:
    """A word that people put on articles."""

    slug: str
    name: str


@dataclass(frozen=True)
class Series:
    """Articles that belong together, in order of date."""

    slug: str
    name: str


@dataclass(frozen=True)
class Wins:
    """What a campaign gives to readers, to those who write and share, and to the company."""

    reader: str = ""
    author: str = ""
    company: str = ""


@dataclass(frozen=True)
class Media:
    """A picture (`file`, in the content folder) or film (`url`) of a campaign, with what must be said of it."""

    file: str = ""
    url: str = ""
    alt: str = ""
    credit: str = ""
    license: str = ""
    expires: date | None = None
    pictured_until: date | None = None

    def usable(self, day: date) -> bool:
        """Whether its license and the people in it allow its use on a day."""
        return all(last is None or day <= last for last in (self.expires, self.pictured_until))


@dataclass(frozen=True)
class Campaign:
    """An effort run by comms between two dates, both inside. `retrospective` is written when it is over."""

    id: str
    name: str
    starts: date
    ends: date
    hashtags: tuple[str, ...] = ()
    wins: Wins = Wins()
    lang: str = ""
    sponsor: str = ""
    note: str = ""
    proposed_by: str = ""
    open_until: date | None = None
    hold: str = ""
    media: tuple[Media, ...] = ()
    retrospective: Text | None = None
    source: str = ""

    def runs(self, day: date) -> bool:
        """Whether the day is one of the campaign's."""
        return self.starts <= day <= self.ends
