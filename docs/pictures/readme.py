"""Takes the README's pictures anew, of the sample as it is built now: .venv/bin/python docs/pictures/readme.py"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SLUG = "before-during-after"
VIEW: ViewportSize = {"width": 1120, "height": 960}
NOW = "1780000000"  # the last days of May 2026, when all of the sample is published
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """One picture of an article's page, one of the card that networks show for it."""
    with tempfile.TemporaryDirectory() as folder, served(built(Path(folder))) as (output, url):
        (HERE / "article.png").write_bytes(small(seen(f"{url}/articles/{SLUG}/")))
        card = next((output / "cards/article").glob(f"{SLUG}.*.png"))
        (HERE / "card.png").write_bytes(card.read_bytes())


def built(folder: Path) -> Path:
    """The sample, built into a folder of its own; ends here if that fails, since the build has said why."""
    places = [f"--{name}={folder / name}" for name in ("output", "internal", "cache")]
    environment = {**os.environ, "PYTHONPATH": "plugins", "SOURCE_DATE_EPOCH": NOW}
    subprocess.run([sys.executable, "-m", "byline", "build", "--quiet", *places], cwd=ROOT, env=environment, check=True)
    return folder / "output"


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(output: Path) -> Iterator[tuple[Path, str]]:
    """The site at an address of this machine, while it is needed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(output)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield output, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def seen(url: str) -> bytes:
    """What a browser shows of a page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("docs/pictures/readme.py: install Chromium or Google Chrome first")
    # Chromium refuses to sandbox itself when root starts it, as in a container.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser, args=flags).new_page(viewport=VIEW)
        page.goto(url)
        return page.screenshot()


def small(png: bytes) -> bytes:
    """The same picture with a palette, which is a third of the size."""
    data = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()


if __name__ == "__main__":
    main()
