"""From values to pages: the hub's own templates, in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..speaking import spoken

ROOM = Path(__file__).parent


def rendered(template: str, lang: str, values: Mapping[str, Any]) -> bytes:
    """A page of the hub as UTF-8."""
    environment, words = spoken(ROOM, lang)
    return environment.get_template(template).render(lang=words.lang, **values).encode()


def own_file(name: str) -> str:
    """A script or style sheet of the hub."""
    return (ROOM / "browser" / name).read_text("utf-8")
