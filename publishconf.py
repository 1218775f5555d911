"""The public site: only what differs from `pelicanconf.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403  its whole point
from pelicanconf import BYLINE_SITE

BYLINE_SITE = {**BYLINE_SITE, "production": True}
