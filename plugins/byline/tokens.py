"""Tokens: what stands in the links of people who chose to be measured. Pseudonymous, and no two can be linked.

A token is a keyed hash of person, article, channel and period, so that whoever recognises one link of a person learns
nothing about another. Only who holds `BYLINE_SECRET` can say whose it is.
"""

from __future__ import annotations

import hmac
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

SHORTEST_SECRET = 32
TOKEN_LENGTH = 10
CODE_LENGTH = 8


@dataclass(frozen=True)
class Secrets:
    """The key of new links, and those of before, which are still recognised; none of them is ever shown."""

    current: str = field(default="", repr=False)
    old: tuple[str, ...] = field(default=(), repr=False)

    def all(self) -> tuple[str, ...]:
        """Every key that is known, the current one first."""
        return tuple(key for key in (self.current, *self.old) if key)


def secrets_of(environment: Mapping[str, str]) -> Secrets:
    """`BYLINE_SECRET` and `BYLINE_SECRETS_OLD` (by comma or space); raises ValueError when one could be guessed."""
    current = environment.get("BYLINE_SECRET", "").strip()
    old = tuple(environment.get("BYLINE_SECRETS_OLD", "").replace(",", " ").split())
    for name, values in (("BYLINE_SECRET", [current] if current else []), ("BYLINE_SECRETS_OLD", old)):
        if any(len(value) < SHORTEST_SECRET for value in values):
            raise ValueError(f"{name} has fewer than {SHORTEST_SECRET} characters and could be guessed: make a new one")
    return Secrets(current, old)


def token(secret: str, person: str, article: str, channel: str, period: str) -> str:
    """Ten characters of base32, lower case: the `utm_content` of one person's link to one article on one channel."""
    return _hash(secret, "token", (person, article, channel, period), TOKEN_LENGTH)


def short_code(secret: str, person: str, article: str, channel: str, period: str, again: int = 0) -> str:
    """The code of a short link: nothing in it shows the token, or which other code is the same person's.

    `again` gives another one when the code is already taken.
    """
    return _hash(secret, "code", (person, article, channel, period, str(again)), CODE_LENGTH)


@dataclass(frozen=True)
class Meaning:
    """What a token stands for."""

    person: str
    article: str
    channel: str
    period: str


def meanings(
    secrets: Secrets, people: Iterable[str], articles: Iterable[str], channels: Iterable[str], periods: Iterable[str]
) -> dict[str, Meaning]:
    """Every token that these people can have, under the current key or an old one: what measuring looks up."""
    return dict(_all(secrets, [*people], [*articles], [*channels], [*periods]))


def _all(
    secrets: Secrets, people: list[str], articles: list[str], channels: list[str], periods: list[str]
) -> Iterator[tuple[str, Meaning]]:
    for secret in reversed(secrets.all()):
        for person in people:
            for article in articles:
                for channel in channels:
                    for period in periods:
                        yield token(secret, person, article, channel, period), Meaning(person, article, channel, period)


def _hash(secret: str, purpose: str, parts: tuple[str, ...], length: int) -> str:
    # No part can hold a line end, so that no two lists of parts are one message.
    message = "\n".join((f"byline {purpose}", *parts)).encode()
    return b32encode(hmac.digest(secret.encode(), message, "sha256"))[:length].decode().lower()
