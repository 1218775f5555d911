"""What the tests of whole builds share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checkouts import COPIED
from running import ROOT, article, site


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout of its own, whose settings and plugins a test may break."""
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(
            ROOT / name,
            tmp_path / name,
            **({"ignore": shutil.ignore_patterns("__pycache__")} if copy is shutil.copytree else {}),
        )
    site(tmp_path, **{"articles__a.md": article()})
    return tmp_path
