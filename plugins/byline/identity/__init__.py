"""Who the site is, as browsers and machines ask for it: its icons, its manifest, and whom to tell of a weakness."""

from .plugin import register as register
