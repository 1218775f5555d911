"""One file for one person: what to share, with their own links and everything inside, to be handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from ..build import Build
from ..mail import draft, draft_bytes
from ..model import Ambassador, Badge
from ..refusals import WrongUse
from ..settings import nearest
from ..speaking import spoken
from ..urls import data_url
from .files import Hub
from .kits import Kit, kit_of
from .pictures import code_png
from .rendering import ROOM, rendered, script, styles
from .settings import HubSettings
from .shelf import Item

EVERYBODY = "all"
ATTACHED = "Texts, cards and codes are in the attached file, which opens in any browser, also without a network."


class UnknownPerson(WrongUse):
    """Nobody takes part under this id; the text says what to do."""


@dataclass(frozen=True)
class Shown:
    """An article in a personal file: pictures are `data:` addresses, empty where there are none."""

    item: Item
    kit: Kit
    card: str
    code: str


@dataclass(frozen=True)
class Handed:
    """What is handed over to one person: a page, and a mail that carries it."""

    id: str
    page: bytes
    mail: bytes


def hand_over(build: Build, who: str) -> tuple[Handed, ...]:
    """The files of one person, or of everybody who takes part today; raises `UnknownPerson`."""
    hub = Hub(build)
    return tuple(_handed(hub, one) for one in _wanted(build.programme.people.values(), who, hub.shelf.today))


def _wanted(people: Iterable[Ambassador], who: str, today: date) -> list[Ambassador]:
    known = {one.id: one for one in people}
    if who == EVERYBODY:
        return [one for one in known.values() if one.active(today)]
    if who not in known:
        meant = nearest(who, known)
        hint = f"Did you mean '{meant}'?" if meant else "`byline new ambassador` enrols somebody who asked for it."
        raise UnknownPerson(f"nobody takes part as '{who}'. {hint}")
    if not known[who].active(today):
        raise UnknownPerson(f"'{who}' takes no part at the moment, so there is nothing to hand over")
    return [known[who]]


def _handed(hub: Hub, person: Ambassador) -> Handed:
    lang = next((lang for lang in person.langs if spoken(ROOM, lang)[1].lang == lang), hub.langs[0])
    shown = tuple(_shown(hub, person, item) for item in _chosen(hub, person))
    page = _page(hub, person, lang, shown)
    return Handed(person.id, page, _mail(hub, person, lang, shown, page))


def _chosen(hub: Hub, person: Ambassador) -> list[Item]:
    """What is to share now, in the person's languages."""
    now = (item for item in hub.shelf.items if item.why)
    fitting = [item for item in now if not person.langs or item.article.lang in person.langs]
    return fitting[: hub.build.setting(HubSettings).personal]


def _shown(hub: Hub, person: Ambassador, item: Item) -> Shown:
    kit = hub.build.kit_for(item.article, person.id)
    wanted = person.channels or tuple(hub.build.channels)
    ticked = {id: channel for id, channel in hub.build.channels.items() if id in wanted}
    link = kit.link_to(hub.codes)
    code = data_url(code_png(link.target)) if link and hub.codes else ""
    return Shown(item, kit_of(kit, ticked), hub.card_url(item.article), code)


def _page(hub: Hub, person: Ambassador, lang: str, shown: tuple[Shown, ...]) -> bytes:
    build, programme = hub.build, hub.build.programme
    charter = programme.charters.get(lang) or next(iter(programme.charters.values()), None)
    department = programme.departments.get(person.department)
    values = {
        "person": person,
        "name": build.brand.name or build.site.name,
        "measured": person.measured(hub.shelf.today),
        "hold": programme.hold,
        "changes": charter.since(person.charter) if charter and person.charter else {},
        "charter_lang": charter.lang if charter else lang,
        "department": department.name if department else person.department,
        "shown": shown,
        "events": hub.shelf.events,
        "badges": tuple((one, _drawn(hub, one, lang)) for one in hub.recognition.earned.get(person.id, ())),
        "rewards": [one for one in programme.rewards.given if one.to == person.id] if programme.rewards else [],
        "own": build.own.get(person.id),
        "style": styles(build.brand),
        "script": script(),
    }
    return rendered("personal.html", lang, values)


def _drawn(hub: Hub, badge: Badge, lang: str) -> str:
    """A badge as an address that holds it."""
    return data_url(hub.recognition.draw(badge.rule, lang).encode(), "image/svg+xml")


def _mail(hub: Hub, person: Ambassador, lang: str, shown: tuple[Shown, ...], page: bytes) -> bytes:
    """A draft with the page attached, and the titles with their addresses as text for whoever opens no attachment."""
    say: Callable[[str], str] = spoken(ROOM, lang)[1].say
    name = hub.build.brand.name or hub.build.site.name
    rows = [say("What to share now"), ""]
    for one in shown:
        corner = next(iter(one.kit.corners), None)
        rows += [one.item.article.title, corner.target if corner else one.item.article.url, ""]
    rows += [
        say("Texts, cards and codes are in the attached file, which opens in any browser, also without a network."),
        "",
    ]
    to = person.emails[0] if person.emails else ""
    message = draft(f"{name}: {say('What to share now')}", "\n".join(rows), to=to)
    message.add_attachment(page.decode(), subtype="html", filename=f"{person.id}.html")
    return draft_bytes(message, page)
