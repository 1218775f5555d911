"""Forgetting: what no build has named for a month goes from the ledger, so that it does not grow with every edit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

AFTER = 30  # days
BY_PLACE = "parts"  # entries of this kind are found by a place of the site, so that there are never more than places


def forget(database: sqlite3.Connection, named: Iterable[str], today: int) -> None:
    """Note the day of what was named, and delete what was not named for so many days; only the first time on a day.

    A file of which more than half is free is written anew, smaller.
    """
    if _number(database, "user_version") == today:
        return
    with database:
        database.execute("CREATE TEMP TABLE named (name TEXT PRIMARY KEY)")
        database.executemany("INSERT OR IGNORE INTO named VALUES (?)", ((one,) for one in named))
        database.execute(
            "UPDATE entries SET day = ? WHERE day IS NULL OR name IN (SELECT name FROM temp.named)", (today,)
        )
        database.execute("DELETE FROM entries WHERE day < ? AND kind <> ?", (today - AFTER, BY_PLACE))
        database.execute("DROP TABLE temp.named")
        database.execute(f"PRAGMA user_version = {today:d}")
    if _number(database, "freelist_count") > _number(database, "page_count") / 2:
        database.execute("VACUUM")


def _number(database: sqlite3.Connection, pragma: str) -> int:
    (number,) = database.execute(f"PRAGMA {pragma}").fetchone()
    return int(number)
