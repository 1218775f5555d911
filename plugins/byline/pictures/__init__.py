"""Pictures: every one that people use in texts, guarded, scaled, and named by its content."""

from .checking import check
from .plugin import register

__all__ = ["check", "register"]
