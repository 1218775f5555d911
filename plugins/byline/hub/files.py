"""All files of the hub: pages in each language, and the pictures, codes, calendar and script that they use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import Any

from ..build import Build
from ..model import Article, BadgeRule, File, LateFile
from ..paths import safe_file
from ..speaking import looks, spoken_langs
from ..urls import data_url
from .calendar import calendar
from .kits import Kit, kit_of
from .pages import HubPage, hub_pages, menu
from .pictures import code_png, kit_png, usable
from .remarks import remarks_output
from .rendering import ROOM, rendered, script, styles
from .shelf import Item, shelf_of


@dataclass(frozen=True)
class Around:
    """What every page shows. `root` leads from a page to the hub's folder, `home` to that of its language."""

    name: str
    organisation: str
    root: str
    home: str
    menu: tuple[str, ...]
    here: str
    langs: tuple[tuple[str, str], ...]
    hold: str


class Hub:
    """The hub of one build."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.recognition = build.recognize()
        self.shelf = replace(shelf_of(build), recognition=self.recognition)
        self.langs = spoken_langs(ROOM, build.edition.langs)
        self._card_urls: dict[str, str] = {}
        self.codes = next((id for id, channel in build.channels.items() if channel.how == "code"), "")

    def files(self) -> Iterator[File]:
        """Everything, in `hub/` of the internal folder."""
        yield self._file("hub.css", styles(self.build.brand).encode())
        yield self._file("hub.js", script().encode())
        yield from self._pictures()
        if self.shelf.events:
            events, site = self.shelf.events, self.build.site
            yield self._late("events.ics", ["calendar", events, site], partial(calendar, events, site))
        for lang in self.langs:
            yield from (self._page(page, lang) for page in hub_pages(self.shelf, lang))
            yield from (self._kit_page(item, lang) for item in self.shelf.items)
            yield from (self._badge(rule, lang) for rule in self.recognition.rules)

    # --- pages --------------------------------------------------------------------------------------------------------

    def _page(self, page: HubPage, lang: str) -> File:
        values = {**self._around(page, lang), **page.values}
        if page.template == "signature.html":
            return self._late_signature(page, lang, values)
        make = partial(rendered, page.template, lang, values)
        return self._late(self._path(page, lang), [page.template, lang, values], make)

    def _kit_page(self, item: Item, lang: str) -> File:
        page = HubPage(item.page, "kit.html", {"item": item})
        source = item.article.source
        own = {source: self.cards[source]} if source in self.cards else {}
        values = {**self._around(page, lang), "cards": own, **page.values}
        inputs = ["kit", lang, values, self.build.kit_inputs(item.article)]
        return self._late(self._path(page, lang), inputs, partial(self._rendered_kit, item.article, lang, values))

    def _rendered_kit(self, article: Article, lang: str, values: Mapping[str, Any]) -> bytes:
        # Inside the page, so that a browser saves it also when the page came from a folder.
        code = data_url(code_png(self.target(article, self.codes))) if self.codes else ""
        return rendered("kit.html", lang, {**values, "kit": self.kit(article), "code": code})

    def _late_signature(self, page: HubPage, lang: str, values: Mapping[str, Any]) -> File:
        """The page whose one article carries an address that only its kit knows."""
        item: Item | None = page.values["item"]
        kit = self.build.kit_inputs(item.article) if item else ()

        def make() -> bytes:
            return rendered(
                page.template, lang, {**values, "target": self.target(item.article, "email") if item else ""}
            )

        return self._late(self._path(page, lang), ["signature", lang, values, kit], make)

    def kit(self, article: Article) -> Kit:
        """An article's kit as pages show it."""
        return kit_of(self.build.kits[article.source], self.build.channels)

    def target(self, article: Article, channel: str) -> str:
        """The address that is shared on a channel; the article's own where the channel is none here."""
        link = self.build.kits[article.source].link_to(channel)
        return link.target if link else article.url

    def _around(self, page: HubPage, lang: str) -> dict[str, Any]:
        root = "../" * self._path(page, lang).count("/")
        around = Around(
            name=self.build.brand.name or self.build.site.name,
            organisation=self.build.site.organisation or self.build.site.name,
            root=root,
            home=page.up,
            menu=menu(self.shelf, lang),
            here=page.path,
            langs=tuple((one, root + self._path(page, one)) for one in self.langs if one != lang),
            hold=self.build.programme.hold,
        )
        return {"hub": around, "cards": self.cards, "portraits": self._portraits}

    def _path(self, page: HubPage, lang: str) -> str:
        return page.path if lang == self.langs[0] else f"{lang.lower()}/{page.path}"

    # --- pictures -----------------------------------------------------------------------------------------------------

    @cached_property
    def cards(self) -> Mapping[str, str]:
        """Where the card of each article that can be shared stands in the hub, by source."""
        shown = ((item.article.source, self.build.cards.get(item.article.source)) for item in self.shelf.items)
        return {source: f"cards/{PurePosixPath(card.address).name}" for source, card in shown if card}

    def card_url(self, article: Article) -> str:
        """An article's card as an address that holds it; empty where it has none. It is drawn once, whoever asks."""
        card = self.build.cards.get(article.source)
        if card and article.source not in self._card_urls:
            files = (file for file in self.build.files if "/" + file.save_as == card.address)
            self._card_urls[article.source] = next((data_url(file.data, card.type) for file in files), "")
        return self._card_urls.get(article.source, "")

    @cached_property
    def _portraits(self) -> Mapping[str, str]:
        found = ((one.id, self.build.portraits.get(one.id)) for one in self.shelf.helpers)
        return {id: f"people/{PurePosixPath(_small(one.variants)).name}" for id, one in found if one}

    def _pictures(self) -> Iterator[File]:
        public = {"/" + file.save_as: file for file in self.build.files if not file.internal}
        copied = {path: self.build.cards[source].address for source, path in self.cards.items()}
        copied |= {path: _small(self.build.portraits[id].variants) for id, path in self._portraits.items()}
        for path, address in copied.items():
            yield self._late(path, ["copy", address], partial(getattr, public[address], "data"))
        for campaign in self.shelf.campaigns:
            for path, media in usable(campaign, self.shelf.today).items():
                if media.file and (file := safe_file(self.build.content, media.file)):
                    inputs = [looks(ROOM), file.read_bytes()]
                    if data := self.build.ledger.remember("media kit", path, inputs, partial(kit_png, file)):
                        yield self._file(path, data)

    def _badge(self, rule: BadgeRule, lang: str) -> File:
        make = partial(self._drawn, rule, lang)
        return self._late(f"badges/{rule.id}-{lang.lower()}.svg", ["badge", rule, lang, self.build.brand], make)

    def _drawn(self, rule: BadgeRule, lang: str) -> bytes:
        return self.recognition.draw(rule, lang).encode()

    def _file(self, path: str, data: bytes) -> File:
        return File(f"hub/{path}", data, internal=True)

    def _late(self, path: str, inputs: list[Any], make: Callable[[], bytes]) -> File:
        return LateFile(f"hub/{path}", [looks(ROOM), *inputs], make, internal=True)


def _small(variants: Mapping[int, str]) -> str:
    """The smallest variant that is sharp at the size at which the hub shows it."""
    return variants[min([width for width in variants if width >= 160] or [max(variants)])]


def hub_output(build: Build) -> Iterator[File]:
    """The whole hub, and what is wrong with the programme."""
    yield from Hub(build).files()
    yield from remarks_output(build)
