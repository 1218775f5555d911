"""How long after a save the live preview shows the new page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sides import Measured, Run

PATIENCE = 120.0  # seconds for the first build, and for any edit to show


def seconds_until_seen(
    command: Sequence[str],
    cwd: Path,
    environment: Mapping[str, str],
    edit: Callable[[str], None],
    address: str,
    rounds: int,
) -> Measured:
    """`edit(mark)` saves a file whose page, at `address`, then shows the mark; measured until a reader gets it."""
    with subprocess.Popen(
        command, cwd=cwd, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            url = next(found[0] for line in process.stdout if (found := re.search(r"http://\S+?(?=/ )", line)))
            _wait(url + address, "")
            time.sleep(3)  # the next build has loaded by then, as it has while a person writes
            runs = []
            for number in range(rounds):
                mark = f"seen-{number}-{time.time_ns()}"
                begun = time.perf_counter()
                edit(mark)
                _wait(url + address, mark)
                runs.append(Run(time.perf_counter() - begun, 0.0))
                time.sleep(3)
            return Measured("Byline", tuple(runs))
        finally:
            process.terminate()


def _wait(url: str, mark: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url) as answer:
                if mark in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.01)
    sys.exit(f"{url} never showed {mark}")
