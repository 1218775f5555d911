"""Everything that one build publishes, gathered once and frozen: authors, articles, categories, campaigns."""

from .plugin import register as register
