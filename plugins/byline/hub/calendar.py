"""The events as one calendar file (RFC 5545), for any calendar to open or to subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from ..model import Event, Site

if TYPE_CHECKING:
    import icalendar


def calendar(events: Iterable[Event], site: Site) -> bytes:
    """The calendar. Times are in UTC, so that none needs to know a zone; whole days have no time. Nobody attends."""
    import icalendar  # slow to load, and most builds have printed these events before

    made = icalendar.Calendar()
    made.add("prodid", "-//Byline//Hub//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", site.name)
    for event in events:
        made.add_component(_entry(event, site))
    data: bytes = made.to_ical()
    return data


def _entry(event: Event, site: Site) -> icalendar.Event:
    import icalendar

    entry = icalendar.Event()
    entry.add("uid", f"event-{event.id}@{site.id_domain or 'byline'}")
    entry.add("dtstamp", event.starts.astimezone(UTC))  # must be there, and the moment of the build must not
    entry.add("dtstart", event.starts.date() if event.whole_days else event.starts.astimezone(UTC))
    # The end of whole days is the first day on which it is over.
    entry.add("dtend", event.ends.date() + timedelta(days=1) if event.whole_days else event.ends.astimezone(UTC))
    entry.add("summary", event.title, {"language": event.lang})
    for name, value in (("description", event.summary), ("location", event.place), ("url", event.url)):
        if value:
            entry.add(name, value)
    return entry
