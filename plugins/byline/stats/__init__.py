"""Who contributed: what anybody can count on the site, as a report in four forms, for colleagues."""

from .plugin import register as register
