"""Merged cells: what a workbook shows once for several rows or columns."""

from __future__ import annotations

from smdeck.figures.cells import Cell
from smdeck.figures.grid import MAX_CELLS, Merge, SheetGrid, SheetRow
from smdeck.figures.guessing import is_figure
from smdeck.figures.report import Unreadable


def spread_merges(
    body: list[SheetRow], columns: list[int], grid: SheetGrid
) -> tuple[list[SheetRow], list[Merge]]:
    """Return the rows with merged texts in each cell that they cover, and the merged figures.

    A text names each row that it stands beside, so it is repeated; one that is merged from the
    first column to the right is a heading in the table, and stays in its first cell. A figure is
    not repeated, for it would count twice: it stays where Excel's charts have it, in its first
    cell, unless it stands in the first column, where figures are names.
    """
    if not grid.merges or not body or not columns:
        return body, []
    rows = {row.number: dict(row.cells) for row in body}
    anchors = {row.number: row.cells for row in (*grid.hidden, *body)}
    first, used = columns[0], set(columns)
    figures: list[Merge] = []
    work = 0
    for merge in grid.merges:
        anchor = anchors.get(merge.top, {}).get(merge.left)
        if anchor is None:
            continue
        right = merge.left if merge.left == first else merge.right
        numbers = [n for n in range(merge.top, min(merge.bottom, body[-1].number) + 1) if n in rows]
        cells = [
            (number, column)
            for number in numbers
            for column in range(merge.left, right + 1)
            if column in used
        ]
        work += len(cells) + sum(len(rows[n]) for n in numbers) + merge.bottom - merge.top
        if work > MAX_CELLS + 1_048_576:
            raise Unreadable("merges more cells than it has")
        for number in numbers:  # what stood there before the cells were merged is not shown
            for column in [c for c in rows[number] if merge.left <= c <= merge.right]:
                if (number, column) != (merge.top, merge.left):
                    del rows[number][column]
        if is_figure(anchor) and merge.left != first:
            figures += [merge] if len(cells) > 1 else []
        else:
            _fill(rows, cells, anchor)
    return [row._replace(cells=rows[row.number]) for row in body], figures


def _fill(rows: dict[int, dict[int, Cell]], cells: list[tuple[int, int]], anchor: Cell) -> None:
    for number, column in cells:
        rows[number].setdefault(column, anchor)
