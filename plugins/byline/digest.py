"""Digests: what tells two values apart without keeping them, so that what follows from a value is made once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from .plain_json import told


class Digests:
    """Digests of the values of one build. An object that many pages show, such as an article, is digested once."""

    def __init__(self) -> None:
        # The object itself is kept beside its digest: an address in memory is its name only while it lives.
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, *values: Any) -> str:
        """A digest of values: 32 hexadecimal digits, the same on every machine.

        Values are JSON's, dates, fractions, paths, bytes, sets, dataclasses of such; TypeError for anything else.
        """
        return hashlib.blake2b(told(values, self._told), digest_size=16).hexdigest()

    def _told(self, value: Any) -> Any:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        if is_dataclass(value) and not isinstance(value, type):
            given = getattr(value, "digest", None)
            if isinstance(given, tuple):  # it has few parts, and is seen seldom: they stand in its place
                return (type(value).__name__, *given)
            if given is None:
                given = self.of(type(value).__name__, attrgetter(*_names(type(value)))(value))
            self._known[id(value)] = (value, given)
            return given
        return _plain(value)


@cache
def _names(cls: type) -> tuple[str, ...]:
    """The fields of a dataclass; twice the first when there is only one, so that there are always several."""
    names = tuple(field.name for field in fields(cls))
    return names if len(names) > 1 else names * 2


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, Set):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, PurePath | Fraction):
        return str(value)
    raise TypeError(f"no digest of a {type(value).__name__}")
