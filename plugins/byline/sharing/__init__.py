"""Sharing: a link per article and channel that carries the tagged URL. Channels are data (`channels.toml`)."""

from .plugin import register

__all__ = ["register"]
