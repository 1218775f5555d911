"""What a browser would run, load or send of a piece of HTML, found with an HTML5 parser that is not the sanitizer's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from justhtml import JustHTML

ACTIVE = frozenset(
    "applet audio base button embed form frame frameset iframe link math meta object portal script select source style "
    "svg template textarea track video".split()
)
DANGEROUS_SCHEME = re.compile(r"(?!(?:https?|mailto|tel):)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def active_content(html: str) -> list[str]:
    """One sentence for each active element, handler, style and dangerous target; none is what we want."""
    return list(_found(html))


def _found(html: str) -> Iterator[str]:
    for element in JustHTML(html, fragment=True, sanitize=False).query("*"):
        if element.name in ACTIVE:
            yield f"<{element.name}>"
        attributes = element.attrs or {}
        if element.name == "input" and (attributes.get("type") != "checkbox" or "disabled" not in attributes):
            yield "<input> that takes input"
        for name, value in attributes.items():
            if name.startswith("on") or name in ("style", "srcdoc", "srcset", "action", "formaction", "background"):
                yield f"<{element.name} {name}>"
            if name in ("href", "src") and DANGEROUS_SCHEME.match(re.sub(r"[\x00-\x20]", "", value or "")):
                yield f"<{element.name} {name}={value!r}>"
