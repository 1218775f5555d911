"""Where rooms meet: `context["byline"]` is one `Build`, with a field for what each room gives to the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from .changes import Since
from .channels import Channel
from .digest import Digests
from .findings import at_its_key, judged
from .ledger import Ledger
from .model import (
    Article,
    Brand,
    Card,
    Edition,
    Evidence,
    File,
    Finding,
    Late,
    Measuring,
    OwnFigures,
    Page,
    Picture,
    Programme,
    Recognition,
    Record,
    ShareKit,
    ShareLink,
    ShareText,
    ShortLink,
    Site,
)
from .run_settings import RunSettings
from .standing import Standing
from .touched import touched
from .urls import Addresses

if TYPE_CHECKING:
    from .manuscript import Shelf
    from .markup import LinkTarget
    from .registry import Registry

T = TypeVar("T")

NOT_YET: Any = None  # `manuscripts` and `edition` come first in PLUGINS, so no room ever meets it


@dataclass
class Build:
    """One build of one site. Rooms fill their own field once and read the others'.

    content      the content folder
    now          the moment that decides what is live; never printed
    findings     everything that is wrong or could be better; rooms append
    severities   checks: how `programme/editorial.toml` grades findings, by name
    shelf        manuscripts: what people wrote, read once
    registry     manuscripts: authors, categories, campaigns
    since        manuscripts: what differs from the base, when a base was named
    evidence     evidence: for each changed text, by its source, what shows that each of its authors stands behind it.
                 `byline check` decides by it; to a build, an author who is only claimed is a warning
    signed       evidence: by article source, the authors whose kept signature covers the article as it is
    tally        edition: how many articles are in each state, those included that production keeps back
    records      edition: what is printed of articles and pages, by source path
    addresses    where every kind of page stands
    run          what the command decided
    setting_names the names of settings that a room has validated
    context      press: Pelican's own context, for classic themes
    settings     the rooms' validated settings by their class
    programme    manuscripts: what concerns colleagues only
    programme_findings  faults of the programme's files: for colleagues alone, so `internal/` has them and no check
    edition      edition: what this build publishes
    claims       edition: the text that owns each address, or will on the day it is published
    before       edition: articles and pages that differ from the base, as they were there, by their path there
    after        edition: the same as they are now, with those that are faulty or kept back, by their path now
    contents     edition: Pelican's own object for each text, by source path
    related      edition: what else to read, by article source
    led          links: where what is written in a text leads, by both, once pictures have their addresses
    bodies       pictures: final HTML of every text, by source path (`authors/jane-doe.fr.md` for a biography)
    pictures     pictures: every picture that a published page uses, by path in the content folder
    portraits    profiles: by author id; whoever has none is absent
    share_links  sharing: by article source, those that a public page shows
    share_texts  sharing: what people may say with each link, by article source; only when there is a base
    channels     sharing: where colleagues share, by id, in the order of the settings
    kits         sharing: what colleagues need to share a published article, by its source; made when it is asked for
    kit_for      sharing: the same for one person, by article and the person's id: own links, and words in their name
    kit_inputs   sharing: all that a kit is made from, by article
    account_kits sharing: the same for the company's own accounts
    recognize    recognition: badges of those who take part, and how challenges stand, made when it is asked for, from
                 acts that are given (where visits were counted) or from those that every build knows
    own          what a person sees of themselves, by id: given to the hub by the command that hands it over
    calendars    planning: for each person who takes part, what they might share and when (RFC 5545)
    short_links  sharing: the short links that were given out, by code
    cards        cards: by the source of an article or page; of an author, category or home page by its address, of a
                 campaign as `campaigns/<id>`. See `card_of`
    redirects    redirects: old address to new one
    measuring    measures: what public pages load to be counted; None: nothing
    assets       press: addresses of the theme's own files, by name
    icons        identity: addresses of the site's icons, by width in pixels
    notes        what the person at the terminal should know besides findings
    reports      functions that the press asks for files for colleagues once every finding is known and pages are
                 printed, or when errors stop the build: they get this build and the folder of printed pages
    pages, files everything to print, in the order in which rooms gave it
    theme       press: what pages are printed with
    digests     digests of values, each once
    standing    press: what stands in the outputs since the last commit
    made        press: what each file was made from, by path, for the public and the internal folder
    kept        press: the files of either folder that need not be printed again, by path
    trusted     press: those that would have been kept, had everything not been printed to look for errors
    """

    content: Path
    now: datetime
    site: Site
    brand: Brand
    ledger: Ledger
    addresses: Addresses
    settings: dict[type, Any] = field(default_factory=dict)
    production: bool = False
    run: RunSettings = field(default_factory=RunSettings)
    setting_names: set[str] = field(default_factory=set)
    context: Mapping[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    severities: Mapping[str, str] = field(default_factory=dict)
    shelf: Shelf = field(default=NOT_YET)
    registry: Registry = field(default=NOT_YET)
    since: Since | None = None
    evidence: Mapping[str, Mapping[str, Evidence]] = field(default_factory=dict)
    programme: Programme = field(default_factory=Programme)
    programme_findings: list[Finding] = field(default_factory=list)
    signed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tally: Mapping[str, int] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    edition: Edition = field(default=NOT_YET)
    claims: dict[str, str] = field(default_factory=dict)
    before: Mapping[str, Record] = field(default_factory=dict)
    after: Mapping[str, Record] = field(default_factory=dict)
    contents: dict[str, Any] = field(default_factory=dict)
    led: dict[tuple[str, str], LinkTarget | None] = field(default_factory=dict)
    bodies: Mapping[str, str | Late] = field(default_factory=dict)
    related: Mapping[str, tuple[Article, ...]] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    portraits: Mapping[str, Picture] = field(default_factory=dict)
    share_links: Mapping[str, tuple[ShareLink, ...] | Late] = field(default_factory=dict)
    share_texts: Mapping[str, tuple[ShareText, ...]] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    kits: Mapping[str, ShareKit] = field(default_factory=dict)
    kit_for: Callable[[Article, str], ShareKit] = NOT_YET
    kit_inputs: Callable[[Article], tuple[Any, ...]] = NOT_YET
    account_kits: Mapping[str, ShareKit] = field(default_factory=dict)
    recognize: Callable[..., Recognition] = Recognition
    own: Mapping[str, OwnFigures] = field(default_factory=dict)
    calendars: Mapping[str, bytes] = field(default_factory=dict)
    short_links: Mapping[str, ShortLink] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    measuring: Measuring | None = None
    assets: Mapping[str, str] = field(default_factory=dict)
    icons: Mapping[int, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    reports: list[Callable[[Build, Path], Iterable[File]]] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    theme: Any = None
    digests: Digests = field(default_factory=Digests)
    standing: Standing = field(default_factory=Standing)
    made: tuple[dict[str, str], dict[str, str]] = field(default_factory=lambda: ({}, {}))
    kept: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))
    trusted: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))

    @cached_property
    def touched(self) -> frozenset[str] | None:
        """The paths that a check since the base looks at; None for all."""
        return touched(self.shelf, self.since)

    def concerns(self, path: str) -> bool:
        """Whether a file is among those that a base asks for; all are without a base. What stands beside the content
        folder, such as `../programme/editorial.toml`, decides about all texts.
        """
        return self.touched is None or path in self.touched or path.startswith("../")

    def asked(self, path: str) -> bool:
        """Whether somebody is told what is wrong with a file: a check since a base is silent about all others."""
        return not self.run.checking or self.concerns(path)

    @property
    def searchable(self) -> bool:
        """Whether this site gets a search index: the public one does, any other on request."""
        return self.production or self.run.search

    def page_file(self, page: Page, public: Path) -> Path:
        """Where the bytes of a public page are: in the folder of what was printed, or where they stand already."""
        return (self.run.outputs[0] if page.save_as in self.kept[0] else public) / page.save_as

    def card_of(self, page: Page) -> Card | None:
        """The picture that networks show for a page: its own, else that of the home page in its language."""
        if page.kind == "article":
            return self.cards.get(page.values["article"].source)
        text, values, lang = page.values.get("page_text"), page.values, page.lang
        own = (
            text.source if text else "",
            self.addresses.author(values["author"].id, lang) if page.kind == "author" else "",
            self.addresses.category(values["category"].slug, lang) if page.kind == "category" else "",
            self.addresses.top("", lang),
            self.addresses.top("", self.site.lang),
        )
        return next((self.cards[key] for key in own if key in self.cards), None)

    def stopping(self) -> list[Finding]:
        """The errors that keep this build from being put in place."""
        return [one for one in self.judged() if one.severity == "error"]

    def judged(self) -> list[Finding]:
        """Every finding that was asked for, once, by path and line, as the site's own rules grade it."""
        lines = {one.path: one.lines for one in (*self.shelf.articles, *self.shelf.pages)} if self.shelf else {}
        told = (finding for finding in self.findings if self.asked(finding.path))
        return judged((at_its_key(finding, lines) for finding in told), self.severities)

    def setting(self, cls: type[T]) -> T:
        """The validated settings of a room."""
        value: T = self.settings[cls]
        return value
