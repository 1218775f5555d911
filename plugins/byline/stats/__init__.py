"""Who contributed: one report in three forms, for colleagues only."""

from .plugin import register

__all__ = ["register"]
