"""What planning hands over: calendars by person, and files for the company's accounts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar
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
T = TypeVar("T")


def plan(build: Build) -> None:
    """Fill `build.calendars`: one for each person who takes part, made when somebody asks for it."""
    slots = Made(["all"], lambda _: _slots(build))
    people = [one.id for one in _people(build, build.setting(PlanningSettings))]
    build.calendars = Made(people, lambda id: _calendar(build, [one for one in slots["all"] if one.sharer == id]))


def account_files(build: Build) -> Iterator[File]:
    """`internal/planning/<scheduler>-<channel>.csv`; what a scheduler does not read at once goes into `...-2.csv`."""
    settings = build.setting(PlanningSettings)
    posts: dict[str, list[Post]] = {}
    slots = [slot for slot in _slots(build) if slot.sharer == COMPANY]
    said = _said(build, slots)
    for slot in slots:
        if post := _post(build, slot, *said[slot.article.source][slot.channel]):
            posts.setdefault(slot.channel, []).append(post)
    for id in settings.schedulers:
        for channel in sorted(posts):
            for number, data in enumerate(files(formats()[id], posts[channel], build.now), 1):
                part = f"-{number}" if number > 1 else ""
                yield File(f"{FOLDER}/{id}-{channel}{part}.csv", data, internal=True)


def _slots(build: Build) -> tuple[Slot, ...]:
    settings, zone = build.setting(PlanningSettings), ZoneInfo(build.site.timezone)
    sharers = [*_accounts(build, settings), *_people(build, settings)]
    if not sharers:
        return ()
    articles = [one.article for one in proposals(build.edition, build.programme, build.now.date())]
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
    said = ((slot, _text(_fitting(kit, slot.channel), slot), _target(kit, slot.channel)) for slot, kit in kits)
    return calendar(build.site, list(said))


def _text(texts: Sequence[T], slot: Slot) -> T | None:
    """Another text for each who shares the same there, as far as there are several."""
    return texts[slot.turn % len(texts)] if texts else None


def _target(kit: ShareKit, channel: str) -> str:
    link = kit.link_to(channel)
    return link.target if link else kit.article.url


def _fitting(kit: ShareKit, channel: str) -> list[ShareText]:
    return [text for text in kit.texts_for(channel) if text.fits]


def _said(build: Build, slots: Iterable[Slot]) -> dict[str, dict[str, tuple[list[str], str]]]:
    """By article and channel: what the company's own accounts may say, and the address; made once."""
    articles = {slot.article.source: slot.article for slot in slots}
    items = [(source, [build.digests.of(build.kit_inputs(article))]) for source, article in articles.items()]

    def make(index: int) -> bytes:
        kit = build.account_kits[items[index][0]]
        texts = {id: [text.text for text in _fitting(kit, id)] for id in build.channels}
        return json.dumps({id: (found, _target(kit, id)) for id, found in texts.items()}).encode()

    made = build.ledger.remember_all("account's texts", items, make, processes=1)
    return {source: json.loads(value) for source, value in zip(articles, made, strict=True)}


def _post(build: Build, slot: Slot, texts: Sequence[str], target: str) -> Post | None:
    text = _text(texts, slot)
    if text is None:
        return None
    card = build.cards.get(slot.article.source)
    whole = text.replace("{url}", target)
    words = re.sub("\n{3,}", "\n\n", text.replace("{url}", "")).strip()
    return Post(whole, words, target, build.site.canonical(card.address) if card else "", slot.moment)
