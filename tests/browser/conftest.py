"""A real browser, the one that is installed, on built sites that a host serves as their `_headers` says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route

from browser.places import LANGS, address_of
from browser.world import world_site
from hosting import hosted


@dataclass(frozen=True)
class Served:
    """A built site and where it is served, without a slash at the end."""

    output: Path
    url: str


@pytest.fixture(scope="session")
def sample(sample_site: Path) -> Iterator[Served]:
    """The sample site, in English and French."""
    with hosted(sample_site / "output") as url:
        yield Served(sample_site / "output", url)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small site in Arabic, Chinese and English."""
    folder = tmp_path_factory.mktemp("world")
    said = world_site(folder)
    assert said.code == 0, said
    with hosted(folder / "output") as url:
        yield Served(folder / "output", url)


@pytest.fixture
def open_page(browser: Browser, sample: Served) -> Iterator[Callable[..., Page]]:
    """`open_page("/articles/x/", java_script_enabled=False, ...)`: a page of the sample in a context of its own.

    Whatever a page asks of another host, and every error in its console, a breach of the policy among them, makes the
    test fail. `at` is another site than the sample.
    """
    wrong: list[str] = []
    with ExitStack() as stack:

        def opened(address: str, at: Served = sample, **options: Any) -> Page:
            context = stack.enter_context(browser.new_context(base_url=at.url, **options))
            watch(context, at.url, wrong)
            page = context.new_page()
            response = page.goto(address)
            assert response, f"{address} does not answer"
            assert response.ok, f"{address} answers {response.status}"
            return page

        yield opened
    assert wrong == []


@pytest.fixture
def visit(open_page: Callable[..., Page], sample: Served, request: pytest.FixtureRequest) -> Callable[..., Page]:
    """`visit("article", "ar", color_scheme="dark", ...)`: the fullest page of a kind in a language."""

    def visited(kind: str, lang: str = "en", **options: Any) -> Page:
        at = sample if lang in LANGS else request.getfixturevalue("world")
        return open_page(address_of(at.output, kind, lang), at, **options)

    return visited


def watch(context: BrowserContext, url: str, wrong: list[str]) -> None:
    """Write down what no page may do: ask another host, or leave an error in the console."""

    def refuse(route: Route) -> None:
        wrong.append(f"asked of another host: {route.request.url}")
        route.abort()

    def read(message: ConsoleMessage) -> None:
        if message.type == "error":
            wrong.append(f"{message.location['url']}: {message.text}")

    context.route(lambda address: not address.startswith((f"{url}/", "data:", "blob:")), refuse)
    context.on("console", read)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
