"""A built page without anything around it: styles and pictures are put into it, scripts are taken out.

What is left asks nobody for anything, and its own policy says so: even where a theme names another host, a browser
will not go there.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from ..model import Card, Record, Site
from ..paths import safe_file

Element = Any  # lxml comes without types
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
GONE = "//script | //noscript | //template | //base | //form | //button | //iframe | //object | //embed"
# What a page says to machines that will never meet it: networks, feed readers, search engines.
META = "//meta[@property or @http-equiv or starts-with(@name, 'twitter:') or @name='robots']"
LOADING = ("srcset", "sizes", "imagesrcset", "background", "poster", "ping")
STYLE_URL = re.compile(r"""url\(\s*(["']?)(?!data:)([^"')]+)\1\s*\)""")
IMPORT = re.compile(r"@import[^;]*;")
SHARED = """
.byline-shared { max-width: 32rem; margin: 2rem auto; border: 1px solid; border-radius: .5rem; overflow: hidden }
.byline-shared img { display: block; width: 100%; height: auto }
.byline-shared figcaption { padding: .75rem 1rem }
.byline-shared strong { display: block }
"""


@dataclass(frozen=True)
class Printed:
    """Where a page was printed: the folder of the public site, the site, and the page's address on it."""

    public: Path
    site: Site
    address: str

    def data_of(self, reference: str, beside: str = "") -> str:
        """The file that a reference means as a `data:` address; empty for one that is not of this site.

        `beside` is the address of the file that holds the reference, when it is not the page.
        """
        file = self._file(reference, beside or self.address)
        if not file:
            return ""
        kind = guess_type(file.name)[0] or "application/octet-stream"
        return f"data:{kind};base64,{b64encode(file.read_bytes()).decode()}"

    def style(self, reference: str) -> str:
        """A style sheet with what it names inside."""
        file = self._file(reference, self.address)
        if not file:
            return ""
        address = self._path(reference, self.address)
        text = IMPORT.sub("", file.read_text("utf-8"))
        return STYLE_URL.sub(lambda match: f'url("{self.data_of(match[2], address)}")', text).replace("</", "<\\/")

    def link(self, reference: str) -> str:
        """Where a link leads for who has only this page: on the page itself, or to the public site."""
        if reference.startswith("#"):
            return reference
        target = self._absolute(reference, self.address)
        page = self.site.absolute(self.address)
        return target.removeprefix(page) if target.startswith(f"{page}#") else target

    def _absolute(self, reference: str, beside: str) -> str:
        return urljoin(self.site.absolute(beside), reference)

    def _path(self, reference: str, beside: str) -> str:
        absolute = self._absolute(reference, beside)
        return absolute.removeprefix(self.site.url) if absolute.startswith(f"{self.site.url}/") else ""

    def _file(self, reference: str, beside: str) -> Path | None:
        path = unquote(urlsplit(self._path(reference, beside)).path).lstrip("/")
        return safe_file(self.public, path) if path else None


def one_page(record: Record, card: Card | None, site: Site, public: Path) -> str:
    """The page of an article or a plain page that was printed into `public`, as one HTML file that loads nothing.

    Below it stands what networks show when it is shared, if there is a card.
    """
    printed = Printed(public, site, record.address)
    page = html.document_fromstring((public / record.save_as).read_bytes())
    _strip(page)
    _dress(page, printed)
    _show(page, printed)
    if card:
        _parent(page, ".//main//article", ".//main", ".//body").append(_shared(record, card, printed))
    return str(html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>")) + "\n"


def _strip(page: Element) -> None:
    for element in page.xpath(f"{GONE} | {META} | //link[not(contains(@rel, 'stylesheet'))]"):
        element.drop_tree()
    for source in page.xpath("//source"):
        source.drop_tag()  # the parser takes what follows it, the picture itself, for its content
    for element in page.iter(html.etree.Element):
        for name in [name for name in element.attrib if name in LOADING or name.startswith("on")]:
            del element.attrib[name]


def _dress(page: Element, printed: Printed) -> None:
    """Styles in the place of the links to them, in their order; the policy and the encoding before all."""
    for link in page.xpath("//link"):
        style = html.Element("style", {name: link.get(name) for name in ("media",) if link.get(name)})
        style.text = printed.style(link.get("href", ""))
        link.getparent().replace(link, style)
    head = _parent(page, ".//head")
    style = html.Element("style")
    style.text = SHARED
    head.append(style)
    for meta in page.xpath("//meta[@charset]"):
        meta.drop_tree()
    head.insert(0, html.Element("meta", charset="utf-8"))
    head.insert(1, html.Element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}))
    head.insert(2, html.Element("meta", name="robots", content="noindex"))


def _show(page: Element, printed: Printed) -> None:
    """Pictures inside, or their words where that cannot be; links to where they can be followed."""
    for image in page.xpath("//img[not(starts-with(@src, 'data:'))]"):
        if data := printed.data_of(image.get("src", "")):
            image.set("src", data)
        else:
            words = html.Element("span")
            words.text, words.tail = image.get("alt"), image.tail
            image.getparent().replace(image, words)
    for link in page.xpath("//a[@href]"):
        link.set("href", printed.link(link.get("href")))


def _shared(record: Record, card: Card, printed: Printed) -> Element:
    """What a network shows: the card, the site's host, the title and the summary."""
    figure = html.Element("figure", {"class": "byline-shared"})
    figure.append(html.Element("img", src=printed.data_of(card.address), alt=card.alt))
    caption = html.Element("figcaption")
    caption.text = urlsplit(printed.site.url).hostname or printed.site.name
    title = html.Element("strong")
    title.text = record.title
    title.tail = record.summary.plain
    caption.append(title)
    figure.append(caption)
    return figure


def _parent(page: Element, *paths: str) -> Element:
    return next(found for path in paths if (found := page.find(path)) is not None)
