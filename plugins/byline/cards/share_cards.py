"""Share cards: drawn, remembered and named, and what could not be drawn."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..languages import from_right
from ..ledger import Ledger, fingerprint
from ..model import Brand, Card, File, Finding, LateFile
from ..urls import short_hash
from .fonts import Fonts
from .layers import HEIGHT, WIDTH
from .layout import CardLayout
from .orders import Order
from .scripts import SIGN, clusters, package

if TYPE_CHECKING:
    from .paint import Painter
    from .plan import DrawingPlan

SUFFIXES = {"image/png": "png", "image/jpeg": "jpg"}


class Studio:
    """What cards are drawn with: layouts, a brand with its logo, fonts, and the folder that holds people's pictures.

    `identity` tells one studio from another without opening a font.
    """

    def __init__(
        self, layouts: Mapping[str, CardLayout], brand: Brand, fonts: Fonts, identity: Sequence[str], content: Path,
        logo: Path | None = None,
    ) -> None:  # fmt: skip
        self.layouts, self.fonts = layouts, fonts
        self._brand, self._content, self._logo = brand, content, logo
        self.identity = fingerprint(asdict(brand), list(identity), logo.read_bytes() if logo else b"")

    @cached_property
    def painter(self) -> Painter:
        """Who draws: loaded when a card must be drawn."""
        from .paint import Painter
        from .palette import colors
        from .sprites import Sprites

        return Painter(colors(self._brand), self.fonts, Sprites(self._content, self.fonts, self._logo))


@dataclass(frozen=True)
class Drawn:
    """A card as it was drawn, and the characters that could not be."""

    data: bytes
    type: str = "image/png"
    missing: str = ""

    def packed(self) -> bytes:
        """One value for the ledger: a line of JSON, then the picture."""
        return json.dumps([self.type, self.missing]).encode() + b"\n" + self.data

    @classmethod
    def unpacked(cls, value: bytes) -> Drawn:
        """The card in a value of the ledger."""
        head, _, data = value.partition(b"\n")
        return cls(data, *json.loads(head))


@dataclass(frozen=True)
class Kept:
    """What is known of a card without looking at it: its type, its missing characters, the hash of its bytes."""

    type: str
    missing: str
    hash: str
    drawn: Callable[[], Drawn]


def drawn_cards(ordered: Sequence[Order], studio: Studio, ledger: Ledger, processes: int | None = None) -> list[Kept]:
    """The cards, in the same order. What was drawn before is not drawn again, and then no font is opened."""
    items = [(order.key, _inputs(order, studio)) for order in ordered]
    found = ledger.heads("card", items, lambda index: draw(ordered[index], studio).packed(), _head, processes)
    return [Kept(head[0], head[1], head[2], partial(_unpacked, whole)) for head, whole in found]


def _unpacked(whole: Callable[[], bytes]) -> Drawn:
    return Drawn.unpacked(whole())


def _head(value: bytes) -> tuple[str, str, str]:
    drawn = Drawn.unpacked(value)
    return drawn.type, drawn.missing, short_hash(drawn.data)


def draw(order: Order, studio: Studio) -> Drawn:
    """Draw one card."""
    plan, missing = planned(order, studio.fonts)
    data, kind = studio.painter.paint(plan)
    return Drawn(data, kind, missing)


def planned(order: Order, fonts: Fonts) -> tuple[DrawingPlan, str]:
    """Where everything stands, and the characters that no font has.

    A sign without a glyph is left out, such as an emoji. Of a text whose letters have none nothing is shown; in the
    place of a title then stands the site's name.
    """
    from .placing import place

    texts, lost = dict[str, str](), list[str]()
    for name in sorted(order.layout.shown):
        texts[name], lacking = _drawable(order.contents.texts.get(name, ""), fonts)
        lost += lacking
    if not texts.get("title"):
        texts["title"] = _drawable(order.contents.texts["site"], fonts)[0]
    people = tuple(replace(one, initials=_drawable(one.initials, fonts)[0]) for one in order.contents.portraits)
    contents = replace(order.contents, texts=texts, portraits=people)
    plan = place(contents, order.layout, fonts, order.lang, from_right(order.lang))
    return plan, "".join(sorted(set(lost)))


def card(order: Order, kept: Kept) -> tuple[Card, File]:
    """A card and its file. Networks keep a picture for days, so a changed card needs a new name."""
    address = f"/cards/{order.kind}/{order.slug}.{kept.hash}.{SUFFIXES[kept.type]}"
    file = LateFile(address.lstrip("/"), [address], lambda: kept.drawn().data)
    return Card(address, order.alt, WIDTH, HEIGHT, kept.type), file


def missing_glyphs(order: Order, missing: str, shaping: bool) -> Iterator[Finding]:
    """A warning when no font has a character of what a card should show, and which package has one."""
    if missing:
        named = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}".strip() for c in missing[:3])
        named += ", …" if len(missing) > 3 else ""
        message = f"no font has {named}: the share card shows what it can without"
        hint = f"On Debian and Ubuntu: apt-get install {package(missing, shaping)}. See docs/cards.md."
        yield Finding(order.source, 1, "glyph-missing", message, "warning", hint)


def _drawable(text: str, fonts: Fonts) -> tuple[str, tuple[str, ...]]:
    """What of a text can be drawn, and the characters that cannot."""
    missing = fonts.missing(text)
    if not missing:
        return text, ()
    lacking = [cluster for cluster in clusters(text) if fonts.missing(cluster)]
    if any(not SIGN.match(cluster) for cluster in lacking):
        return "", missing
    kept = (cluster for cluster in clusters(text) if cluster not in lacking)
    return " ".join("".join(kept).split(" ")), missing


def _inputs(order: Order, studio: Studio) -> list[object]:
    contents = order.contents
    people = [[one.initials, one.picture] for one in contents.portraits]
    shown = {name: contents.texts.get(name, "") for name in {*order.layout.shown, "site"}}
    return [shown, people, contents.cover, order.lang, order.layout.identity, list(order.seen), studio.identity]
