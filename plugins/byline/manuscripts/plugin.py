"""All that this room knows of Pelican: it opens the build and gives every text that Pelican asks for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import Author, Category, Tag, URLWrapper

from ..build import Build
from ..model import Article
from .opening import open_build
from .records import metadata_of, topics_of

WRAPPERS = {"authors": Author, "category": Category, "tags": Tag}


def register() -> None:
    signals.initialized.connect(begin)
    signals.readers_init.connect(read_records)


def begin(pelican: Pelican) -> None:
    """Read everything first: the texts decide the site's language, which Pelican needs from here on."""
    build = open_build(pelican.settings)
    site = build.site
    identity = {"SITENAME": site.name, "SITEURL": site.url, "DEFAULT_LANG": site.lang.lower()}
    pelican.settings.update(identity, TIMEZONE=site.timezone, byline=build)


def read_records(readers: Readers) -> None:
    """Let the texts that Pelican finds come from the build."""
    readers.reader_classes["md"] = RecordReader


class RecordReader(BaseReader):  # type: ignore[misc]
    """Gives Pelican what was read when the build was opened."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The metadata of a file; one that is kept back, or that is no article or page, is skipped."""
        build: Build = self.settings["byline"]
        source = Path(os.path.relpath(source_path, build.content)).as_posix()
        record = build.records.get(source)
        if record is None:
            return "", {"status": "skip"}
        topics = self._topics(record) if isinstance(record, Article) else {}
        # No body yet: Pelican would publish any file that a {static} link names. `pictures` gives the final one.
        return "", metadata_of(record) | topics

    def _topics(self, article: Article) -> dict[str, Any]:
        """Authors, category and tags as Pelican's own objects, each with the slug that we chose."""
        topics = topics_of(article, self.settings["DEFAULT_CATEGORY"])
        wrapped = {name: [_wrapped(WRAPPERS[name], *pair, self.settings) for pair in topics[name]] for name in topics}
        return {**wrapped, "category": wrapped["category"][0]}


def _wrapped(wrapper: type[URLWrapper], name: str, slug: str, settings: dict[str, Any]) -> URLWrapper:
    topic = wrapper(name, settings)
    topic.slug = slug
    return topic
