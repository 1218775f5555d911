"""Home, archive, categories, tags and series, in each language; and the pages that stand in for what is gone."""

from .plugin import register as register
