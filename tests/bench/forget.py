"""Forget everything in a cache but its cards, so that a clean build can be measured without drawing them."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

with closing(sqlite3.connect(Path(sys.argv[1], "ledger.sqlite"))) as database, database:
    database.execute("DELETE FROM entries WHERE kind NOT LIKE 'card%'")
