"""All that the ground floor knows of Pelican: how to run it, and what makes every `plugin.py` short."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from pelican import Pelican
from pelican.generators import Generator
from pelican.log import console

from .build import Build
from .model import Edition, File, Page
from .settings import typed

T = TypeVar("T")


def use_settings(pelican: Pelican, name: str, cls: type[T]) -> None:
    """Validate the dict under `name` in Pelican's settings into `build.settings[cls]`; raises `SettingsError`."""
    build: Build = pelican.settings["byline"]
    build.setting_names.add(name)
    build.settings[cls] = typed(name, cls, pelican.settings.get(name, {}))


def build_of(generators: Sequence[Generator]) -> Build:
    """The build that these generators work for."""
    build: Build = generators[0].context["byline"]
    return build


def edition_of(generators: Sequence[Generator]) -> Edition:
    """What this build publishes."""
    return build_of(generators).edition


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


class PluginError(Exception):
    """Pelican or a plugin reported errors; the text holds them all."""


class _Errors(logging.Handler):
    """Keeps what Pelican only logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self.warned: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.exc_info and record.exc_info[1]:
            message = f"{message}: {record.exc_info[1]}"
        if record.levelno >= logging.ERROR:
            self.said.append(message)
        elif record.name.startswith("byline"):
            self.warned.append(message)


def run_pelican(settings: dict[str, Any]) -> Build:
    """Run Pelican once; returns the build, with nothing committed. Raises what plugins raise, and `PluginError` when
    something only logged an error: a missing plugin or a lost article is a failed build, not a line in a log.
    """
    console.quiet = True
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    try:
        pelican = Pelican(settings)
        _raise(errors)
        pelican.run()
        _raise(errors)
    finally:
        logging.getLogger().removeHandler(errors)
    build: Build = pelican.settings["byline"]
    build.notes += errors.warned
    return build


def _raise(errors: _Errors) -> None:
    if errors.said:
        raise PluginError("\n".join(errors.said))
