"""What cannot be brought in, as a sentence for the person who brought it."""

from __future__ import annotations

from ..refusals import Refusal


class ImportingError(Refusal):
    """A document that cannot be read, or that is refused. The text says why and what to do."""
