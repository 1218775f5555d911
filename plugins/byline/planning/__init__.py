"""Planning: a calendar of what to share for each ambassador who wants one, and files for the company's own accounts."""

from .plugin import register

__all__ = ["register"]
