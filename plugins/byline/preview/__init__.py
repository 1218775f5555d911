"""What comms reads before saying yes: one report on all that is proposed, as a page, as a comment and as JSON.

And a note to whoever wrote an article, ready when it has gone live.
"""

from .plugin import register as register
