"""What stands within a line of Markdown, as Python-Markdown reads it, without asking each text for what it cannot hold.

Python-Markdown searches every paragraph for each of some twenty patterns, which is a third of what reading a text
takes. Most hold none of the signs that a pattern begins with.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# By a pattern's name: whatever it matches holds one of these. A pattern that is not named here is always tried.
SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    **dict.fromkeys(("reference", "link", "short_reference"), ("[",)),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), ("![",)),
    **dict.fromkeys(("autolink", "automail", "html"), ("<",)),
    "linebreak": ("  \n",),
    "magic-link": ("://", "w.", "W."),
    "magic-mail": ("@",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "delimiter": ("~",),
}


class Inline(InlineProcessor):
    """Takes the place of Python-Markdown's own; a version of it that works otherwise would be right, and as slow."""

    @cached_property
    def _patterns(self) -> list[tuple[int, Any, tuple[str, ...]]]:
        """(number, pattern, signs), in the order in which they are tried; "" is in every text."""
        patterns = self.md.inlinePatterns
        signs = {id(patterns[name]): found for name, found in SIGNS.items() if name in patterns}
        return [(number, one, signs.get(id(one), ("",))) for number, one in enumerate(patterns)]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """The text with everything that a pattern matches put aside. What takes its place holds no sign of another."""
        if isinstance(data, AtomicString):
            return data
        for number, pattern, signs in self._patterns[patternIndex:]:
            for sign in signs:
                if sign in data:
                    data = self._applied(pattern, data, number)
                    break
        return data

    def _applied(self, pattern: Any, data: str, number: int) -> str:
        matched, start = True, 0
        while matched:
            data, matched, start = self._InlineProcessor__applyPattern(pattern, data, number, start)  # type: ignore[attr-defined]
        return data
