"""Beginnings: `byline new` writes a file that only has to be filled in."""

from collections.abc import Callable, Mapping
from pathlib import Path

from .colleagues import ambassador, campaign
from .files import ScaffoldError as ScaffoldError
from .files import article as article
from .files import author as author
from .files import known_author as known_author
from .prompts import shape as shape
from .prompts import shapes as shapes

# What needs no more than a name, and a folder to stand in.
BY_NAME: Mapping[str, Callable[..., Path]] = {"author": author, "ambassador": ambassador, "campaign": campaign}
