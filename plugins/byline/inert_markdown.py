"""Words of a stranger inside Markdown: what GitHub and GitLab would make of them is kept from happening.

Besides markup they know calls (`@team`), references (`#12`, `!12`, `GH-12`), pictures of faces (`:tada:`) and bare
addresses. These are read after the markup, where a backslash is gone, so a character without width keeps them apart.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import Markup, escape

from .findings import CONTROLS

LONGEST = 300  # characters of one text: what is proposed can be of any length, a comment cannot
JOINER = "\u2060"
APART = re.compile(
    r"(?<=[@#!%~$&^])(?=\w)|(?<=:)(?=[\w+-]+:)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=gh-)(?=\d)", re.IGNORECASE
)
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&^])")
BEGINNING = re.compile(r"^( ?\d*)([-+=.)])")  # of a list or a heading, where a text begins a line
BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # all but the spaces at which no line may break
SAFE = ":/?#=&%~+,;"


def escaped(value: object, longest: int = LONGEST) -> Markup:
    """Any value as Markdown that shows it on one line and means nothing else; what is Markdown already stays."""
    if isinstance(value, Markup):
        return value
    text = APART.sub(JOINER, _line(str(value), longest))
    return Markup(BEGINNING.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", text)))  # noqa: S704  escaped just now


def link(text: object, url: str) -> Markup:
    """A link; only the text where there is no address that begins with `https://` or `http://`."""
    if not url.startswith(("https://", "http://")):
        return escaped(text)
    return Markup("[{}](<{}>)").format(escaped(text), Markup(quote(url, safe=SAFE)))  # noqa: S704  quoted


def code(text: str) -> Markup:
    """Words as code, in which nothing is read; the fence is longer than any in them."""
    line = _line(text)
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return Markup(f"{fence}{pad}{line}{pad}{fence}")  # noqa: S704  see above


def in_html(text: str) -> Markup:
    """Words inside an HTML element of a comment, where Markdown is not read, but calls are."""
    return escape(APART.sub(JOINER, _line(text)))


def picture(url: str, width: int) -> Markup:
    """A picture of a width, in HTML, which both hosts let through; Markdown knows no widths.

    It has nothing to add for who cannot see it, so that no word stands where a table's cell could end within a tag.
    """
    return Markup('<img src="{}" alt="" width="{}">').format(Markup(quote(url, safe=SAFE)), width)  # noqa: S704  quoted


def _line(text: str, longest: int = LONGEST) -> str:
    line = BLANKS.sub(" ", CONTROLS.sub(" ", text))
    return line if len(line) <= longest else line[: longest - 1] + "…"
