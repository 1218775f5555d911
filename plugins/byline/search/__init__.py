"""The search index: Pagefind reads the articles and pages that the press has printed."""

from .plugin import register

__all__ = ["register"]
