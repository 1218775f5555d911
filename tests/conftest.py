"""What several folders of tests share: the sample site, built once, as a person would build it."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE_TIME = "1780000000"


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built sample: a folder with `output` and `internal`. All workers of one run share it; do not change it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "sample"
    with (shared / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "output").exists():
            build_sample(folder)
    return folder


def build_sample(folder: Path) -> None:
    """Build the repository's own content with the command that people use; what it says is shown when it fails."""
    places = [f"--{name}={folder / name}" for name in ("output", "internal", "cache")]
    built = subprocess.run(
        [sys.executable, "-m", "byline", "build", *places],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "plugins", "SOURCE_DATE_EPOCH": SAMPLE_TIME},
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode:
        pytest.fail(f"the sample site could not be built:\n{built.stdout}{built.stderr}", pytrace=False)
