"""The sitemap: every page that readers may find, with its versions in other languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from ..build import Build
from ..model import Article, File, LateFile, Page, PlainPage, Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
LIMIT = 50_000
TEXTS = {"article": "article", "page": "page_text"}
UNLISTED = {"redirect", "gone", "short", "404"}


@dataclass(frozen=True)
class Entry:
    """One page: `versions` are (language, address), itself included, when there are others."""

    address: str
    versions: tuple[tuple[str, str], ...] = ()
    modified: datetime | None = None


def sitemap_files(build: Build) -> Iterator[File]:
    """`robots.txt` and, but for a preview, `sitemap.xml`: above 50,000 pages an index of numbered parts."""
    yield File("robots.txt", robots(build.site, build.production))
    if build.run.preview:
        return
    listed = entries(build.pages)
    parts = [listed[start : start + LIMIT] for start in range(0, len(listed), LIMIT)] or [[]]
    if len(parts) == 1:
        yield LateFile("sitemap.xml", (_told(listed), build.site), partial(urlset, listed, build.site))
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        yield File("sitemap.xml", index(names, build.site))
        for name, part in zip(names, parts, strict=True):
            yield LateFile(name, (_told(part), build.site), partial(urlset, part, build.site))


def _told(listed: Sequence[Entry]) -> list[tuple[object, ...]]:
    """Entries as plain values: there are many."""
    return [(one.address, one.versions, one.modified) for one in listed]


def entries(pages: Iterable[Page]) -> list[Entry]:
    """The pages that search engines should know, by address. A version that is not among them is not named."""
    listed = {page.address: page for page in pages if _listed(page)}
    return [_entry(listed[address], listed) for address in sorted(listed)]


def _listed(page: Page) -> bool:
    """An article that was first published elsewhere asks search engines to go there."""
    elsewhere = page.kind == "article" and page.values["article"].canonical
    return not (page.internal or page.noindex or page.kind in UNLISTED or elsewhere)


def _entry(page: Page, listed: dict[str, Page]) -> Entry:
    versions = {lang: address for lang, address in page.alternates if address in listed}
    versions[page.lang] = page.address
    return Entry(page.address, tuple(sorted(versions.items())) if len(versions) > 1 else (), _modified(page))


def _modified(page: Page) -> datetime | None:
    """When a text last changed, as its author says. A list has no such date: claiming one would be a lie."""
    text = page.values.get(TEXTS.get(page.kind, ""))
    if isinstance(text, Article):
        return text.updated
    return text.modified if isinstance(text, PlainPage) else None


def urlset(listed: Sequence[Entry], site: Site) -> bytes:
    """A sitemap (sitemaps.org/protocol.html), with `hreflang` alternates as search engines read them."""
    from lxml import etree  # only who prints a sitemap waits for it

    root = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE, "xhtml": XHTML})
    for entry in listed:
        url = etree.SubElement(root, f"{{{NAMESPACE}}}url")
        etree.SubElement(url, f"{{{NAMESPACE}}}loc").text = site.absolute(entry.address)
        if entry.modified:
            etree.SubElement(url, f"{{{NAMESPACE}}}lastmod").text = entry.modified.isoformat()
        for lang, address in _alternates(entry, site):
            alternate = {"rel": "alternate", "hreflang": lang, "href": site.absolute(address)}
            etree.SubElement(url, f"{{{XHTML}}}link", alternate)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _alternates(entry: Entry, site: Site) -> Iterator[tuple[str, str]]:
    """Its versions, and for all other readers the one in the site's own language, else the first."""
    yield from entry.versions
    if entry.versions:
        yield "x-default", dict(entry.versions).get(site.lang, entry.versions[0][1])


def index(names: Iterable[str], site: Site) -> bytes:
    """A sitemap of sitemaps."""
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}sitemapindex", nsmap={None: NAMESPACE})
    for name in names:
        part = etree.SubElement(root, f"{{{NAMESPACE}}}sitemap")
        etree.SubElement(part, f"{{{NAMESPACE}}}loc").text = site.absolute(f"/{name}")
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def robots(site: Site, production: bool) -> bytes:
    """All may read. A preview forbids nothing either: its pages say `noindex`, and a crawler has to see that."""
    sitemap = f"\nSitemap: {site.absolute('/sitemap.xml')}\n" if production else ""
    return f"User-agent: *\nDisallow:\n{sitemap}".encode()
