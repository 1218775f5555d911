"""Who stands behind a byline: for every text that a pull request changes, what shows that each author agrees."""

from .plugin import register as register
