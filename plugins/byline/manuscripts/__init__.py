"""What people wrote, read once: front matter checked, Markdown rendered, HTML made safe, then handed to Pelican."""

from .plugin import register as register
