"""The digest: the best stories of the week that has ended, as e-mail, plain text, RSS and a chat message."""

from .plugin import register

__all__ = ["register"]
