"""The report in words: templates and catalogs of this room, in the site's language where there is a catalog of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from babel.dates import format_time, get_timezone_gmt
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from .. import inert_markdown, markup
from ..findings import sentence
from ..sentences import in_language
from ..speaking import environment
from ..typography import typeset
from ..words import Words, words_for

HERE = Path(__file__).parent


def pages(lang: str) -> Environment:
    """Templates of HTML: everything is escaped."""
    made = _environment(lang, escapes=True)
    made.filters["inline"] = lambda text: Markup(markup.render_inline(text, 1).html)  # noqa: S704  sanitized
    return made


def comments(lang: str) -> Environment:
    """Templates of Markdown: everything that is printed is escaped for it, but what `inert_markdown` has made."""
    made = _environment(lang, finalize=inert_markdown.escaped)
    for make in (inert_markdown.code, inert_markdown.in_html, inert_markdown.link, inert_markdown.picture):
        made.filters[make.__name__] = make
    return made


def letters(lang: str) -> Environment:
    """Templates of plain text, in which nothing has a meaning."""
    return _environment(lang)


def _environment(lang: str, escapes: bool = False, finalize: Callable[..., Any] | None = None) -> Environment:
    words = words_for(lang, HERE / "locale")
    made = environment(FileSystemLoader(HERE / "templates"), words, escapes, finalize)
    made.filters |= {"moment": partial(moment, words), "size": partial(size, words), "sentence": sentence}
    made.filters["told"] = partial(in_language, lang=words.lang)
    made.globals |= {"spoken": words.lang, "colon": typeset(" :", words.lang).removeprefix(" ")}
    return made


def moment(words: Words, value: datetime, timezone: str) -> str:
    """A day and time as people write it, with the zone in which it is meant: `3 March 2027, 09:00 (Europe/Paris)`."""
    day, time = words.date(value), format_time(value, "short", locale=words.locale)
    offset = get_timezone_gmt(value, "long", locale=words.locale)
    return f"{day}, {time} ({timezone}, {offset})" if timezone != "UTC" else f"{day}, {time} (UTC)"


def size(words: Words, number: int) -> str:
    """Bytes in the unit that people know from their telephones."""
    return f"{words.number(max(1, round(number / 1000)))}\N{NO-BREAK SPACE}kB"
