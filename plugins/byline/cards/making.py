"""Cards of a build: everything that they depend on is gathered here, and what became of them is handed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from ..build import Build
from ..ledger import Ledger
from ..paths import safe_file
from ..theme_folders import lineage
from .faces import identity, system_fonts, theme_fonts
from .fonts import Fonts
from .orders import Order, orders, unknown_cards
from .reading import read_layouts
from .settings import CardSettings
from .share_cards import Studio, card, drawn_cards, missing_glyphs, planned


def add_cards(build: Build, theme: Path) -> None:
    """Draw the card of every page; fill `build.cards`, its files and its findings. `build.run.cards` may ask for those
    of one text.
    """
    from .gallery import Shown, chosen, gallery

    studio = studio_of(build, theme)
    build.findings += unknown_cards(build.edition.articles, studio.layouts)
    only, take = build.run.cards or ("", lambda _: None)
    ordered = [
        order
        for order in orders(build, studio.layouts, build.setting(CardSettings).layout)
        if not only or order.source == only
    ]
    shown = []
    for order, drawn in zip(ordered, drawn_cards(ordered, studio, build.ledger), strict=True):
        shown.append(Shown(order, *card(order, drawn)))
        build.files.append(shown[-1].file)
        take(shown[-1].file)
        build.findings += missing_glyphs(order, drawn.missing, studio.fonts.shaping)
    build.cards = {one.order.key: one.card for one in shown}
    if not build.run.cards and not build.production:
        seen = chosen(shown, build.touched, build.setting(CardSettings).gallery)
        build.files += gallery(seen, len(shown), build.site, urlsplit(build.site.url).hostname or "")


def report(build: Build, theme: Path) -> None:
    """Say what could not be drawn, without drawing; no font is opened while no text on a card has changed."""
    studio = studio_of(build, theme)
    build.findings += unknown_cards(build.edition.articles, studio.layouts)
    ordered = orders(build, studio.layouts, build.setting(CardSettings).layout)
    for order, missing in zip(ordered, _lacking(ordered, studio, build.ledger), strict=True):
        build.findings += missing_glyphs(order, missing, studio.fonts.shaping)


def _lacking(ordered: Sequence[Order], studio: Studio, ledger: Ledger) -> Iterator[str]:
    """The characters that would be missing on each card."""
    shown = [[order.contents.texts.get(name, "") for name in sorted(order.layout.shown)] for order in ordered]
    items = [(order.key, [studio.identity, texts]) for order, texts in zip(ordered, shown, strict=True)]

    def lacking(index: int) -> bytes:
        unsure = any(map(studio.fonts.missing, ordered[index].contents.texts.values()))
        return planned(ordered[index], studio.fonts)[1].encode() if unsure else b""

    return (data.decode() for data in ledger.remember_all("glyphs", items, lacking, processes=1))


def studio_of(build: Build, theme: Path) -> Studio:
    """What this build's cards are drawn with; raises SettingsError for a layout that cannot be used."""
    settings = build.setting(CardSettings)
    folders = lineage(Path(settings.folder or theme))
    own = theme_fonts([folder / "fonts" for folder in folders])
    brand = safe_file(build.run.root, build.brand.font) if build.brand.font else None
    system = system_fonts(settings.system_fonts)
    return Studio(
        read_layouts([folder / "cards" for folder in folders]),
        build.brand,
        Fonts(own, system, display=brand),
        identity([*own, *([brand] if brand else [])], system),
        build.content,
        safe_file(build.run.root, build.brand.logo) if build.brand.logo else None,
    )
