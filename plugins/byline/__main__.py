"""`python -m byline` is the `byline` command."""

import gc
import os
import sys
from contextlib import suppress

gc.disable()  # loading makes much and throws nothing away: to look for it there takes 25 ms

from .cli import main  # noqa: E402


def run() -> None:
    """Run the command that was asked for, and end at once: tidying up takes longer than many commands."""
    gc.freeze()  # what is loaded stays
    gc.enable()
    code = main()
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":  # a process that `byline serve` starts imports this too
    run()
