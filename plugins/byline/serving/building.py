"""Builds for the live loop, each in a fresh process that was started ahead and has loaded everything that it may need.

A fresh process sees the settings, themes and plugins of the moment, and nothing of an earlier build. Loading takes it
longer than many a build does, so the next one loads while people read the result of the last.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

COUNTING = ("measures",)  # its plugin reads settings; all else there counts visits, which no build does


@dataclass(frozen=True)
class Outcome:
    """What came of a build: how many files of the site it changed, and in sentences what kept it from doing so."""

    changed: int = 0
    faults: tuple[str, ...] = ()


Build = Callable[[], Outcome]


@dataclass(frozen=True)
class Standby:
    """A process that has loaded everything, and builds once when it is told."""

    process: BaseProcess
    line: Connection

    def build(self) -> Outcome:
        """Have it build, and wait for what comes of it."""
        try:
            with self.line:
                self.line.send(None)
                outcome: Outcome = self.line.recv()
        except (EOFError, OSError):
            return Outcome(faults=("byline: the build ended without a word. The terminal shows how.",))
        return outcome

    def dismiss(self) -> None:
        """End it, whatever it is at; what it leaves half done is completed by the next build."""
        self.line.close()
        self.process.terminate()
        self.process.join()


def outcomes(
    changes: Iterable[frozenset[Path]], plugins: Path, build: Build, ahead: Callable[[], None]
) -> Iterator[Outcome]:
    """What comes of a build for every change, one after the other; a build that fails waits for the next change.

    `build`, and what can be done `ahead` of it, are functions of a module, or a `partial` of one, because they are sent
    to another process.
    """
    code = plugins.resolve()
    standby = _started(build, ahead)
    try:
        for changed in changes:
            if any(path.is_relative_to(code) for path in changed):
                standby.dismiss()
                standby = _started(build, ahead)
            yield standby.build()
            standby = _started(build, ahead)
    finally:
        standby.dismiss()


def _started(build: Build, ahead: Callable[[], None]) -> Standby:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_stand_by, args=(build, ahead, theirs), name="byline build")
    with _interrupts_held():
        process.start()
    theirs.close()
    return Standby(process, ours)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process that begins here never hears Ctrl+C, which a terminal sends to all; ours hears it afterwards."""
    resource_tracker.ensure_running()  # it would begin with the first process, and take our mask away
    heard: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # what a process inherits, unlike a handler
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
    if heard:
        raise KeyboardInterrupt


def _stand_by(build: Build, ahead: Callable[[], None], line: Connection) -> None:
    # An exception instead of sudden death, so that a build ends its own workers and frees its lock.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    _load_rooms()
    with suppress(Exception):  # the build says it better
        ahead()
    with suppress(EOFError, OSError):  # nobody is there any more
        line.recv()
        line.send(build())


def _load_rooms() -> None:
    """Load all that a build may need: the ground floor, and the rooms that are plugins but for what counts."""
    gc.disable()  # loading throws nothing away
    package = importlib.import_module(__package__.partition(".")[0])
    floor = Path(package.__path__[0])
    for module in pkgutil.iter_modules([str(floor)], f"{package.__name__}."):
        room = floor / module.name.rpartition(".")[2]
        if module.ispkg and ((room / "plugin.py").is_file() or room.name == "model") and room.name not in COUNTING:
            _load(f"{module.name}.{one.name}" for one in pkgutil.iter_modules([str(room)]))
        elif not module.ispkg:
            _load([module.name])


def _load(names: Iterable[str]) -> None:
    for name in names:
        with suppress(Exception):  # the build says it better
            importlib.import_module(name)
