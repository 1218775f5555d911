"""Work in forked processes, so that both cores of a small machine are used, and within limits where that matters."""

from __future__ import annotations

import gc
import os
import resource
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")

STATM = Path("/proc/self/statm")
FEWEST = 8  # what is given to a worker at a time at least; less than twice as much is done here
SHARES = 16  # for each worker, so that none waits long for the others at the end


@dataclass(frozen=True)
class Limits:
    """What one piece of work may take: seconds of a processor, and bytes of memory besides what there is already."""

    seconds: int = 5
    memory: int = 1 << 30


class Exceeded:
    """Stands for the result of work that went beyond its limits."""


class WorkerLost(Exception):
    """A worker ended without a word."""


@dataclass
class _Worker:
    """A process, and what it was given and has not yet answered. Within limits it answers each piece, else all at once:
    an answer costs as much as a small piece of work.
    """

    process: BaseProcess
    given: deque[int]


def in_processes(make: Callable[[int], T], indexes: Sequence[int], processes: int | None = None) -> list[T]:
    """`make(index)` for every index, in order; in this process when there is too little to share out."""
    workers = min(processes or os.cpu_count() or 1, len(indexes) // FEWEST)
    if workers < 2:
        return [make(index) for index in indexes]
    with _Shared(make, indexes, workers).begun() as found:
        everything = found()
    if any(isinstance(one, Exceeded) for one in everything):
        raise WorkerLost("a process that did a part of the work was ended from outside")
    return everything


@contextmanager
def begun(
    limits: Limits, make: Callable[[int], T], indexes: Sequence[int]
) -> Iterator[Callable[[], list[T | Exceeded]]]:
    """The same, but in other processes, and each piece within limits: nothing else stops a regular expression. They
    begin at once; call what this gives to wait for them. Those that nobody waited for end with the context.
    """
    workers = max(1, min(os.cpu_count() or 1, len(indexes)))
    with _Shared(make, indexes, workers, limits).begun() as found:
        yield found


def within(limits: Limits, make: Callable[[int], T], indexes: Sequence[int]) -> list[T | Exceeded]:
    """The same, for who has nothing else to do meanwhile."""
    with begun(limits, make, indexes) as found:
        return found()


@dataclass
class _Shared:
    """Work that is shared out: pieces that wait for a worker, workers by the line to each, what they found."""

    make: Callable[[int], Any]
    indexes: Sequence[int]
    count: int
    limits: Limits | None = None
    waiting: deque[deque[int]] = field(default_factory=deque)
    pool: dict[Any, _Worker] = field(default_factory=dict)
    found: dict[int, Any] = field(default_factory=dict)

    @contextmanager
    def begun(self) -> Iterator[Callable[[], list[Any]]]:
        """Begin; gives what waits for the end."""
        size = FEWEST if len(self.indexes) >= 2 * FEWEST else 1
        size = size if self.limits else max(size, len(self.indexes) // (self.count * SHARES))
        self.waiting.extend(deque(self.indexes[start : start + size]) for start in range(0, len(self.indexes), size))
        try:
            self._start()
            yield self._end
        finally:
            for worker in self.pool.values():
                worker.process.kill()
                worker.process.join()

    def _start(self) -> None:
        while self.waiting and len(self.pool) < self.count:
            line, process = _started(self.make, self.limits)
            line.send(list(self.waiting[0]))
            self.pool[line] = _Worker(process, self.waiting.popleft())

    def _end(self) -> list[Any]:
        from multiprocessing.connection import wait

        while self.pool:
            heard: Any
            for heard in wait(list(self.pool)):
                _hear(heard, self.pool, self.waiting, self.found)
            self._start()
        return [self.found[index] for index in self.indexes]


def _hear(line: Connection, pool: dict[Connection, _Worker], waiting: deque[deque[int]], found: dict[int, Any]) -> None:
    """Take one answer, and give its worker more to do. One that ended was at the first thing it had not answered."""
    worker = pool[line]
    try:
        answers, error = line.recv()
    except EOFError:
        found[worker.given.popleft()] = Exceeded()
        waiting.extendleft([worker.given] if worker.given else [])
        _dismiss(pool.pop(line), line)
        return
    if error:
        raise error
    for value in answers:
        found[worker.given.popleft()] = value
    if not worker.given and waiting:
        worker.given = waiting.popleft()
        line.send(list(worker.given))
    elif not worker.given:
        _dismiss(pool.pop(line), line)


def _dismiss(worker: _Worker, line: Connection) -> None:
    with suppress(OSError):
        line.send([])  # closing alone says nothing: workers that began later hold this line too
    line.close()
    worker.process.join()


def _started(make: Callable[[int], Any], limits: Limits | None) -> tuple[Connection, BaseProcess]:
    from multiprocessing import get_context

    context = get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(make, limits, ours, theirs), daemon=True)
    gc.freeze()  # else a collection in a worker copies all memory that it shares with us
    process.start()
    gc.unfreeze()
    theirs.close()
    return ours, process


def _work(make: Callable[[int], Any], limits: Limits | None, ours: Connection, line: Connection) -> None:
    ours.close()
    if limits:
        resource.setrlimit(resource.RLIMIT_AS, (_memory() + limits.memory,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        while given := line.recv():
            for some in ([index] for index in given) if limits else (given,):
                line.send(_answers(make, some, limits))
    except (EOFError, BrokenPipeError):
        pass  # nobody is there any more


def _answers(
    make: Callable[[int], Any], indexes: Sequence[int], limits: Limits | None
) -> tuple[list[Any], Exception | None]:
    try:
        if limits:
            used = resource.getrusage(resource.RUSAGE_SELF)
            end = int(used.ru_utime + used.ru_stime) + 1 + limits.seconds
            resource.setrlimit(resource.RLIMIT_CPU, (end, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        return [make(index) for index in indexes], None
    except MemoryError:
        return [Exceeded()] * len(indexes), None
    except Exception as error:  # noqa: BLE001  whatever it is, it is raised where somebody asked for the work
        return [], error


def _memory() -> int:
    """The bytes of addresses that this process has; where nobody can tell, more than any."""
    try:
        return int(STATM.read_text("ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return 1 << 40
