"""A real browser, the one that is installed, on the built sample site. Nothing is fetched from anywhere else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium; without one these tests fail where nobody watches, and are skipped elsewhere."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        say("browser tests not run: install chromium")
    # Chromium refuses to sandbox itself when root starts it, as in a container.
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, headless=True, args=flags)
        yield browser
        browser.close()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files as any plain host would, without a line for each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site_url(sample_site: Path) -> Iterator[str]:
    """Where the sample site is served, without a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(sample_site / "output")))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def open_page(browser: Browser, site_url: str) -> Iterator[Callable[..., Page]]:
    """`open_page("/articles/x/", java_script_enabled=False, ...)`: a page in a context of its own.

    Whatever a page asks of another host is refused, and makes the test fail.
    """
    contexts: list[BrowserContext] = []
    foreign: list[str] = []

    def refuse(route: Route) -> None:
        foreign.append(route.request.url)
        route.abort()

    def opened(address: str, **options: Any) -> Page:
        context = browser.new_context(base_url=site_url, **options)
        contexts.append(context)
        context.route(lambda url: not url.startswith(f"{site_url}/"), refuse)
        page = context.new_page()
        response = page.goto(address)
        assert response, f"{address} does not answer"
        assert response.ok, f"{address} answers {response.status}"
        return page

    yield opened
    for context in contexts:
        context.close()
    assert foreign == [], "a page asked other hosts"
