"""Addresses: where things stand on the site, and links that tell where a visit came from."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from unidecode import unidecode

SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
ID = re.compile(r"^[a-z0-9-]{1,100}$")
DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
SITE_URL = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::(?P<port>\d{1,5}))?(?:/[\w.~-]+)*/?", re.ASCII | re.IGNORECASE
)
RESERVED = frozenset({"page", "feed", "atom"} | DEVICES)


def is_site_url(url: str) -> bool:
    """Whether a site can stand at this URL: http or https, a host, perhaps a port and a path; nothing after these."""
    match = SITE_URL.fullmatch(url)
    return match is not None and int(match["port"] or 0) <= 65535


def short_hash(text: str | bytes) -> str:
    """Eight hexadecimal digits that stand for a content."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()[:8]


def data_url(picture: bytes, kind: str = "image/png") -> str:
    """A picture as an address that holds it."""
    return f"data:{kind};base64,{b64encode(picture).decode()}"


@lru_cache(maxsize=1 << 16)
def slugify(text: str) -> str:
    """ASCII letters, digits and single hyphens; any script is transliterated; may be empty."""
    if SLUG.fullmatch(text):  # most names of files are slugs already
        return text
    return re.sub(r"[^a-z0-9]+", "-", unidecode(text).lower()).strip("-")


@lru_cache(maxsize=1 << 16)
def topic_slug(name: str) -> str:
    """The slug of a category, tag or series; what cannot be spelled, or is reserved, is `c-<hash8>`."""
    slug = slugify(name)[:80].strip("-")
    return slug if slug and slug not in RESERVED else f"c-{short_hash(name.casefold())}"


@dataclass(frozen=True)
class Utm:
    """Campaign parameters, in the order in which they are written."""

    source: str
    medium: str
    campaign: str
    content: str = ""
    id: str = ""


def tagged(url: str, utm: Utm) -> str:
    """The URL with UTM parameters after its own query and before its fragment; what it had of them is replaced."""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if pair and not pair.startswith("utm_")]
    named = [
        ("utm_source", utm.source),
        ("utm_medium", utm.medium),
        ("utm_campaign", utm.campaign),
        ("utm_id", utm.id),
        ("utm_content", utm.content),
    ]
    added = urlencode([(key, value) for key, value in named if value], quote_via=quote)
    return urlunsplit(parts._replace(query="&".join([*kept, added])))


def save_as(address: str) -> str:
    """The file that answers an address: `/articles/x/` is `articles/x/index.html`."""
    path = address.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


def patterns(settings: Mapping[str, Any]) -> dict[str, str]:
    """The settings that say where pages stand."""
    return {name: value for name, value in settings.items() if name.endswith(("_URL", "_SAVE_AS"))}


@dataclass(frozen=True)
class Addresses:
    """Where every kind of page stands, from Pelican's own settings (`ARTICLE_URL`, `AUTHOR_URL` ...)."""

    patterns: Mapping[str, Any]
    lang: str

    def article(self, **names: Any) -> tuple[str, str]:
        """Address and file of an article; `names` are slug, lang, date, category, author, id."""
        return self._content("ARTICLE", **names)

    def draft(self, **names: Any) -> tuple[str, str]:
        """Address and file of a draft, by id."""
        return self._content("DRAFT", **names)

    def page(self, **names: Any) -> tuple[str, str]:
        """Address and file of a plain page."""
        return self._content("PAGE", **names)

    def draft_page(self, **names: Any) -> tuple[str, str]:
        """Address and file of a plain page that is not published."""
        return self._content("DRAFT_PAGE", **names)

    def _content(self, kind: str, *, lang: str, date: datetime | None = None, **names: Any) -> tuple[str, str]:
        prefix = kind if lang == self.lang else f"{kind}_LANG"
        values = {"lang": lang.lower(), "date": date, **names}
        url, file = (str(self.patterns[f"{prefix}_{what}"]).format(**values) for what in ("URL", "SAVE_AS"))
        return "/" + url, file

    def author(self, author_id: str, lang: str) -> str:
        """An author's profile in a language."""
        return self.prefixed("/" + str(self.patterns["AUTHOR_URL"]).format(slug=author_id), lang)

    def category(self, slug: str, lang: str) -> str:
        """The articles of a category in a language."""
        return self.prefixed("/" + str(self.patterns["CATEGORY_URL"]).format(slug=slug), lang)

    def tag(self, slug: str, lang: str) -> str:
        """The articles with a tag in a language."""
        return self.prefixed("/" + str(self.patterns["TAG_URL"]).format(slug=slug), lang)

    def series(self, slug: str, lang: str) -> str:
        """The articles of a series in a language."""
        return self.prefixed(f"/series/{slug}/", lang)

    def top(self, name: str, lang: str) -> str:
        """A page that exists once per language: `""` is the home page, else `archive`, `authors` ..."""
        return self.prefixed(f"/{name}/" if name else "/", lang)

    def prefixed(self, address: str, lang: str) -> str:
        """The same address in another language: after `/<lang>`, lower case; the site's own has no prefix."""
        return address if lang == self.lang else f"/{lang.lower()}{address}"


def numbered(address: str, number: int) -> str:
    """The n-th page of a list: the first is the list's own address, the others go on at `page/2/`."""
    return address if number == 1 else f"{address}page/{number}/"


def folder(address: str) -> str:
    """The folder of a page, also where a site's own settings name the page `jane-doe.html`."""
    return address if address.endswith("/") else address.removesuffix(".html") + "/"


def feed_address(address: str) -> str:
    """The RSS feed that belongs to a page."""
    return folder(address) + "feed.xml"
