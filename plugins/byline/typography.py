"""Typography: the spaces that a language wants where people type ordinary ones, and its words for alerts and tasks.

French puts a space before high punctuation and inside guillemets, and no line may begin with what follows it: a thin
one before `;`, `!` and `?`, that of a word before `:` (Lexique des règles typographiques en usage à l'Imprimerie
nationale). Inside guillemets the Lexique has that of a word; a thin one is as common, and sits better on screens.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from .late_text import LateText
from .model import Text
from .tags import attributes_of

THIN, WORD = "\u202f", "\u00a0"

_FRENCH = (
    (re.compile(r"(?<![ \t\n])[ \t\n]++(?=[;!?»])"), THIN),
    (re.compile(r"(?<![ \t\n])[ \t\n]++(?=:)"), WORD),
    (re.compile(r"«[ \t\n]++"), f"«{THIN}"),
)
_TAG = re.compile(r"(<[^>]*>)")
_NAMED = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
_VERBATIM = frozenset({"code", "kbd", "pre", "samp", "var"})
_VOID = frozenset({"br", "col", "hr", "img", "input", "wbr"})
_ALERT = re.compile(r'(<p class="admonition-title">)(\w+)(</p>)')
# What Markdown writes above an alert whose author gave it no title.
_ALERTS: Mapping[str, Mapping[str, str]] = {
    "de": {"Note": "Hinweis", "Tip": "Tipp", "Important": "Wichtig", "Warning": "Warnung", "Caution": "Vorsicht"},
    "es": {"Note": "Nota", "Tip": "Consejo", "Warning": "Advertencia", "Important": "Importante", "Caution": "Cuidado"},
    "fr": {"Note": "Remarque", "Tip": "Astuce", "Warning": "Attention", "Caution": "Prudence"},
}
# A box that is ticked, and one that is not, for who hears the list. Markdown has a sign for each, which says little.
_TASKS: Mapping[str, tuple[str, str]] = {
    "de": ("Erledigt", "Offen"),
    "en": ("Done", "To do"),
    "es": ("Hecho", "Por hacer"),
    "fr": ("Fait", "À faire"),
}


def typeset(text: str, lang: str) -> str:
    """Plain text with the spaces of its language: ordinary ones are replaced, none is added, the rest stays."""
    for pattern, space in _FRENCH if _base(lang) == "fr" else ():
        text = pattern.sub(space, text)
    return text


def typeset_html(html: str, lang: str) -> str:
    """The same for safe HTML, but for code, attributes, and what is marked as being in another language.

    Alerts without a title of their own, and the boxes of tasks, get the words of the language.
    """
    words = _ALERTS.get(_base(lang), {})
    html = _ALERT.sub(lambda match: match[1] + words.get(match[2], match[2]) + match[3], html) if words else html
    for sign, word in zip("☑☐", _TASKS.get(_base(lang), ()), strict=False):
        html = html.replace(f'aria-label="{sign}"', f'aria-label="{word}"')
    return _spaced(html, lang) if _base(lang) == "fr" else html


def typeset_text(text: Text, lang: str) -> Text:
    """A rendered text, typeset wherever readers see it."""
    if _base(lang) not in _TASKS:
        return text
    if isinstance(text, LateText):
        return text.changed(_base(lang), lambda whole: typeset_text(whole, lang))
    if not text.html:
        return text
    headings = tuple(replace(heading, text=typeset(heading.text, lang)) for heading in text.headings)
    return replace(text, html=typeset_html(text.html, lang), plain=typeset(text.plain, lang), headings=headings)


def _spaced(html: str, lang: str) -> str:
    """Text between tags, typeset. Text and tags alternate, so every other piece is a tag."""
    pieces = _TAG.split(html)
    inside, depth = "", 0  # the element that is left as it is, and how many of its name are open
    for place, piece in enumerate(pieces):
        tag = _NAMED.match(piece) if place % 2 else None
        if tag and depth:
            depth += (tag[2] == inside) * (-1 if tag[1] else 1)
        elif tag and not tag[1] and _left_alone(tag[2], tag[3], lang):
            inside, depth = tag[2], 1
        elif not place % 2 and not depth:
            pieces[place] = typeset(piece, lang)
    return "".join(pieces)


def _left_alone(name: str, given: str, lang: str) -> bool:
    foreign = "lang=" in given and _base(attributes_of(given).get("lang", lang)) != _base(lang)
    return name not in _VOID and (name in _VERBATIM or foreign)


def _base(lang: str) -> str:
    return lang.split("-")[0].lower()
