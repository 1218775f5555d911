"""Safe HTML: what people may put on a page is kept, everything else is taken out and named.

Two steps. A sweep writes each allowed tag anew from its parts, so nothing survives that a browser would read otherwise,
and notes what it dropped. Then nh3 (ammonia), an HTML5 parser with the same allow-list, closes what was left open and
has the last word. Neither keeps scripts, styles, frames or forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import escape

import nh3

from .places import CONTROL, without_stray_bidi
from .tags import (
    ATTRIBUTES,
    INLINE,
    SCHEMES,
    TAGS,
    TOKEN,
    alignment,
    allowed,
    attributes_of,
    guard_depth,
    is_remote,
    opening,
    video_address,
    web_address,
)

# Byline decides these for every link and picture, so their loss is no news.
_OURS = frozenset({"decoding", "loading", "rel", "target"})
# Most tags of most texts: nothing is to be decided about them.
_BARE = frozenset(f"<{close}{name}>" for name in TAGS - {"a", "img", "input"} for close in ("", "/"))


@dataclass(frozen=True)
class Notice:
    """What was changed in a text, and regular expressions that find it there, best first."""

    name: str
    message: str
    hint: str
    near: tuple[str, ...]


def sanitize(html: str, *, inline: bool = False) -> tuple[str, list[Notice]]:
    """Safe, well-formed HTML of any HTML, and what was changed. Raises TooDeep over 100 levels.

    Targets of links and pictures stay as they were written. `inline` leaves only what may stand within a paragraph.
    """
    sweep = _Sweep()
    swept = TOKEN.sub(sweep.token, html)
    guard_depth(swept)
    # `&nbsp;` is unknown to XML, and references to control characters were decoded on the way.
    clean = _cleaner(inline).clean(swept).replace("&nbsp;", "\u00a0")
    clean = without_stray_bidi(CONTROL.sub("", clean))
    notices = sweep.notices()
    if inline and "<img" in swept:
        near = (r"!\[", r"<img\b")
        notices.append(Notice("removed-markup", "<img> was removed", "pictures stand in the text, not here", near))
    return clean.replace("<p></p>", "").strip(), notices


@cache
def _cleaner(inline: bool) -> nh3.Cleaner:
    tags = INLINE if inline else TAGS
    return nh3.Cleaner(
        tags=set(tags),
        clean_content_tags=set(),
        attributes={tag: set(ATTRIBUTES[tag]) for tag in tags},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


class _Sweep:
    """Goes once over the tags of one text."""

    def __init__(self) -> None:
        self._removed: dict[str, dict[str, tuple[str, ...]]] = {}
        self._others: list[Notice] = []
        self._ids: set[str] = set()
        self._in_link = False

    def token(self, match: re.Match[str]) -> str:
        """What stands instead of a comment, a tag or a `<`."""
        if match[0] in _BARE:
            return match[0]
        if raw := match["raw"]:
            return self._foreign(raw.lower(), attributes_of(match["raw_given"]), match["content"])
        if not match["name"]:
            return "&lt;" if match[0] == "<" else ""
        name, close, given = match["name"].lower(), match["close"], match["given"]
        if name not in TAGS:
            return "" if close else self._foreign(name, attributes_of(given))
        if name == "a":
            self._in_link = not close
        if close:
            return f"</{name}>"
        if name == "img":
            return self._picture(attributes_of(given))
        if name == "input":
            return self._checkbox(attributes_of(given))
        return opening(name, self._kept(name, attributes_of(given))) if given else f"<{name}>"

    def _foreign(self, name: str, attributes: dict[str, str], content: str = "") -> str:
        if name in ("embed", "iframe"):
            return self._frame(name, attributes, content)
        self._drop(name, "", rf"<{re.escape(name)}\b")
        return ""

    def _kept(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        kept: dict[str, str] = {}
        aligned = ""
        for key, value in attributes.items():
            if side := alignment(key, value):
                aligned = side
                continue
            safe = None if key == "id" and value in self._ids else allowed(name, key, value)
            if safe is not None:
                kept[key] = safe
            if safe != value and key not in _OURS:
                shown = f'{key}="{_short(value)}"' if key in ("href", "src") else key
                self._drop(
                    name, shown, rf"<{name}\b[^<>]*\b{re.escape(key)}", re.escape(value) or "(?!)", rf"<{name}\b"
                )
        self._ids.add(kept.get("id", ""))
        if aligned:
            kept["class"] = f"{kept.get('class', '')} {aligned}".strip()
        return kept

    def _picture(self, attributes: dict[str, str]) -> str:
        src, alt = attributes.get("src", "").strip(), attributes.get("alt", "")
        if not is_remote(src):
            return opening("img", self._kept("img", attributes)) if src else escape(alt)
        message = f"the picture {_short(src)} is on another site, so a link stands in its place"
        self._replaced("remote-picture", src, message, "save it beside the text, if you may, and use that file")
        return self._link(src, alt)

    def _replaced(self, name: str, src: str, message: str, hint: str) -> None:
        self._others.append(Notice(name, message, hint, (re.escape(src), re.escape(escape(src)))))

    def _link(self, target: str, label: str) -> str:
        """A link to what cannot stand here; only its label where links cannot stand either."""
        address = web_address(target)
        if not address or self._in_link:
            return escape(label or address)
        return f'<a href="{escape(address)}">{escape(label or address)}</a>'

    def _checkbox(self, attributes: dict[str, str]) -> str:
        if attributes.get("type", "").lower() != "checkbox":
            self._drop("input", "", r"<input\b")
            return ""
        # Whoever hears the page needs a name for it, in any language.
        state = {"checked": "", "aria-label": "☑"} if "checked" in attributes else {"aria-label": "☐"}
        return opening("input", {"type": "checkbox", "disabled": "", **state})

    def _frame(self, name: str, attributes: dict[str, str], content: str) -> str:
        src, title = attributes.get("src", "").strip(), attributes.get("title", "")
        if address := video_address(src):
            return f'<figure class="video"><a href="{escape(address)}">{self._poster(attributes, content)}</a></figure>'
        if not web_address(src):
            self._drop(name, "", rf"<{name}\b")
            return ""
        message = f"{_short(src)} cannot be embedded, so a link stands in its place"
        hint = "videos of YouTube and Vimeo become a figure; for anything else write a sentence with a link"
        self._replaced("unlisted-video-host", src, message, hint)
        return self._link(src, title)

    def _poster(self, attributes: dict[str, str], content: str) -> str:
        """What one sees of a video: the author's local picture, else its title or address."""
        title = attributes.get("title", "")
        inside = next((match for match in TOKEN.finditer(content) if (match["name"] or "").lower() == "img"), None)
        picture = attributes_of(inside["given"]) if inside else {"src": attributes.get("poster", "")}
        if not picture.get("src") or is_remote(picture["src"]):
            return escape(title or video_address(attributes["src"].strip()) or "")
        return opening("img", self._kept("img", {"alt": title, **picture}))

    def _drop(self, element: str, attribute: str, *near: str) -> None:
        self._removed.setdefault(element, {}).setdefault(attribute, near)

    def notices(self) -> list[Notice]:
        """What was dropped: one notice for each kind of element, then those of pictures and videos."""
        return [_removal(name, parts) for name, parts in self._removed.items()] + self._others


def _removal(element: str, parts: dict[str, tuple[str, ...]]) -> Notice:
    near = parts.get("", next(iter(parts.values())))
    if "" not in parts:
        named = ", ".join(parts)
        message = f"<{element}>: {named} were removed" if len(parts) > 1 else f"<{element}>: {named} was removed"
        return Notice("removed-markup", message, "delete what is named", near)
    hint = f"delete it; to show it as text, write `<{element}>` between backticks"
    return Notice("removed-markup", f"<{element}> was removed", hint, near)


def _short(address: str) -> str:
    return address if len(address) <= 80 else f"{address[:77]}..."
