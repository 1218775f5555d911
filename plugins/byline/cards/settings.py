"""What a site may set about its cards: `BYLINE_CARDS`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CardSettings:
    """Settings of the room.

    layout        the layout of articles that name none: a file in the theme's `cards/`, or `none`
    folder        where `cards/` and `fonts/` stand; the theme's folder when empty
    system_fonts  folders with Noto fonts, for scripts that the theme's own fonts lack
    """

    layout: str = "article"
    folder: str = ""
    system_fonts: tuple[str, ...] = ("/usr/share/fonts",)
