"""Templates that speak a language: set up in one way for every room, so that they all escape and name things alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, FileSystemLoader, StrictUndefined

from .templates import Templates
from .words import Words, direction, isodate, language, og_locale, unless, words_for

PAPER = Path(__file__).parent / "paper"  # what every page for colleagues is printed on


def environment(
    loader: BaseLoader, words: Words, escapes: bool = True, finalize: Callable[..., Any] | None = None
) -> Templates:
    """Templates with the words of a language and what says dates, numbers and names in it.

    An unknown name is an error. What `escapes` is HTML; what does not is plain text, or is escaped by `finalize`.
    """
    made = Templates(
        loader=loader,
        autoescape=escapes,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=not escapes,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(words.translations, newstyle=True)  # type: ignore[attr-defined]
    made.say = words.say if escapes else None  # markup that says so may stand as it is, plain text may not
    made.filters |= {
        "date": words.date,
        "number": words.number,
        "names": words.names,
        "isodate": isodate,
        "dir": cache(direction),
        "language": cache(language),
        "og_locale": cache(og_locale),
        "unless": unless,
    }
    return made


@cache
def spoken(room: Path, lang: str) -> tuple[Templates, Words]:
    """A room's `templates/` beside those of the paper, with the words of both; English where there is no catalog."""
    words = words_for(lang, room / "locale", PAPER / "locale")
    return environment(FileSystemLoader([room / "templates", PAPER / "templates"]), words), words


@cache
def style(file: Path) -> str:
    """A room's style sheet, after what every sheet for colleagues begins with."""
    return (PAPER / "sheet.css").read_text("utf-8") + file.read_text("utf-8")


@cache
def looks(room: Path) -> str:
    """A digest of the templates, words, styles and scripts of a room: what its pages are made from besides values."""
    own = (path for name in ("templates", "locale", "browser") for path in sorted((room / name).rglob("*.*")))
    files = (*own, *sorted(PAPER.rglob("*.*")))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def spoken_langs(room: Path, langs: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the languages that a room has a catalog for, else English."""
    known = {path.name for path in (room / "locale").iterdir()}
    return tuple(lang for lang in langs if known & {lang, lang.split("-")[0]}) or ("en",)
