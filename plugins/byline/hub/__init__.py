"""The hub: what ambassadors open to choose, change and share, as files that need no server, account or script."""

from .handing_over import Handed, UnknownPerson, hand_over
from .plugin import register

__all__ = ["Handed", "UnknownPerson", "hand_over", "register"]
