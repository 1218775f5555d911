"""Texts that are restored when somebody asks for their words: most pages of a build are not printed again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from .model import Heading, Reference, Remark, Site, Text


class LateText(Text):
    """A text of the ledger. What every build needs of it is at hand; `load` gives the whole. `digest` stands for it."""

    __slots__ = ("_load", "_local", "_references", "_whole", "digest")

    def __init__(self, digest: str, words: int, references: Sequence[Sequence[Any]], load: Callable[[], Text]) -> None:
        given = {"digest": digest, "words": words, "_references": references, "_load": load, "_whole": None}
        given["_local"] = None
        for name, value in given.items():
            object.__setattr__(self, name, value)

    digest: str
    _references: Sequence[Sequence[Any]]
    _load: Callable[[], Text]
    _whole: Text | None
    _local: tuple[Site, list[Reference]] | None

    def whole(self) -> Text:
        """The text itself."""
        if self._whole is None:
            object.__setattr__(self, "_whole", self._load())
        assert self._whole
        return self._whole

    @property
    def html(self) -> str:
        """Safe HTML."""
        return self.whole().html

    @property
    def plain(self) -> str:
        """The words that one sees."""
        return self.whole().plain

    @property
    def headings(self) -> tuple[Heading, ...]:
        """For tables of contents."""
        return self.whole().headings

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was found in it."""
        return self.whole().remarks

    @property
    def references(self) -> tuple[Reference, ...]:
        """Links and pictures."""
        return tuple(Reference(*one) for one in self._references)

    @property
    def targets(self) -> Iterable[tuple[str, str]]:
        """Kind and target of each link and picture."""
        return ((one[0], one[1]) for one in self._references)

    def local(self, site: Site) -> list[Reference]:
        """Links and pictures but for those that certainly lead to another site."""
        if self._local is None or self._local[0] is not site:  # several rooms ask, all of the same site
            found = [Reference(*one) for one in self._references if not site.is_elsewhere(one[1])]
            object.__setattr__(self, "_local", (site, found))
        assert self._local
        return self._local[1]

    def changed(self, name: str, change: Callable[[Text], Text]) -> LateText:
        """The same text after a change that has a name, and touches neither words nor references."""
        return LateText(f"{self.digest} {name}", self.words, self._references, lambda: change(self.whole()))
