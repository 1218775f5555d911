"""A form for people who write without seeing a file: Sveltia CMS, told what may be written. For colleagues only."""

from .plugin import register

__all__ = ["register"]
