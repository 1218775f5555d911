"""What sharing knows of Pelican."""

from __future__ import annotations

from collections.abc import Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from ..glue import build_of, edition_of, use_settings
from .channels import SharingSettings, chosen
from .links import share_links
from .texts import share_texts


def register() -> None:
    """Wire the room."""
    signals.initialized.connect(read_settings)
    signals.all_generators_finalized.connect(link_articles)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_SHARING`, so that a wrong channel is known before anything is built."""
    use_settings(pelican, "BYLINE_SHARING", SharingSettings)


def link_articles(generators: Sequence[Generator]) -> None:
    """Give every article that is printed its share links."""
    build = build_of(generators)
    channels = chosen(build.setting(SharingSettings))
    printed = {"published", "hidden"} if build.production else {"published", "hidden", "draft"}
    articles = (article for article in edition_of(generators).articles if article.state in printed)
    if build.since:
        build.share_texts = {a.source: share_texts(a, channels) for a in edition_of(generators).articles}
    build.share_links = {article.source: share_links(article, channels) for article in articles}
