"""Values that cost something, made when somebody asks for them, and once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V")


class Made(Mapping[str, V]):
    """A value for each key, in the order of the keys."""

    def __init__(self, keys: Iterable[str], make: Callable[[str], V]) -> None:
        self._keys, self._make = dict.fromkeys(keys), make
        self._made: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        if key not in self._keys:
            raise KeyError(key)
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
