"""What an article itself puts forward: sentences that its author set in bold, and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import html

SHORTEST, LONGEST = 30, 240
MANY = 3
NO_SENTENCE = {"blockquote", "a", "td", "th", "dt", "figcaption"}  # bold in these is no sentence of the text


@lru_cache(maxsize=64)  # each channel asks for those of the same article
def quotes(body: str) -> tuple[str, ...]:
    """At most three sentences of an article's HTML, in the order of the text, each short enough to be shared."""
    if "<strong" not in body and "<blockquote" not in body:
        return ()
    from lxml import html

    return tuple(dict.fromkeys(_found(html.fromstring(f"<div>{body}</div>"))))[:MANY]


def _found(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter("strong", "blockquote"):
        if element.tag == "strong" and any(above.tag in NO_SENTENCE for above in element.iterancestors()):
            continue
        text = " ".join(element.text_content().split()).strip("“”«»\"' \u00a0\u202f")
        if SHORTEST <= len(text) <= LONGEST:
            yield text
