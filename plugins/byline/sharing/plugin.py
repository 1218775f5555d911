"""What sharing knows of Pelican."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from pelican import Pelican, signals
from pelican.generators import Generator

from ..build import Build
from ..glue import build_of, edition_of, printer, use_settings
from .handing_over import hand_over, read_secrets
from .links import late_links
from .remarks import unanswered
from .settings import SharingSettings
from .short_pages import short_pages


def register() -> None:
    """Wire the room."""
    signals.initialized.connect(read_settings)
    signals.all_generators_finalized.connect(link_articles)
    signals.get_generators.connect(printing)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_SHARING` and the keys of personal links, so that a fault is known before anything is built.

    Where there is a register of rewards, sharing is rewarded, whatever the setting says; where the setting says it
    without one, nobody answers for it.
    """
    use_settings(pelican, "BYLINE_SHARING", SharingSettings)
    build: Build = pelican.settings["byline"]
    build.findings += unanswered(build.setting(SharingSettings), build.programme.rewards)
    if build.programme.rewards is not None:
        build.settings[SharingSettings] = replace(build.setting(SharingSettings), rewarded=True)
    read_secrets(build, os.environ)


def link_articles(generators: Sequence[Generator]) -> None:
    """Give every article that is printed its share links, and colleagues their kits."""
    build = build_of(generators)
    channels = build.setting(SharingSettings).public()
    printed = {"published", "hidden"} if build.production else {"published", "hidden", "draft"}
    articles = (article for article in edition_of(generators).articles if article.state in printed)
    digest = build.digests.of(channels)
    build.share_links = {article.source: late_links(article, channels, digest) for article in articles}
    hand_over(build)


def printing(_pelican: Pelican) -> type[Generator]:
    """Print a page for each short link."""
    return printer(short_pages)
