"""The hub: what ambassadors open to choose, change and share, as files that need no server, account or script."""

from .plugin import register

__all__ = ["register"]
