"""Old addresses lead to new ones; what a host must be told (`_redirects`, `_headers`)."""

from .plugin import register

__all__ = ["register"]
