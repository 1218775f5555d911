"""The law's pages: legal notice, privacy, accessibility, in each language, made from settings."""

from .plugin import register as register
