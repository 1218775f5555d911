"""What is wrong with how a company says that it shares."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Rewards
from .settings import SharingSettings

SETTINGS = "../pelicanconf.py"  # findings stand in the content folder, and this file beside it
REGISTER = (
    "Write signed_off_by and signed_off into programme/rewards.toml (docs/recognition.md), or take `rewarded` out of "
    "BYLINE_SHARING where nobody gets anything for sharing."
)


def unanswered(settings: SharingSettings, rewards: Rewards | None) -> Iterator[Finding]:
    """A warning where texts say that sharing is rewarded, and there is no register for which somebody would answer."""
    if settings.rewarded and rewards is None:
        message = "BYLINE_SHARING says that sharing is rewarded, and nobody signed that off."
        yield Finding(SETTINGS, 1, "rewards-without-register", message, "warning", REGISTER)
