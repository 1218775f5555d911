"""Two ways to do the same thing, measured in turn: whole commands in fresh processes, medians, and their ratio.

One machine's seconds mean nothing on another, and what else it does changes from minute to minute; a ratio of medians
of runs that took turns (A B A B) means something anywhere.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Side:
    """One way: the command, where it runs, and what is done before each run without being timed."""

    name: str
    command: Sequence[str]
    cwd: Path
    before: Callable[[int], None] = lambda _round: None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock, most memory that one of its processes held, in MiB, and seconds of one core."""

    seconds: float
    memory: float
    cpu: float = 0.0


@dataclass(frozen=True)
class Measured:
    """All runs of a side."""

    name: str
    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """Median."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self) -> float:
        """Median of the seconds that cores spent on it."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def memory(self) -> float:
        """Median, in MiB."""
        return statistics.median(run.memory for run in self.runs)


def in_turn(sides: Sequence[Side], rounds: int) -> dict[str, Measured]:
    """Run all sides one after the other, `rounds` times; by name. Raises RuntimeError when a command fails."""
    runs: dict[str, list[Run]] = {side.name: [] for side in sides}
    for number in range(rounds):
        for side in sides:
            side.before(number)
            runs[side.name].append(once(side))
    return {name: Measured(name, tuple(found)) for name, found in runs.items()}


def once(side: Side) -> Run:
    """One run of one side. As on most machines, Python keeps what it compiled."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    with subprocess.Popen(
        side.command,
        cwd=side.cwd,
        env={**inherited, **side.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begun
    if process.returncode:
        raise RuntimeError(f"{side.name}: {' '.join(side.command)}: exit {process.returncode}\n{said.decode()[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def ratio(one: Measured, other: Measured) -> float:
    """How much of the other's time one takes."""
    return one.seconds / other.seconds


def memory_folder() -> Path:
    """A folder on a memory file system where there is one, so that no disk is measured."""
    shared = Path("/dev/shm")
    return shared if os.access(shared, os.W_OK) else Path(os.environ.get("TMPDIR", "/tmp"))


def machine() -> str:
    """What the figures were taken on."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def replace_section(page: Path, name: str, text: str) -> None:
    """Write the part of a page between `<!-- name: begin -->` and `<!-- name: end -->`; it is added where it is not."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = page.read_text("utf-8").partition(begin)
    after = rest.partition(end)[2] if found else "\n"
    page.write_text(f"{before}{begin}\n{text.strip()}\n{end}{after}", "utf-8")
