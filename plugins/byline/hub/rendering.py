"""From values to pages: the hub's own templates, in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..words import Words, direction, language, unless, words_for

ROOM = Path(__file__).parent


@cache
def spoken(lang: str) -> tuple[Environment, Words]:
    """Templates that speak a language; English where there is no catalog for it."""
    words = words_for(lang, ROOM / "locale")
    environment = Environment(
        loader=FileSystemLoader(ROOM / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(words.translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {
        "date": words.date,
        "number": words.number,
        "names": words.names,
        "dir": direction,
        "language": language,
        "unless": unless,
    }
    return environment, words


def rendered(template: str, lang: str, values: Mapping[str, Any]) -> bytes:
    """A page of the hub as UTF-8."""
    environment, words = spoken(lang)
    return environment.get_template(template).render(lang=words.lang, **values).encode()


@cache
def looks() -> str:
    """A digest of templates, words, style and script: what every page is made from, besides its values and our code."""
    files = (path for name in ("templates", "locale", "browser") for path in sorted((ROOM / name).rglob("*.*")))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def own_file(name: str) -> str:
    """A script or style sheet of the hub."""
    return (ROOM / "browser" / name).read_text("utf-8")


def hub_langs(langs: tuple[str, ...]) -> tuple[str, ...]:
    """The languages in which the hub speaks: those of the edition that it has a catalog for, else English."""
    known = {path.name for path in (ROOM / "locale").iterdir()}
    return tuple(lang for lang in langs if known & {lang, lang.split("-")[0]}) or ("en",)
