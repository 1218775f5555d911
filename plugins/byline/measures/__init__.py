"""How often people came, and by which link: imports from what sites already count, kept by month, read for reports.

What counts and keeps comes with `byline[measure]`; none of it is loaded before it is needed, and no build needs it.
"""

from .days import spans as spans
from .importing import Wanted as Wanted
from .importing import bring_in as bring_in
from .knowing import expiry as expiry
from .knowing import known_of as known_of
from .plugin import register as register
from .purging import purge as purge
from .reading import read as read
from .reading import whose as whose
from .settings import MeasuresSettings as MeasuresSettings
from .telling import sentences as sentences
