"""What is printed: pages and files, pictures and cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .articles import Article


@dataclass(frozen=True)
class Picture:
    """A picture that people use, guarded and resized: `variants` maps width in pixels to address, narrow first."""

    source: str
    width: int
    height: int
    variants: Mapping[int, str]
    avif: Mapping[int, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The widest variant."""
        return self.variants[max(self.variants)]


@dataclass(frozen=True)
class Card:
    """The picture that networks show for a page: 1200 by 630 pixels."""

    address: str
    alt: str
    width: int = 1200
    height: int = 630
    type: str = "image/png"


@dataclass(frozen=True)
class Late:
    """A value that is made only when something that shows it is printed. It follows from its inputs alone."""

    inputs: tuple[Any, ...]
    make: Callable[[], Any] = field(compare=False)

    @property
    def digest(self) -> tuple[Any, ...]:
        """What stands for it: its inputs."""
        return self.inputs


def made(value: Any) -> Any:
    """The value itself; one that is `Late` is made now."""
    return value.make() if isinstance(value, Late) else value


@dataclass(frozen=True)
class Page:
    """A page as a value: its kind is a table of `pages.toml`, which names the values that its template sees.

    A value that costs something may be `Late`. `listed` are all articles of the list that this is one page of, for
    classic themes, which count their pages themselves.
    """

    kind: str
    address: str
    save_as: str
    lang: str
    values: Mapping[str, Any] = field(default_factory=dict)
    alternates: tuple[tuple[str, str], ...] = ()
    noindex: bool = False
    internal: bool = False
    listed: tuple[Article, ...] = ()


@dataclass(frozen=True)
class File:
    """A file of our own: feed, picture, report. `internal` ones go to `internal/`, never to `output/`."""

    save_as: str
    data: bytes
    internal: bool = False


class LateFile(File):
    """A file that is made only when it is not yet where it belongs, made from the same inputs (see `digest`).

    `make` may be called in another process. Whoever asks for `data` has it made.
    """

    def __init__(self, save_as: str, inputs: Sequence[Any], make: Callable[[], bytes], internal: bool = False) -> None:
        for name, value in (("save_as", save_as), ("internal", internal), ("inputs", inputs), ("make", make)):
            object.__setattr__(self, name, value)

    inputs: Sequence[Any]
    make: Callable[[], bytes]

    @property
    def data(self) -> bytes:
        """Its bytes, made now."""
        return self.make()
