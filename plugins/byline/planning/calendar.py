"""A person's calendar (RFC 5545): what they might share, when, and in which words. Nothing of it says "must"."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from ..model import ShareText, Site
from .slots import Slot

if TYPE_CHECKING:
    from icalendar import Event

LASTS = timedelta(minutes=15)


def calendar(site: Site, entries: Iterable[tuple[Slot, ShareText | None, str]]) -> bytes:
    """One event for each slot, with the text that goes with it and the address to share.

    An event keeps its name from build to build, so that a calendar shows it once. Its stamp is when the article last
    changed: a clock would make a new file of the same plan.
    """
    from icalendar import Calendar  # loaded by builds that have a plan to print, not by every check

    found = Calendar()
    found.add("prodid", "-//Byline//Planning//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", site.name)
    for slot, text, target in entries:
        found.add_component(_event(site, slot, text, target))
    data: bytes = found.to_ical()
    return data


def _event(site: Site, slot: Slot, text: ShareText | None, target: str) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    label = text.label if text else slot.channel
    event.add("uid", f"{_name(slot)}@{site.id_domain or 'byline.invalid'}")
    event.add("dtstamp", slot.article.updated.astimezone(UTC))
    event.add("dtstart", slot.moment.astimezone(UTC))
    event.add("duration", LASTS)
    event.add("summary", f"{label}: {slot.article.title}")
    event.add("description", text.text.replace("{url}", target) if text else target)
    event.add("url", target)
    event.add("transp", "TRANSPARENT")  # it takes nobody's time away
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{label}: {slot.article.title}")
    alarm.add("trigger", timedelta())
    event.add_component(alarm)
    return event


def _name(slot: Slot) -> str:
    """The same for one person, article, channel and week; it says nothing about any of them."""
    week = slot.moment.isocalendar()
    about = (slot.sharer, slot.article.id, slot.channel, f"{week.year}-W{week.week:02}")
    return hashlib.sha256("\n".join(about).encode()).hexdigest()[:32]
