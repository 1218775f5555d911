"""Share cards: the picture that networks show when somebody shares an article."""

from .plugin import register

__all__ = ["register"]
