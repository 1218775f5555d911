"""What a site may set about its cards: `BYLINE_CARDS`."""

from __future__ import annotations

from dataclasses import dataclass

from ..settings import setting


@dataclass(frozen=True)
class CardSettings:
    """`BYLINE_CARDS`."""

    layout: str = setting(
        "",
        "the layout of articles that name none: a file in the theme's `cards/`, or `none` for no card; empty: `cover` "
        "for those with a picture, `co-signed` for those with several authors, `article` for the others",
    )
    folder: str = setting("", "where `cards/` and `fonts/` stand; empty: in the theme")
    system_fonts: tuple[str, ...] = setting(
        ("/usr/share/fonts",),
        "folders with Noto fonts, for scripts that the theme's own fonts lack",
    )
    gallery: int = setting(100, "how many cards, the newest first, the gallery of a build without `--since` shows")
