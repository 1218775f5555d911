"""Markup: Markdown becomes safe HTML, and links and pictures find their place.

`render` makes a `Text` of what a person wrote. Its links and pictures still stand as they were written, because where
they lead is known only once everything is gathered; `resolve` replaces them then.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from typing import Any

import regex

from .model import Heading, Reference, Remark, Text
from .places import Places, TooDeep, scrubbed
from .plain_json import heard, told
from .tags import INLINE, attributes_of, opening

# Safe HTML quotes every attribute and escapes `<` and `>` everywhere else, so these see each tag and nothing more.
_LINK_OR_PICTURE = re.compile(r"<(a|img)( [^>]*)>")
_HEADING = re.compile(r"<(/?)h([1-6])((?: [^>]*)?)>")
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
_FOOTNOTE_MARK = re.compile(r'<sup id="fnref[^>]*>.*?</sup>|<a class="footnote-backref"[^>]*>.*?</a>', re.DOTALL)
_TOC = re.compile(r"<p>\[TOC\]</p>\n?")
_NOT_IN_SLUG = regex.compile(r"[^\p{L}\p{M}\p{N}_\s-]")
_WORD = regex.compile(r"(?w)\b(?=_*[\p{L}\p{N}])")


@dataclass(frozen=True)
class LinkTarget:
    """Where a link leads, and whether that is another site."""

    href: str
    external: bool = False


def render(source: str, first_line: int, *, highlight: bool = True) -> Text:
    """The safe text of a Markdown body whose first line is this line of its file. Never raises.

    What could not stay, and what could not be read, is in its remarks.
    """
    text, remarks = scrubbed(source, first_line)
    places = Places(text, first_line)
    html = _safe_html(text, places, remarks, highlight=highlight)
    html, headings = _with_headings(_TOC.sub("", html))
    return _text(html, headings, places, remarks)


def render_inline(source: str, line: int) -> Text:
    """The same for a summary: short Markdown that stands within a paragraph, without blocks and pictures."""
    text, remarks = scrubbed(source, line)
    places = Places(text, line)
    html = _safe_html(text, places, remarks, inline=True)
    return _text(re.sub(r"\s*\n\s*", " ", html), (), places, remarks)


def resolve(
    html: str,
    link: Callable[[str], LinkTarget | None],
    picture: Callable[[str, Mapping[str, str]], str],
) -> str:
    """The HTML of a `Text` with its links and pictures in place.

    `link` gets each target as it was written, except `#` ones of the page itself, and gives where it leads; one that
    leads nowhere stays as its words. `picture` gets the source and the other attributes and gives the HTML to print.
    """

    def replaced(match: re.Match[str]) -> str:
        attributes = attributes_of(match[2])
        if match[1] == "img":
            return picture(attributes.pop("src", ""), attributes)
        return _resolved_link(attributes, link)

    return _LINK_OR_PICTURE.sub(replaced, html)


def _resolved_link(attributes: dict[str, str], link: Callable[[str], LinkTarget | None]) -> str:
    target = attributes.get("href", "#")
    if not target.startswith("#"):
        found = link(target)
        del attributes["href"]
        if found:
            attributes = {"href": found.href, **attributes}
            # A new page must neither reach back into ours nor learn who sent its reader.
            attributes |= {"rel": "noopener noreferrer"} if found.external else {}
    return opening("a", attributes)


def count_words(plain: str) -> int:
    """The words of a text by the default word boundaries of UAX 29: those segments that begin with a letter or digit.

    So every Han ideograph and every Hiragana is one, a run of Katakana is one, and "don't" and "3.14" are one. Scripts
    without spaces between words that need a dictionary, such as Thai, count letter by letter.
    """
    first, *rest = plain.split(" ")
    return len(_WORD.findall(first)) + sum(map(_words_after_space, rest))


@lru_cache(maxsize=1 << 15)  # no word goes on beyond a space, and most are said again and again
def _words_after_space(part: str) -> int:
    return len(_WORD.findall(f" {part}"))


def to_json(text: Text) -> bytes:
    """A text as the ledger keeps it."""
    return told(text, _fields, ordered=True)


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def from_json(data: bytes) -> Text:
    """The text that `to_json` kept."""
    return text_of(heard(data))


def text_of(values: Mapping[str, Any]) -> Text:
    """The same from values that were read."""
    fields = dict(values)
    for name, kind in (("headings", Heading), ("references", Reference), ("remarks", Remark)):
        fields[name] = tuple(kind(**one) for one in fields[name])
    return Text(**fields)


# --- how a text is made -----------------------------------------------------------------------------------------------


def _safe_html(
    text: str, places: Places, remarks: list[Remark], *, highlight: bool = False, inline: bool = False
) -> str:
    """Safe HTML; what was removed is added to the remarks. A text that cannot be read stands there as it was typed."""
    from .markdown_github import to_html  # with Python-Markdown, for which nobody waits whose texts are read already
    from .sanitize import sanitize

    try:
        html, notices = sanitize(to_html(text, highlight=highlight), inline=inline)
    except TooDeep as error:
        where = places.line(re.escape(error.near))
        remarks.append(Remark(where, "too-deep", str(error), "error", "use fewer levels"))
    except Exception as error:  # noqa: BLE001 - one text that Python-Markdown stumbles over must not end a build
        message = f"this text cannot be read as Markdown ({type(error).__name__}: {error})"
        remarks.append(Remark(places.line(), "unreadable-markdown", message, "error", "simplify what is unusual in it"))
    else:
        remarks += [Remark(places.line(*n.near), n.name, n.message, "warning", n.hint) for n in notices]
        return html
    return escape(text) if inline else f"<p>{escape(text)}</p>"


def _text(html: str, headings: tuple[Heading, ...], places: Places, remarks: list[Remark]) -> Text:
    plain = _plain(html)
    in_order = tuple(sorted(remarks, key=lambda remark: (remark.line, remark.name, remark.message)))
    return Text(html, plain, count_words(plain), headings, _references(html, places), in_order)


def _plain(html: str) -> str:
    """The words that one sees, code included; footnote marks are no words. White space is single spaces."""
    without_marks = _FOOTNOTE_MARK.sub("", html)
    spaced = _TAG.sub(lambda tag: "" if tag[2] in INLINE - {"br"} else " ", without_marks)
    return " ".join(unescape(spaced).split())


def _references(html: str, places: Places) -> tuple[Reference, ...]:
    """Links and pictures in the order of the page, except links within the page."""
    seen: Counter[str] = Counter()
    found = []
    for name, given in _LINK_OR_PICTURE.findall(html):
        attributes = attributes_of(given)
        target = attributes.get("src" if name == "img" else "href", "#")
        if target.startswith("#"):
            continue
        line = places.line_of(target, seen[target])
        seen[target] += 1
        alt = attributes.get("alt", "").strip()
        found.append(Reference("picture", target, line, alt) if name == "img" else Reference("link", target, line))
    return tuple(found)


def _with_headings(html: str) -> tuple[str, tuple[Heading, ...]]:
    """The HTML whose headings have ids, and levels from 2 on without a gap (WCAG technique G141), and those to 4."""
    above: list[int] = []
    taken: set[str] = set(re.findall(r'<(?:li|sup) id="([^"]+)"', html))
    found: list[Heading] = []

    def anchored(match: re.Match[str]) -> str:
        if match[1]:
            return f"</h{min(len(above) + 1, 6)}>"
        above[:] = [*(level for level in above if level < int(match[2])), int(match[2])]
        words = _plain(html[match.end() : html.find(f"</h{match[2]}>", match.end())])
        attributes = attributes_of(match[3])
        attributes["id"] = _unused(attributes.get("id") or _slug(words), taken)
        found.append(Heading(min(len(above) + 1, 6), attributes["id"], words))
        return opening(f"h{found[-1].level}", attributes)

    anchored_html = _HEADING.sub(anchored, html)
    return anchored_html, tuple(heading for heading in found if heading.level <= 4)


def _slug(words: str) -> str:
    """The id of a heading: its letters and digits in any script, words joined by hyphens."""
    kept: str = _NOT_IN_SLUG.sub("", unicodedata.normalize("NFKC", words).lower())
    return "-".join(kept.split())[:80].strip("-_") or "section"


def _unused(wanted: str, taken: set[str]) -> str:
    free, number = wanted, 0
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken.add(free)
    return free
