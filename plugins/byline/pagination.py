"""Long lists in pages: the first at the list's own address, the others at `page/2/` and so on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .model import Article, Page
from .urls import numbered, save_as


@dataclass(frozen=True)
class Pagination:
    """Which page of a list this is; `previous` and `next` are addresses, empty at the ends."""

    number: int
    total: int
    count: int
    per_page: int
    previous: str = ""
    next: str = ""


def pages_of(
    kind: str,
    address: str,
    lang: str,
    articles: Sequence[Article],
    per_page: int,
    values: Mapping[str, Any],
    alternates: tuple[tuple[str, str], ...] = (),
) -> Iterator[Page]:
    """A list as pages of at most `per_page` articles; at least one page. Only the first has other languages."""
    listed = tuple(articles)
    total = max(1, -(-len(articles) // per_page))
    for number in range(1, total + 1):
        here = numbered(address, number)
        pagination = Pagination(
            number=number,
            total=total,
            count=len(articles),
            per_page=per_page,
            previous=numbered(address, number - 1) if number > 1 else "",
            next=numbered(address, number + 1) if number < total else "",
        )
        shown = tuple(article.listed for article in articles[(number - 1) * per_page : number * per_page])
        given = {**values, "articles": shown, "pagination": pagination}
        yield Page(kind, here, save_as(here), lang, given, alternates if number == 1 else (), listed=listed)
