"""All that the ground floor knows of Pelican: how to run it, and what makes every `plugin.py` short."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pelican import Pelican
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import read_settings

from .build import Build
from .model import Edition, File, Page
from .refusals import Refusal
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


def checking(pelican: Pelican) -> bool:
    """Whether nothing will be printed, so that a room whose files nobody can be wrong about may stay away."""
    build: Build = pelican.settings["byline"]
    return build.run.checking


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


def settings_from(file: Path, content: Path) -> dict[str, Any]:
    """Pelican's settings as a file of the checkout gives them, for a content folder. The file is code and is run."""
    settings: dict[str, Any] = read_settings(str(file), override={"PATH": str(content)})
    return settings


class PluginError(Refusal):
    """Pelican or a plugin reported errors; the text holds them all."""


class _Listener(logging.Handler):
    """Keeps what Pelican only logs, and tells what our rooms are at."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.INFO)
        self.say, self.errors, self.warnings = say, list[str](), list[str]()

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.exc_info and record.exc_info[1]:
            message = f"{message}: {record.exc_info[1]}"
        ours = record.name.startswith("byline")
        if record.levelno >= logging.ERROR:
            self.errors.append(message)
        elif record.levelno == logging.WARNING and ours:
            self.warnings.append(message)
        elif ours:
            self.say(message)


def run_pelican(settings: dict[str, Any], say: Callable[[str], None]) -> Build:
    """Run Pelican once; returns the build, with nothing committed. Raises what plugins raise, and `PluginError` when
    something only logged an error: a missing plugin or a lost article is a failed build, not a line in a log.
    `say` is told in a few words what is being done.
    """
    gc.disable()  # a build makes much and throws little away, and its process ends with it
    console.quiet = True
    listener = _Listener(say)
    logging.getLogger().addHandler(listener)
    logging.getLogger("byline").setLevel(logging.INFO)
    try:
        pelican = Pelican(settings)
        _raise(listener)
        pelican.run()
        _raise(listener)
    finally:
        logging.getLogger().removeHandler(listener)
    build: Build = pelican.settings["byline"]
    build.notes += listener.warnings
    return build


def _raise(listener: _Listener) -> None:
    if listener.errors:
        raise PluginError("\n".join(listener.errors))
