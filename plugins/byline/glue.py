"""All that the ground floor knows of Pelican, so that every `plugin.py` can be short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from pelican import Pelican
from pelican.generators import Generator

from .build import Build
from .model import Edition, File, Page
from .settings import typed

T = TypeVar("T")


def use_settings(pelican: Pelican, name: str, cls: type[T]) -> None:
    """Validate the dict under `name` in Pelican's settings into `build.settings[cls]`; raises `SettingsError`."""
    build: Build = pelican.settings["byline"]
    build.settings[cls] = typed(name, cls, pelican.settings.get(name, {}))


def build_of(generators: Sequence[Generator]) -> Build:
    """The build that these generators work for."""
    build: Build = generators[0].context["byline"]
    return build


def edition_of(generators: Sequence[Generator]) -> Edition:
    """What this build publishes."""
    edition = build_of(generators).edition
    if edition is None:
        raise RuntimeError("byline.edition must stand before this plugin in PLUGINS")
    return edition


def printer(values: Callable[[Build], Iterable[Page | File]]) -> type[Generator]:
    """A generator class for `get_generators` that hands a room's pages and files to the writer."""

    class Printer(Generator):  # type: ignore[misc]
        def __init__(self, context: dict[str, Any], **_: Any) -> None:
            self.context = context

        def generate_output(self, _writer: object) -> None:
            build: Build = self.context["byline"]
            for value in values(build):
                if isinstance(value, Page):
                    build.pages.append(value)
                else:
                    build.files.append(value)

    return Printer
