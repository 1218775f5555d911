"""`python -m byline` is the `byline` command."""

import sys

from .cli import main

sys.exit(main())
