"""Beginnings: `byline new article` and `byline new author` write a file that only has to be filled in."""

from .files import ScaffoldError as ScaffoldError
from .files import article as article
from .files import author as author
from .files import known_author as known_author
from .prompts import shape as shape
from .prompts import shapes as shapes
