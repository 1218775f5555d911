"""Where rooms meet: `context["byline"]` is one `Build`, with a field for what each room gives to the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from .ledger import Ledger
from .model import Brand, Card, Edition, File, Finding, Page, Picture, ShareLink, Site
from .urls import Addresses

if TYPE_CHECKING:
    from .manuscript import Shelf

T = TypeVar("T")


@dataclass
class Build:
    """One build of one site. Rooms fill their own field once and read the others'.

    content      the content folder
    now          the moment that decides what is live; never printed
    findings     everything that is wrong or could be better; rooms append
    shelf        manuscripts: what people wrote, read once
    addresses    where every kind of page stands
    settings     the rooms' validated settings by their class
    edition      edition: what this build publishes
    bodies       pictures: final HTML of every text, by source path (`authors/jane-doe.fr.md` for a biography)
    pictures     pictures: every picture that a published page uses, by path in the content folder
    portraits    profiles: by author id; whoever has none is absent
    share_links  sharing: by article source
    cards        cards: by article source; none where the article wants none
    redirects    redirects: old address to new one
    pages, files everything to print, in the order in which rooms gave it
    dead_links   link targets that a person wrote and that lead nowhere, so that verification knows them
    """

    content: Path
    now: datetime
    site: Site
    brand: Brand
    ledger: Ledger
    addresses: Addresses
    settings: dict[type, Any] = field(default_factory=dict)
    production: bool = False
    findings: list[Finding] = field(default_factory=list)
    shelf: Shelf | None = None
    edition: Edition | None = None
    contents: dict[str, Any] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    portraits: Mapping[str, Picture] = field(default_factory=dict)
    share_links: Mapping[str, tuple[ShareLink, ...]] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    dead_links: set[str] = field(default_factory=set)

    def setting(self, cls: type[T]) -> T:
        """The validated settings of a room."""
        value: T = self.settings[cls]
        return value
