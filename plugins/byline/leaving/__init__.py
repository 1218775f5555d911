"""A person leaves, or asks for what is theirs: changes are shown first and done as a whole; what remains is said."""

from ..at_once import apply, complete
from ..model import Leave
from .export import export
from .plan import withdrawal
from .sentences import REMAINS, shown
from .withdrawal import LeavingError, Withdrawal

__all__ = ["REMAINS", "Leave", "LeavingError", "Withdrawal", "apply", "complete", "export", "shown", "withdrawal"]
