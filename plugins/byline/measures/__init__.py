"""How often people came, and by which link: imports from what sites already count, kept by month, read for reports.

Without pyarrow, which `byline[measure]` brings, nothing here can read or write, and nothing here loads it before that.
"""

from .reading import read as read
from .reading import whose as whose
