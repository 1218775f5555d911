"""The theme, read once."""

from __future__ import annotations

import pytest

from byline.press.theme import load_theme
from theme.printing import THEME, Print, printer


@pytest.fixture(scope="session")
def printed() -> Print:
    """Prints a page of a kind in a language, from its usual values and those given."""
    return printer(load_theme(THEME))
