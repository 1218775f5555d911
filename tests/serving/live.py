"""`byline serve` while it runs, as people and their browsers meet it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

from checkouts import COPIED
from running import JUNE_2026, ROOT, site

SECONDS = 60.0  # more than any build of a small site takes on a busy machine
BUILT = r"articles? read \("
FAILED = r"nothing was changed|^byline: "


@dataclass(frozen=True)
class Live:
    """A running command, the folder in which it was called, and where it serves."""

    process: subprocess.Popen[bytes]
    checkout: Path
    url: str

    def said(self) -> str:
        """All that the terminal shows so far."""
        return (self.checkout / "terminal").read_text("utf-8")

    def builds(self) -> int:
        """How many builds have ended, well or not."""
        return len(re.findall(f"{BUILT}|{FAILED}", self.said(), re.MULTILINE))

    def get(self, address: str, **headers: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and text of what stands at an address."""
        request = urllib.request.Request(self.url + address, headers=headers)
        try:
            answer = urllib.request.urlopen(request, timeout=SECONDS)
        except HTTPError as error:
            answer = error
        with answer:
            return answer.status, dict(answer.headers), answer.read().decode()

    @contextmanager
    def news(self) -> Iterator[Iterator[dict[str, Any]]]:
        """What a browser that listens is told, one after the other."""
        with urllib.request.urlopen(f"{self.url}/_byline/events", timeout=SECONDS) as stream:
            yield self._told(stream)

    def _told(self, stream: HTTPResponse) -> Iterator[dict[str, Any]]:
        """Events as they come; signs of life, which keep the stream from ending by itself, are none."""
        end = time.monotonic() + SECONDS
        for line in stream:
            assert time.monotonic() < end, f"nothing was told:\n{self.said()}"
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))

    def settle(self) -> None:
        """Wait until the first build has ended; ask for it right away."""
        with self.news() as news:
            next(news)
            next(news)


def wait_for(true: Callable[[], bool], live: Live | None = None) -> None:
    """Wait until something holds; fail when it never does."""
    for _ in range(int(SECONDS * 10)):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError(f"it never came:\n{live.said() if live else ''}")


def a_checkout(folder: Path, **files: str) -> Path:
    """A site's whole folder, with these texts, that is watched without hearing what happens to the repository."""
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, folder / name)
    (folder / "programme").mkdir()
    site(folder, **files)
    return folder


@contextmanager
def serving(checkout: Path, *arguments: str) -> Iterator[Live]:
    """`byline serve` of a checkout at a free port; it is ended as Ctrl+C in a terminal ends it."""
    command = [sys.executable, "-m", "byline", "serve", "--port=0", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(checkout / "plugins"), "SOURCE_DATE_EPOCH": JUNE_2026}
    terminal = checkout / "terminal"
    with terminal.open("wb") as said:
        process = subprocess.Popen(
            command, cwd=checkout, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said, process_group=0
        )
    try:
        wait_for(lambda: process.poll() is not None or "look at http" in terminal.read_text("utf-8"))
        address = re.search(r"look at (http://localhost:\d+)/", terminal.read_text("utf-8"))
        assert address, terminal.read_text("utf-8")
        yield Live(process, checkout, address[1].replace("localhost", "127.0.0.1"))
    finally:
        interrupt(process)


def interrupt(process: subprocess.Popen[bytes]) -> int:
    """Press Ctrl+C: every process of the terminal hears it. Returns the exit code."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    return process.wait(SECONDS)


def anybody_left(process: subprocess.Popen[bytes]) -> bool:
    """Whether a process that the command began still runs."""
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True
