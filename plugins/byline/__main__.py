"""`python -m byline` is the `byline` command."""

import os
import sys
from contextlib import suppress

from .cli import main


def run() -> None:
    """Run the command that was asked for, and end at once: tidying up takes longer than many commands."""
    code = main()
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":  # a process that `byline serve` starts imports this too
    run()
