"""Recognition: badges that people earn, and challenges that all reach together, by rules that anybody can read."""

from .plugin import register

__all__ = ["register"]
