"""`python -m byline` is the `byline` command."""

import sys

from .cli import main

if __name__ == "__main__":  # a process that `byline serve` starts imports this too
    sys.exit(main())
