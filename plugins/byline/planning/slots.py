"""When to share what: moments spread over working hours, the same in every build of a week.

A week is planned as a whole, whatever the moment, so that a calendar that is fetched again shows the same. What is past
is left out afterwards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ..model import Article
from .settings import DAYS, PlanningSettings, windows

STEP = timedelta(minutes=15)
COMPANY = ""  # in the place of a person: the company's own account


@dataclass(frozen=True)
class Sharer:
    """Who shares: a person's id, or nobody for a company's account; where, in which languages, how often a week."""

    id: str
    channels: tuple[str, ...]
    per_week: int
    langs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slot:
    """One article, to be shared by somebody on a channel at a moment. `turn` counts who shared it there before."""

    sharer: str
    article: Article
    channel: str
    moment: datetime
    turn: int = 0


@dataclass
class _Plan:
    """Slots under way, with what keeps them apart."""

    apart: timedelta
    shared: dict[tuple[str, str], list[Slot]] = field(default_factory=dict)
    busy: set[tuple[str, str, date]] = field(default_factory=set)

    def free(self, sharer: str, article: Article, channel: str, moment: datetime) -> bool:
        """Whether nobody shares this there at about that time, and the sharer does nothing else at that moment."""
        if _day(sharer, channel, moment) in self.busy:
            return False
        same = self.shared.get((article.id, channel), ())
        return not any(slot.sharer == sharer or abs(slot.moment - moment) < self.apart for slot in same)

    def take(self, sharer: str, article: Article, channel: str, moment: datetime) -> None:
        same = self.shared.setdefault((article.id, channel), [])
        same.append(Slot(sharer, article, channel, moment, len(same)))
        self.busy.add(_day(sharer, channel, moment))


def _day(sharer: str, channel: str, moment: datetime) -> tuple[str, str, date]:
    """What one shares on a day: a person one thing, a company's account one on each channel."""
    return sharer, channel if sharer == COMPANY else "", moment.date()


def planned(
    sharers: Sequence[Sharer], articles: Sequence[Article], settings: PlanningSettings, zone: ZoneInfo, now: datetime
) -> tuple[Slot, ...]:
    """What everybody may share in the coming weeks, by moment; nothing that is past."""
    plan = _Plan(timedelta(hours=settings.apart))
    monday = now.astimezone(zone).date()
    monday -= timedelta(days=monday.weekday())
    for week in range(settings.weeks):
        moments = working_moments(monday + timedelta(weeks=week), settings, zone)
        for sharer in sharers:
            _plan_week(plan, sharer, articles, moments)
    coming = (slot for slots in plan.shared.values() for slot in slots if slot.moment > now)
    return tuple(sorted(coming, key=lambda slot: (slot.moment, slot.sharer, slot.channel)))


def working_moments(monday: date, settings: PlanningSettings, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Every quarter of an hour of a week in which people work and are not left in peace."""
    hours, quiet = windows(settings.hours), windows(settings.quiet)
    found = []
    for number, name in enumerate(DAYS):
        day = monday + timedelta(days=number)
        if name not in settings.days or day in settings.free:
            continue
        for quarter in range(24 * 4):
            moment = datetime(day.year, day.month, day.day) + quarter * STEP  # noqa: DTZ001  gets its zone below
            inside = any(begins <= moment.time() < ends for begins, ends in hours)
            if inside and not any(begins <= moment.time() < ends for begins, ends in quiet):
                found.append(moment.replace(tzinfo=zone))
    return tuple(found)


def _plan_week(plan: _Plan, sharer: Sharer, articles: Sequence[Article], moments: Sequence[datetime]) -> None:
    """So many of the sharer's articles in their parts of the week, each at the first free moment from one by lot."""
    if not moments:
        return
    waiting = iter(_in_own_order(sharer, articles, moments[0]))
    for part in range(sharer.per_week):
        share = moments[len(moments) * part // sharer.per_week : len(moments) * (part + 1) // sharer.per_week]
        for article, channel in waiting:
            start = _lot(sharer.id, article.id, channel, moments[0].date().isoformat()) % max(1, len(share))
            turned = [*share[start:], *share[:start]]
            free = (moment for moment in turned if plan.free(sharer.id, article, channel, moment))
            if moment := next(free, None):
                plan.take(sharer.id, article, channel, moment)
                break


def _in_own_order(sharer: Sharer, articles: Sequence[Article], week: datetime) -> Iterator[tuple[Article, str]]:
    """What the sharer may share and where; everybody begins elsewhere, so that not all say the same."""
    fitting = [article for article in articles if not sharer.langs or article.lang in sharer.langs]
    if not fitting or not sharer.channels:
        return
    lot = _lot(sharer.id, *sharer.channels, week.date().isoformat())
    start, turn = lot % len(fitting), lot // len(fitting)
    for number in range(len(fitting) * len(sharer.channels)):
        article = fitting[(start + number) % len(fitting)]
        yield article, sharer.channels[(turn + number + number // len(fitting)) % len(sharer.channels)]


def _lot(*about: str) -> int:
    """A number that follows from its subject alone, and looks drawn."""
    return int.from_bytes(hashlib.sha256("\n".join(about).encode()).digest()[:8], "big")
