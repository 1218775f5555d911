"""What planning hands over: calendars by person, and files for the company's accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from ..build import Build
from ..made import Made
from ..model import File, ShareKit, ShareText
from ..proposing import proposals
from .calendar import calendar
from .formats import Post, files, formats
from .settings import PlanningSettings
from .slots import COMPANY, Sharer, Slot, planned

FOLDER = "planning"


def plan(build: Build) -> None:
    """Fill `build.calendars`: one for each person who takes part, made when somebody asks for it."""
    slots = Made(["all"], lambda _: _slots(build))
    people = [one.id for one in _people(build, build.setting(PlanningSettings))]
    build.calendars = Made(people, lambda id: _calendar(build, [one for one in slots["all"] if one.sharer == id]))


def account_files(build: Build) -> Iterator[File]:
    """`internal/planning/<scheduler>-<channel>.csv`; what a scheduler does not read at once goes into `...-2.csv`."""
    settings = build.setting(PlanningSettings)
    posts: dict[str, list[Post]] = {}
    for slot in _slots(build):
        if slot.sharer == COMPANY and (post := _post(build, slot)):
            posts.setdefault(slot.channel, []).append(post)
    for id in settings.schedulers:
        for channel in sorted(posts):
            for number, data in enumerate(files(formats()[id], posts[channel], build.now), 1):
                part = f"-{number}" if number > 1 else ""
                yield File(f"{FOLDER}/{id}-{channel}{part}.csv", data, internal=True)


def _slots(build: Build) -> tuple[Slot, ...]:
    settings, zone = build.setting(PlanningSettings), ZoneInfo(build.site.timezone)
    articles = [one.article for one in proposals(build.edition, build.programme, build.now.date())]
    sharers = [*_accounts(build, settings), *_people(build, settings)]
    return planned(sharers, articles, settings, zone, build.now)


def _accounts(build: Build, settings: PlanningSettings) -> Iterator[Sharer]:
    for channel in settings.accounts:
        if channel in build.channels and settings.schedulers:
            yield Sharer(COMPANY, (channel,), settings.account_per_week)


def _people(build: Build, settings: PlanningSettings) -> Iterator[Sharer]:
    """Those who take part today, on the channels that they ticked; without any, on networks where one posts."""
    posted = [one.id for one in build.channels.values() if one.how in ("page", "copy")]
    usual = [id for id in posted if id in settings.accounts] or posted
    for id, person in sorted(build.programme.people.items()):
        if person.active(build.now.date()) and settings.per_week:
            ticked = tuple(one for one in posted if one in person.channels) if person.channels else tuple(usual)
            yield Sharer(id, ticked, settings.per_week, person.langs)


def _calendar(build: Build, slots: list[Slot]) -> bytes:
    kits = [(slot, build.kit_for(slot.article, slot.sharer)) for slot in slots]
    return calendar(build.site, [(slot, _text(kit, slot), _target(kit, slot)) for slot, kit in kits])


def _text(kit: ShareKit, slot: Slot) -> ShareText | None:
    """Another text for each who shares the same there, as far as there are several that fit."""
    fitting = [text for text in kit.texts_for(slot.channel) if text.fits]
    return fitting[slot.turn % len(fitting)] if fitting else None


def _target(kit: ShareKit, slot: Slot) -> str:
    link = kit.link_to(slot.channel)
    return link.target if link else kit.article.url


def _post(build: Build, slot: Slot) -> Post | None:
    kit = build.account_kits[slot.article.source]
    text, target = _text(kit, slot), _target(kit, slot)
    if text is None:
        return None
    card = build.cards.get(slot.article.source)
    whole = text.text.replace("{url}", target)
    words = re.sub("\n{3,}", "\n\n", text.text.replace("{url}", "")).strip()
    return Post(whole, words, target, build.site.canonical(card.address) if card else "", slot.moment)
