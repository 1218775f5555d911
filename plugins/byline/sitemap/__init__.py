"""What search engines are told: `sitemap.xml` and `robots.txt`."""

from .plugin import register

__all__ = ["register"]
