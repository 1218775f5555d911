"""Feeds: RSS, Atom and JSON, with full texts, for all languages, each language, each author and each category."""

from .plugin import register

__all__ = ["register"]
