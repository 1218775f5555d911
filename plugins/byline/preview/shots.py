"""Pictures of a page before and after, taken by the browser that `BYLINE_BROWSER` names. Nothing needs them.

They are for the page of the report alone: two browsers draw differently, and the comment and the JSON must not.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

WINDOW = "1024,1400"  # what is above it decides; more would be more to load than to see
PATIENCE = 60  # seconds


@dataclass(frozen=True)
class View:
    """A page to be pictured: the folder that holds it, and its address there."""

    folder: Path
    address: str


def taken(browser: str, views: Mapping[str, View], base: str) -> dict[str, bytes]:
    """PNG by name, of those views that the browser could show. Addresses in the pages begin with the site's `base`."""
    found = {}
    for name, view in views.items():
        with _served(view.folder, base) as url, TemporaryDirectory(prefix="byline-") as folder:
            picture = Path(folder) / "shot.png"
            _show(browser, f"{url}{base}{view.address}", picture)
            if picture.is_file():
                found[name] = picture.read_bytes()
    return found


def _show(browser: str, url: str, picture: Path) -> None:
    command = [
        browser,
        "--headless",
        "--hide-scrollbars",
        "--disable-gpu",
        "--no-first-run",
        "--force-color-profile=srgb",
    ]
    # A browser that root starts has no sandbox to start.
    command += ["--no-sandbox"] if os.geteuid() == 0 else []
    command += [f"--user-data-dir={picture.parent}", f"--window-size={WINDOW}", f"--screenshot={picture}", url]
    try:
        subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return


class _Pages(SimpleHTTPRequestHandler):
    base = ""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.base))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path, base: str) -> Iterator[str]:
    """Where a folder can be read by this machine meanwhile, without a slash at the end."""
    handler = type("Pages", (_Pages,), {"base": base})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
