"""How often people came, and by which link: imports from what sites already count, kept by month, read for reports.

What counts and keeps comes with `byline[measure]`; none of it is loaded before it is needed, and no build needs it.
"""

from .plugin import register as register
