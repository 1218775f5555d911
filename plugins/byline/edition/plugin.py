"""All that this room knows of Pelican: it gathers the edition and meets Pelican's contents with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from ..build import Build
from ..glue import build_of, printer
from .before import before
from .gather import gather
from .texts import text_pages


def register() -> None:
    signals.initialized.connect(gather_edition)
    signals.all_generators_finalized.connect(meet_contents)
    signals.get_generators.connect(printing)


def gather_edition(pelican: Pelican) -> None:
    """Gather before Pelican reads: it is given only texts without an error."""
    build: Build = pelican.settings["byline"]
    gather(build)
    build.before = {} if build.run.checking else before(build)  # a preview report shows them


def meet_contents(generators: Sequence[Generator]) -> None:
    """Remember Pelican's object for every text, and hold Pelican's idea of its address against ours."""
    build = build_of(generators)
    for generator in generators:
        if isinstance(generator, ArticlesGenerator | PagesGenerator):
            for content in _contents(generator):
                record = content.record
                if "/" + content.url != record.address:
                    raise RuntimeError(f"{record.source}: Pelican says {content.url}, Byline says {record.address}")
                build.contents[record.source] = content


def printing(_pelican: Pelican) -> type[Generator]:
    """Print every text."""
    return printer(text_pages)


def _contents(generator: Generator) -> list[Any]:
    lists = ("articles", "translations", "drafts", "drafts_translations", "hidden_articles", "hidden_translations")
    pages = ("pages", "hidden_pages", "draft_pages", "draft_translations")
    return [content for name in (*lists, *pages) for content in getattr(generator, name, ())]
