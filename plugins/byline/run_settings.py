"""What a build is asked: `BYLINE_SITE`, which a site decides once, and `BYLINE_RUN`, which each command decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .model import File
from .settings import setting


@dataclass(frozen=True)
class SiteSettings:
    """`BYLINE_SITE`: who publishes."""

    id_domain: str = setting(
        "",
        "the domain in the ids of feed entries; empty: the host of the site's address. Write it once and "
        "never change it: feed readers would take every article for a new one",
    )
    id_year: int = setting(0, "the year in these ids; 0: the year of the oldest article. Never change it either")
    organisation: str = setting("", "the company, for search engines")
    production: bool = setting(
        False,
        "the public site: no drafts, and nothing that nobody decided. `publishconf.py` sets it",
    )


@dataclass(frozen=True)
class RunSettings:
    """`BYLINE_RUN`: what one command decides; `byline build` writes it, a person never does.

    now         the moment that decides what is live; without it, the clock to the minute
    cache       the ledger's folder; without it, nothing is remembered
    internal    the folder of pages for colleagues
    programme   the folder of files for colleagues only; without it, there is no programme
    siteurl     wins over every other
    browser     the program that takes pictures of pages for the preview report; without it, there are none
    preview     what this build is a preview of, in a few words; empty for any other build
    own         whether the content is this checkout's own, so that its settings describe it
    checking    end once every finding is known, before anything is rendered
    search      make the search index although the site is not the public one
    cards       draw cards alone: of which text, empty for all, and what takes each
    root        the folder of `pelicanconf.py` and `brand.toml`
    outputs     the public and the internal folder that a commit fills; none when it is printed where it belongs
    verify      print everything, whatever is known
    explain     the address of a page: say why it was printed
    since       the revision of the base; without it, nothing is compared
    evidence    the file in which the trusted job says who approved what
    texts       gives the ledger and all texts, when the command began to read them before it loaded Pelican
    """

    now: datetime | None = None
    cache: Path | None = None
    internal: Path = Path("internal")
    programme: Path | None = None
    siteurl: str = ""
    preview: str = ""
    browser: str = ""
    own: bool = True
    checking: bool = False
    search: bool = False
    cards: tuple[str, Callable[[File], None]] | None = None
    root: Path = Path()
    outputs: tuple[Path, ...] = ()
    verify: bool = False
    explain: str = ""
    since: str = ""
    evidence: Path | None = None
    texts: Callable[[], tuple[Any, Any]] | None = None
