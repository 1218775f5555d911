"""The pages of the hub, each with its template and the values that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model import Campaign, Media
from .pictures import usable
from .shelf import Item, Shelf

MENU = (
    "campaigns",
    "challenges",
    "badges",
    "people",
    "events",
    "campfires",
    "guides",
    "charter",
    "board",
    "values",
    "thanks",
)
REASONS = ("campaign", "new", "evergreen")
QUIET_WEEK = 6  # articles to choose from when nothing in particular is proposed


@dataclass(frozen=True)
class HubPage:
    """A page: its path in the folder of its language, its template, and what it shows besides what all pages show."""

    path: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def up(self) -> str:
        """From its folder to that of its language."""
        return "../" * self.path.count("/")


@dataclass(frozen=True)
class Effort:
    """A campaign on a day: `phase` is now, over or coming; `open` while it can still be changed."""

    campaign: Campaign
    phase: str
    open: bool
    media: Mapping[str, Media]
    items: tuple[Item, ...]


def hub_pages(shelf: Shelf, lang: str) -> Iterator[HubPage]:
    """Every page in a language, but for the kits of articles. One that would be empty is not there."""
    ways = shelf.ways(lang)
    sections = tuple((why, shelf.now(why)) for why in REASONS if shelf.now(why))
    quiet = () if sections else shelf.items[:QUIET_WEEK]
    now = {"ways": tuple(ways), "sections": sections, "items": quiet, "stopped": shelf.stopped}
    now["standings"] = tuple(one for one in shelf.recognition.standings if one.phase == "now")
    yield HubPage("index.html", "now.html", now)
    yield HubPage("all.html", "list.html", {"ways": tuple(ways), "way": None, "items": shelf.items})
    for way, items in ways.items():
        yield HubPage(way.page, "list.html", {"ways": tuple(ways), "way": way, "items": items})
    yield HubPage("welcome.html", "welcome.html")
    for name, values in _rooms(shelf, lang).items():
        yield HubPage(f"{name}.html", f"{name}.html", values)


def menu(shelf: Shelf, lang: str) -> tuple[str, ...]:
    """The names of the pages that stand in the menu, in order."""
    there = _rooms(shelf, lang)
    return ("index", *(name for name in MENU if name in there), "signature", "welcome")


def _rooms(shelf: Shelf, lang: str) -> dict[str, Mapping[str, Any]]:
    """What has a page only when there is something on it."""
    programme = shelf.programme
    notes = shelf.thanks
    found: dict[str, Mapping[str, Any]] = {
        "campaigns": {"efforts": tuple(_effort(one, shelf) for one in shelf.campaigns)},
        "challenges": {"standings": shelf.recognition.standings},
        "badges": {"badges": shelf.badges},
        "people": {"helpers": tuple(one.speaking(lang) for one in shelf.helpers)},
        "events": {"events": tuple((one, shelf.named_items(one.articles)) for one in shelf.events)},
        "campfires": {"fires": tuple((one, shelf.named_items(one.articles)) for one in programme.campfires)},
        "guides": {"guides": tuple(_said(programme.guides[id], lang, shelf) for id in sorted(programme.guides))},
        "charter": {"charter": _said(programme.charters, lang, shelf)} if programme.charters else {},
        "board": {"ideas": programme.ideas, "drafts": tuple(Item(one) for one in shelf.drafts)},
        "values": {"values": tuple((one, shelf.named_items(one.articles)) for one in programme.values)},
        "thanks": {"notes": notes},
        "signature": {"item": shelf.items[0] if shelf.items else None},
    }
    found = {name: values for name, values in found.items() if any(values.values()) or name == "signature"}
    named: dict[str, Iterable[str]] = {
        "campaigns": (one.proposed_by for one in shelf.campaigns),
        "campfires": (one.pointed_out_by for one in programme.campfires),
        "board": (id for one in programme.ideas for id in (one.proposed_by, one.taken_by)),
        "thanks": (id for one in notes for id in (one.to, one.by)),
    }
    names = {name: {id: shelf.name_of(id) for id in ids} for name, ids in named.items()}
    more = {"charter": {"open": _is_open(found["charter"]["charter"].open_until, shelf)}} if "charter" in found else {}
    return {name: {**values, "names": names.get(name, {}), **more.get(name, {})} for name, values in found.items()}


def _effort(campaign: Campaign, shelf: Shelf) -> Effort:
    phase = "now" if campaign.runs(shelf.today) else "over" if campaign.ends < shelf.today else "coming"
    media = usable(campaign, shelf.today) if phase != "over" else {}
    items = shelf.items_of(campaign) if phase == "now" else ()
    return Effort(campaign, phase, _is_open(campaign.open_until, shelf), media, items)


def _is_open(until: Any, shelf: Shelf) -> bool:
    return until is not None and until >= shelf.today


def _said(versions: Mapping[str, Any], lang: str, shelf: Shelf) -> Any:
    """The version in a language, else in the site's, else the first."""
    return versions.get(lang) or versions.get(shelf.edition.site.lang) or versions[min(versions)]
