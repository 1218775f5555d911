"""What people may say when they share an article: its author's own words, else its title; and how long that is."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Article, ShareText
from .channels import Channel
from .links import COUNTED_ADDRESS, share_title, weight


def share_texts(article: Article, channels: Iterable[Channel]) -> tuple[ShareText, ...]:
    """The texts for each channel, in order: those of `share` in the front matter, or the title as its link says it.

    Texts for a channel that this site does not offer are left out.
    """
    return tuple(
        ShareText(one.id, one.label, text, counted(text), one.limit, own=one.id in article.share)
        for one in channels
        for text in article.share.get(one.id) or (share_title(article, one),)
    )


def counted(text: str) -> int:
    """The length of a text with a link after it, as the strictest network counts."""
    return sum(map(weight, text)) + 1 + COUNTED_ADDRESS
