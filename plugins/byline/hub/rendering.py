"""From values to pages: the hub's own templates, in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..brand import brand_css
from ..model import Brand
from ..speaking import spoken, style

ROOM = Path(__file__).parent


def rendered(template: str, lang: str, values: Mapping[str, Any]) -> bytes:
    """A page of the hub as UTF-8."""
    environment, words = spoken(ROOM, lang)
    return environment.get_template(template).render(lang=words.lang, **values).encode()


def styles(brand: Brand) -> str:
    """The style sheet of the hub, in the colors of a brand."""
    return brand_css(brand).decode() + style(ROOM / "browser/hub.css")


def script() -> str:
    """The script of the hub."""
    return (ROOM / "browser/hub.js").read_text("utf-8")
