"""A table's cells as rows of equal length: a cell over several places stands in the first, the others stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Blocks = Sequence[dict[str, Any]]
MOST_COLUMNS = 100


@dataclass(frozen=True)
class Grid:
    """The blocks of each cell; `merged` says how many cells stood over several places."""

    rows: tuple[tuple[Blocks, ...], ...]
    width: int
    merged: int

    @classmethod
    def of(cls, table: Sequence[Any]) -> Grid:
        """The grid of a table in Pandoc's tree: attributes, caption, columns, head, bodies, foot."""
        _, _, columns, head, bodies, foot = table
        parts = [head[1], *(rows for body in bodies for rows in (body[2], body[3])), foot[1]]
        width = min(len(columns), MOST_COLUMNS)
        rows: list[tuple[Blocks, ...]] = []
        merged = 0
        for part in parts:
            below: dict[int, int] = {}
            for _, cells in part:
                rows.append(_row(cells, width, below))
                merged += sum(cell[2] > 1 or cell[3] > 1 for cell in cells)
        return cls(tuple(row for row in rows if any(row)), width, merged)


def _row(cells: Sequence[Any], width: int, below: dict[int, int]) -> tuple[Blocks, ...]:
    """One row; `below` says for how many more rows a column is taken by a cell from above."""
    waiting = list(cells)
    row: list[Blocks] = []
    while len(row) < width:
        column = len(row)
        if below.get(column, 0) > 0:
            below[column] -= 1
            row.append(())
        elif waiting:
            _, _, rowspan, colspan, blocks = waiting.pop(0)
            row += [blocks, *[()] * (colspan - 1)]
            below |= dict.fromkeys(range(column, column + colspan), rowspan - 1)
        else:
            row.append(())
    return tuple(row[:width])
