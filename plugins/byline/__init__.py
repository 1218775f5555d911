"""Byline: the blog that a company's own people write and sign, as a set of Pelican plugins.

Ground floor (this folder): what a site is made of, without Pelican. First floor: one room per sub-package.
`docs/how-it-works.md` is the tour.
"""

__version__ = "0.1.0"
