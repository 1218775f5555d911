"""The browser that is installed, and how to start it so that it speaks to nobody but the sites that it is shown."""

from __future__ import annotations

import os
import shutil

NAMES = (
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


def installed() -> str | None:
    """The first browser found."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def flags() -> list[str]:
    """How to start it; it refuses to sandbox itself when root starts it, as in a container."""
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)
