"""The gallery: cards as networks show them, wide, cut to a square and small in a list, for those who say yes or no."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import FileSystemLoader

from ..model import Card, File, LateFile, Site
from ..speaking import environment
from ..words import words_for
from .orders import Order

FOLDER = "preview/cards"
HERE = Path(__file__).parent
# How each network shows a link; the first letters say where its picture stands. As of November 2026.
NETWORKS: Mapping[str, Sequence[str]] = {
    "wide": ("LinkedIn, Facebook", "X", "Bluesky, Teams"),
    "square": ("WhatsApp", "Mastodon"),
    "small": ("Slack, Signal",),
}
WORDS = {
    "en": {
        "title": "Share cards",
        "intro": "As networks show them when somebody shares the page: wide, cut to a square, and small in a list.",
        "shown": "{} of {} cards: those that differ from the base, or the newest.",
        "none": "No card differs from the base.",
        "light": "light",
        "dark": "dark",
    },
    "fr": {
        "title": "Cartes de partage",
        "intro": "Telles que les réseaux les montrent quand quelqu’un partage la page : larges, rognées en carré, "
        "et petites dans une liste.",
        "shown": "{} cartes sur {} : celles qui diffèrent de la base, ou les plus récentes.",
        "none": "Aucune carte ne diffère de la base.",
        "light": "clair",
        "dark": "sombre",
    },
}


@dataclass(frozen=True)
class Shown:
    """A card with what stands around it on a network."""

    order: Order
    card: Card
    file: File

    @property
    def name(self) -> str:
        """Of its copy beside the gallery."""
        return self.file.save_as.removeprefix("cards/").replace("/", "-")

    @property
    def kib(self) -> str:
        """How heavy it is."""
        return f"{len(self.file.data) / 1024:.1f}"


def chosen(cards: Sequence[Shown], touched: Collection[str] | None, most: int) -> Sequence[Shown]:
    """Those of the texts that differ from a base; without one the first of each build, the newest articles."""
    if touched is None:
        return cards[:most]
    return [one for one in cards if one.order.source in touched]


def gallery(cards: Sequence[Shown], of: int, site: Site, domain: str) -> Iterator[File]:
    """The page, its style and copies of the cards, so that the folder can be handed on alone."""
    lang = "fr" if site.lang.startswith("fr") else "en"

    def page() -> bytes:
        templates = environment(FileSystemLoader(HERE), words_for(lang))
        said = {"site": site, "domain": domain, "networks": NETWORKS, "lang": lang, "words": WORDS[lang]}
        return templates.get_template("gallery.html").render(cards=cards, of=of, **said).encode()

    # A card's address tells what it shows.
    shown = [(one.card, one.order.kind, one.order.lang, one.order.contents.texts["title"]) for one in cards]
    inputs = ["gallery", (HERE / "gallery.html").read_bytes(), shown, of, site, domain]
    yield LateFile(f"{FOLDER}/index.html", inputs, page, internal=True)
    yield File(f"{FOLDER}/gallery.css", (HERE / "gallery.css").read_bytes(), internal=True)
    for one in cards:
        yield LateFile(f"{FOLDER}/{one.name}", [one.card.address], partial(getattr, one.file, "data"), internal=True)
