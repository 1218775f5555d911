"""Work in forked processes, so that both cores of a small machine are used."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")

FEWEST = 8

# A forked worker inherits this, so that what is to be done need not be sent, nor be something that can be.
_task: Callable[[int], Any]


def in_processes(make: Callable[[int], T], indexes: Sequence[int], processes: int | None = None) -> Iterable[T]:
    """`make(index)` for every index, in order; in this process when there is too little to share out."""
    workers = min(processes or os.cpu_count() or 1, len(indexes) // FEWEST)
    if workers < 2:
        return [make(index) for index in indexes]
    global _task
    _task = make
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        return list(pool.map(_run, indexes, chunksize=FEWEST))


def _run(index: int) -> Any:
    return _task(index)
