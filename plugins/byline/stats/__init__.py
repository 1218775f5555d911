"""Who contributed: what anybody can count on the site, as a report in four forms, for colleagues."""

from .plugin import register
from .report import report_files

__all__ = ["register", "report_files"]
