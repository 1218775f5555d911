"""A month as people read it: a page, and a mail with plain text beside it. Nothing in either is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

from babel.dates import format_date

from ..brand import Scheme
from ..mail import draft, draft_bytes
from ..model import Article, Foreword
from ..reporting import Paper
from ..speaking import spoken
from ..urls import Utm, tagged
from .month import Month

ROOM = Path(__file__).parent


@dataclass(frozen=True)
class Story:
    """An article as the bulletin tells it; `url` says that whoever comes read it there, and in no way who."""

    article: Article
    url: str
    visits: int | None


@dataclass(frozen=True)
class Bulletin:
    """A month told in one language, with articles in that language where there are."""

    month: Month
    lang: str
    name: str
    stories: tuple[Story, ...]

    @property
    def when(self) -> str:
        """The month as people write it."""
        return format_date(self.month.period.first, "LLLL y", locale=spoken(ROOM, self.lang)[1].locale)

    @property
    def foreword(self) -> Foreword | None:
        """The own words of this month, in this language where there are."""
        said = self.month.forewords or {}
        return said.get(self.lang) or next((said[lang] for lang in sorted(said)), None)

    @property
    def title(self) -> str:
        """What stands above it."""
        return (self.foreword.title if self.foreword else "") or self.when[:1].upper() + self.when[1:]


def bulletin(month: Month, articles: tuple[Article, ...], lang: str, name: str, source: str, medium: str) -> Bulletin:
    """The month in a language, with links that say where they were read."""
    by_article = month.brought.by_article if month.brought else None
    stories = (
        Story(
            one,
            tagged(one.url, Utm(source, medium, one.id, "ambassador", one.campaign)),
            by_article.get(one.id, 0) if by_article is not None else None,
        )
        for one in articles
    )
    return Bulletin(month, lang, name, tuple(stories))


def as_page(told: Bulletin, paper: Paper, versions: Mapping[str, str], badges: Mapping[str, str]) -> bytes:
    """The page, for screens and paper; `badges` are pictures as addresses, by id."""
    dressed = replace(paper, style=paper.style + (ROOM / "bulletin.css").read_text("utf-8"))
    return dressed.print(ROOM, "bulletin.html", told.lang, {"told": told, "badges": badges}, versions)


def as_mail(told: Bulletin, colors: Scheme) -> bytes:
    """A draft for any mail program: the same in plain text and as HTML."""
    text = _said("bulletin.txt", told)
    html = _said("mail.html", told, colors=colors)
    return draft_bytes(draft(f"{told.name}: {told.title}", text, html), text)


def _said(template: str, told: Bulletin, **values: Any) -> str:
    environment, words = spoken(ROOM, told.lang)
    text = environment.get_template(template).render(told=told, lang=words.lang, **values)
    return text if template.endswith(".html") else _plain(text)


def _plain(text: str) -> str:
    """Text without the escapes of HTML, and without more than one empty line."""
    lines = [line.rstrip() for line in unescape(text).split("\n")]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip() + "\n"
