"""How long a text is, as each network counts it: one small function for each way of counting.

Sources, read in November 2026: docs.x.com/fundamentals/counting-characters and the configuration v3 of twitter-text;
docs.joinmastodon.org/user/posting; atproto.com/lexicons/app-bsky-feed (`maxGraphemes`, `maxLength`);
developers.facebook.com/documentation/threads/posts; developers.buffer.com/guides/character-limits (UTF-16 units).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal

import regex

Counts = Literal["characters", "units", "graphemes", "x", "mastodon", "threads", "encoded"]

CLUSTER = regex.compile(r"\X")
# Shown as a picture: by itself, because a selector asks for it, as a key cap, or as a flag.
EMOJI = regex.compile(r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\u20E3|\p{Regional_Indicator}{2}|\p{Emoji}\p{EMod}")
# X weighs these ranges 1, everything else 2.
LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
ADDRESS_LENGTH = 23  # whatever its length, on X and on Mastodon
WEB = r"https?://[^\s<>\"\u3000-\u303F\uFF00-\uFFEF]+"
# X also takes for an address what has no scheme, when its last word is one of the top-level domains.
DOMAINS = (
    "com|org|net|edu|gov|mil|int|info|biz|name|pro|mobi|jobs|travel|museum|coop|aero|asia|cat|tel|app|dev|blog|page|shop|"
    "online|store|site|tech|cloud|news|media|agency|digital|design|studio|academy|events|world|social|software|systems|"
    "solutions|services|company|work|works|team|tools|today|live|video|email|link|club|space|website|xyz|eu|paris|berlin"
)
COUNTRIES = "[a-z]{2}"
BARE = (
    r"(?<![\w@#$./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
    rf"(?:(?:{DOMAINS}|co|tv)(?![\w@])|(?<=\.[a-z0-9-]{{1,63}}\.)(?:{COUNTRIES})(?![\w@])|(?:{COUNTRIES})(?=/\S))"
    r"(?:/[^\s<>\"]*)?"
)
X_ADDRESS = regex.compile(f"{WEB}|{BARE}", regex.IGNORECASE)
WEB_ADDRESS = re.compile(WEB, re.IGNORECASE)
TRAILING = ".,;:!?'\"»”’)]}…"
UNRESERVED = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"  # RFC 3986, 2.3
MENTION = re.compile(r"(?<![\w/])(@\w+)@[\w.-]*\w", re.ASCII)


def counted(text: str, counts: Counts) -> int:
    """The length of a text in one of the ways of counting."""
    return COUNTERS[counts](text)


def clusters(text: str) -> list[str]:
    """What a reader takes for one character each, combining marks and joined emoji included (UAX 29)."""
    if text.isascii() and "\r" not in text:
        return list(text)
    found: list[str] = CLUSTER.findall(text)
    return found


def weighted(text: str) -> int:
    """As X counts: composed characters, an address 23, an emoji 2 however it is put together, light letters 1."""
    composed = unicodedata.normalize("NFC", text)
    rest, addresses = _without(X_ADDRESS, composed)
    return addresses * ADDRESS_LENGTH + (len(rest) if rest.isascii() else sum(map(_weight, clusters(rest))))


@lru_cache(maxsize=1 << 12)  # a text consists of few characters, and is counted again each time it is cut
def _weight(cluster: str) -> int:
    if EMOJI.search(cluster):
        return 2
    return sum(1 if any(low <= ord(one) <= high for low, high in LIGHT) else 2 for one in cluster)


def on_mastodon(text: str) -> int:
    """As Mastodon counts: graphemes, an address 23, of `@name@example.social` only `@name`."""
    rest, addresses = _without(WEB_ADDRESS, text)
    return addresses * ADDRESS_LENGTH + len(clusters(MENTION.sub(r"\1", rest)))


def on_threads(text: str) -> int:
    """As Threads counts: characters, but an emoji by its bytes."""
    if text.isascii():
        return len(text)
    return sum(len(one.encode()) if EMOJI.search(one) else len(one) for one in clusters(text))


def units(text: str) -> int:
    """UTF-16 units, as most programs written in JavaScript count: one, but two for most emoji."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def encoded(text: str) -> int:
    """Characters of the percent-encoded text, as it stands in a `mailto:` link: a line end takes six."""
    data = text.replace("\n", "\r\n").encode("utf-8", "surrogatepass")
    return len(data) + 2 * len(data.translate(None, UNRESERVED))


def _without(addresses: re.Pattern[str] | regex.Pattern[str], text: str) -> tuple[str, int]:
    """The text without its addresses, and how many these were. Punctuation after one is no part of it."""
    found = 0

    def cut(match: re.Match[str]) -> str:
        nonlocal found
        found += 1
        whole = match[0]
        # A closing bracket belongs to the address that opens it, as in Wikipedia's.
        kept = whole.rstrip(TRAILING)
        if kept.count("(") > kept.count(")") and whole[len(kept) :].startswith(")"):
            kept += ")"
        return whole[len(kept) :]

    return addresses.sub(cut, text), found


COUNTERS: Mapping[Counts, Callable[[str], int]] = {
    "characters": len,
    "units": units,
    "graphemes": lambda text: len(clusters(text)),
    "x": weighted,
    "mastodon": on_mastodon,
    "threads": on_threads,
    "encoded": encoded,
}
