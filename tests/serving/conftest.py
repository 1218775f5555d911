"""A site of its own for each test: what is watched may be edited, and nobody else edits it."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import article
from serving.live import a_checkout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Settings, theme, plugins, programme, and one article."""
    return a_checkout(tmp_path, **{"articles__a.md": article("Some first words.\n")})
