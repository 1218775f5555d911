"""A page for each author: who signs here, what they wrote, and their own feed."""

from .plugin import register as register
