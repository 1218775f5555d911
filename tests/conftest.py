"""What several folders of tests share: sites built once per run, as a person would build them, and one browser."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from browser import chromium
from running import CORPUS, ROOT, Blog, Said, build

SAMPLE_TIME = "1780000000"
# How long an example takes says how busy the machine is, and nothing about what is tested.
settings.register_profile("byline", deadline=None)
settings.load_profile("byline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is made now into tests/golden/")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A function that compares a text with a file of `tests/golden/`, or writes it there when that is asked."""

    def compare(name: str, made: str) -> None:
        file = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made, "utf-8")
        assert made == (file.read_text("utf-8") if file.exists() else ""), f"pytest --update-golden rewrites {name}"

    return compare


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One worker at a time."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def built_once(content: Path, folder: Path, **environment: str) -> Said:
    """What the one build of this run said; whoever comes first makes it."""
    kept = folder / "said.json"
    with locked(folder):
        if not kept.exists():
            folder.mkdir(exist_ok=True)
            kept.write_text(json.dumps(asdict(build(content, folder, "--lang=en", **environment))), "utf-8")
    return Said(**json.loads(kept.read_text("utf-8")))


@pytest.fixture(scope="session")
def sample_site(shared_folder: Path) -> Path:
    """The built sample: a folder with `output` and `internal`. All workers of one run share it; do not change it."""
    folder = shared_folder / "sample"
    said = built_once(ROOT / "content", folder, SOURCE_DATE_EPOCH=SAMPLE_TIME)
    if said.code:
        pytest.fail(f"the sample site could not be built:\n{said}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def built_blog(shared_folder: Path) -> Callable[[str], Blog]:
    """A real blog by its name in the corpus, built when the first test asks for it."""

    def built(name: str) -> Blog:
        content, folder = CORPUS / name / "content", shared_folder / name
        return Blog(name, content, folder, built_once(content, folder))

    return built


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium; without one these tests fail where nobody watches, and are skipped elsewhere."""
    executable = chromium.installed()
    if executable is None:
        say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        say("browser tests not run: install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, headless=True, args=chromium.flags())
        yield browser
        browser.close()
