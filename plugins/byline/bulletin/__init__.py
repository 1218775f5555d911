"""The bulletin: once a month, a page and an e-mail for all staff about what was published and what it brought."""

from .files import report_files

__all__ = ["report_files"]
