"""Links that people write: where each leads on this site, and which lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from .build import Build
from .markup import LinkTarget
from .model import Article, Finding, PlainPage, Reference, Severity, Site
from .paths import picture_path, safe_file
from .rules import Spot, rule
from .urls import topic_slug

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")


@dataclass(frozen=True)
class _Place:
    """The text that links: its path in the content folder and its own address."""

    source: str
    address: str
    lang: str


def resolver(build: Build, source: str) -> Callable[[str], LinkTarget | None]:
    """A function from what is written in a text to where it leads; None where there is nothing to lead to."""
    place = _place_of(build, source)
    return lambda target: _led(target, place, build)


@dataclass(frozen=True)
class Lead:
    """A link that a person wrote, and where it leads.

    leads      None where there is nothing to lead to
    answered   whether this site answers it; links elsewhere are never asked
    kept_back  whether it names a text of ours that is not published
    """

    written: str
    line: int
    leads: LinkTarget | None
    answered: bool = True
    kept_back: bool = False


@rule("http-link", "warning", "Most sites answer https:// too.")
def links_are_encrypted(lead: Lead) -> Iterator[Spot]:
    """Whoever follows a link to `http://` can be watched on the way, and be shown another page."""
    if lead.leads and lead.leads.external and lead.written.startswith("http:"):
        yield Spot(lead.line, f"{lead.written} is not encrypted.")


@rule("dead-link", "warning", "Look for a slip of the pen, or name the text's file: ../why-we-moved/index.md")
def links_lead_somewhere(lead: Lead) -> Iterator[Spot]:
    """A link within the site that nothing answers. `{filename}` promises that a text is there, so then it is an error;
    links to other sites are not followed.
    """
    if lead.leads is None and not lead.kept_back:
        hint = "Only articles, pages and pictures are published."
        severity: Severity = "error" if lead.written.startswith("{filename}") else "warning"
        yield Spot(lead.line, f"{lead.written} leads to nothing.", severity=severity, hint=hint)
    elif lead.leads and not lead.answered:
        yield Spot(lead.line, f"nothing on this site answers {lead.written}")


@rule("link-to-unpublished", "warning", "Publish the other text first, or leave the link for later.")
def linked_texts_are_published(lead: Lead) -> Iterator[Spot]:
    """A link to a draft, or to an article that is yet to appear: until then, readers see its words and no link."""
    if lead.leads is None and lead.kept_back:
        yield Spot(lead.line, f"{lead.written} is not published, so readers see no link")


RULES = (links_are_encrypted, links_lead_somewhere, linked_texts_are_published)


@dataclass
class Checked:
    """What a check of all links found; `dead` are the addresses that people wrote and that nothing answers."""

    findings: list[Finding] = field(default_factory=list)
    dead: set[str] = field(default_factory=set)


def check(build: Build, known: Set[str]) -> Checked:
    """Follow every link of every text that is asked for; `known` are all addresses of this site, old ones that lead on
    included.
    """
    checked = Checked()
    faulty = {finding.path for finding in build.findings if finding.severity == "error"}
    for source, text in build.edition.texts():
        if not build.asked(source):
            continue
        place = _place_of(build, source)
        for reference in text.local(build.site):
            if reference.kind == "link":
                _follow(reference, place, build, known, faulty, checked)
    return checked


def _follow(
    reference: Reference, place: _Place, build: Build, known: Set[str], faulty: Set[str], checked: Checked
) -> None:
    leads, address = _led(reference.target, place, build), ""
    if leads is None and (path := _kept_back(reference.target, place, build)):
        if path in faulty:  # which is a finding of its own
            return
    elif leads and not leads.external and leads.href.startswith("/"):
        address = unquote(urlsplit(leads.href).path)[len(build.site.base) :]
    answered = not address or bool(known & {address, address + "/", address.removesuffix("index.html")})
    if not answered:
        checked.dead.add(address)
    if leads is None or not answered or leads.external:
        lead = Lead(reference.target, reference.line, leads, answered, kept_back=leads is None and bool(path))
        checked.findings += [finding for rule in RULES for finding in rule.findings(place.source, lead)]


def _kept_back(target: str, place: _Place, build: Build) -> str:
    """The path of a text of ours that is there, and that nobody is led to."""
    path = _path(target, place.source)
    return path if path.endswith(".md") and safe_file(build.content, path) else ""


def _place_of(build: Build, source: str) -> _Place:
    record = build.records.get(source)
    if record:
        return _Place(source, record.address, record.lang)
    return _Place(
        source, build.addresses.author(posixpath.basename(source).split(".")[0], build.site.lang), build.site.lang
    )


def _led(target: str, place: _Place, build: Build) -> LinkTarget | None:
    """Where a link leads, found once, although who shows the text asks as well as who looks for dead links."""
    key = (target, place.source)
    if key not in build.led:
        build.led[key] = _resolve(target, place, build)
    return build.led[key]


def _resolve(target: str, place: _Place, build: Build) -> LinkTarget | None:
    parts = urlsplit(target) if not target.startswith("{") else urlsplit(target[target.find("}") + 1 :])
    tail = ("?" + parts.query if parts.query else "") + ("#" + parts.fragment if parts.fragment else "")
    if target.startswith(("{author}", "{category}", "{tag}", "{index}")):
        return LinkTarget(build.site.base + _listed(target, place, build) + tail, external=False)
    if target.startswith("#"):
        return LinkTarget(target, external=False)
    if parts.scheme in ("http", "https") and (own := _own_path(target, build.site)) is not None:
        # Written in full, it would leave a preview, and nobody would see when it dies.
        return _absolute(urlsplit(own).path or "/", tail, build)
    if parts.scheme or parts.netloc:
        return LinkTarget(target, external=parts.scheme not in ("mailto", "tel"))
    if target.startswith("{") or parts.path.endswith(".md") or parts.path.lower().endswith(PICTURES):
        if address := _ours(target, place, build):
            return LinkTarget(build.site.base + address + tail, external=False)
        return None if target.startswith("{") or not parts.path.startswith("/") else _absolute(parts.path, tail, build)
    return _absolute(posixpath.join(place.address, parts.path) if parts.path else place.address, tail, build)


def _absolute(path: str, tail: str, build: Build) -> LinkTarget:
    clean = posixpath.normpath(path) + ("/" if path.endswith("/") and path != "/" else "")
    return LinkTarget(build.site.base + "/" + clean.lstrip("/") + tail, external=False)


def _own_path(target: str, site: Site) -> str | None:
    """What follows this site's own URL, or the public one's, in a link that is written in full."""
    for url in filter(None, (site.url, site.home)):
        if target == url or target.startswith(f"{url}/"):
            return target.removeprefix(url)
    return None


def _path(target: str, source: str) -> str:
    """The path in the content folder that `{filename}x`, `x.md` or `../y.md` mean."""
    path = unquote(urlsplit(target.partition("}")[2] if target.startswith("{") else target).path)
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(source), path)
    return posixpath.normpath(joined)


def _ours(target: str, place: _Place, build: Build) -> str:
    """The address of a text or picture of the content folder; empty when there is none."""
    record: Article | PlainPage | None = build.records.get(_path(target, place.source))
    if record:
        return record.address
    picture = build.pictures.get(picture_path(target, place.source) or "")
    return picture.address if picture else ""


def _listed(target: str, place: _Place, build: Build) -> str:
    """The page that `{author}jane-doe`, `{category}news`, `{tag}git` and `{index}` mean."""
    kind, _, name = target[1:].partition("}")
    if kind == "author":
        return build.addresses.author(name, place.lang)
    if kind == "index":
        return build.addresses.top("", place.lang)
    page = build.addresses.category if kind == "category" else build.addresses.tag
    return page(topic_slug(unquote(name)), place.lang)
