"""What the tests of whole builds share."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkouts import a_checkout
from running import article, site


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout of its own, whose settings and plugins a test may break."""
    a_checkout(tmp_path)
    site(tmp_path, **{"articles__a.md": article()})
    return tmp_path
