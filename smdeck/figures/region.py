"""Regions: which rows of a sheet are titles, which name the columns, which are the table."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from smdeck.figures.cells import Cell
from smdeck.figures.grid import Merge, SheetGrid, SheetRow, column_letters
from smdeck.figures.guessing import figure_columns, is_figure, names_columns, odd_names
from smdeck.figures.report import numbers

MAX_HEADER = 3
"""The most rows that name columns together."""


class Doubt(NamedTuple):
    """What is said of a table that was found by a guess."""

    message: str
    """What was done, without the name of the file: `row 1 is left out …`."""
    help: str
    wrong: bool = False
    """Whether it is an error."""


class SheetRegion(NamedTuple):
    """The parts of a sheet."""

    titles: list[SheetRow]
    header: list[SheetRow]
    body: list[SheetRow]
    doubts: list[Doubt]
    merged_header: bool = False
    """Whether merged cells say which columns a name above others is for."""


def find_region(rows: list[SheetRow], grid: SheetGrid) -> SheetRegion:
    """Return the parts of the rows, which are at least one."""
    doubts: list[Doubt] = []
    blank_before = _after_blank(rows, grid)
    start = _titles(rows, blank_before, doubts)
    depth, merged = _header_depth(rows[start:], grid.merges, blank_before, doubts)
    region = SheetRegion(
        rows[:start], rows[start : start + depth], rows[start + depth :], doubts, merged
    )
    region = _without_repeats(region)
    region = _without_notes(region, blank_before)
    _second_table(region, blank_before)
    return region


def _after_blank(rows: list[SheetRow], grid: SheetGrid) -> set[int]:
    """Return the numbers of the rows that have an empty row above; a hidden one is not empty."""
    hidden = {row.number for row in grid.hidden}
    return {
        row.number
        for above, row in pairwise(rows)
        if any(n not in hidden for n in range(above.number + 1, min(row.number, above.number + 3)))
    }


def _titles(rows: list[SheetRow], blank_before: set[int], doubts: list[Doubt]) -> int:
    """Return how many rows at the beginning are titles: one cell above a wider table."""
    left = min(min(row.cells) for row in rows)
    widest = max(len(row.cells) for row in rows)
    start = 0
    while start + 1 < len(rows) and widest > 1 and len(rows[start].cells) == 1:
        if left not in rows[start].cells:
            break  # a name for several columns
        if all(len(row.cells) == 1 for row in rows[start + 1 : start + 9]):
            break
        start += 1
    figures = figure_columns(rows[start + 1 :])
    if start and not names_columns(rows[start], figures):
        doubts.append(_title_doubt(rows[:start], rows[start], figures))
    return _title_block(rows, start, blank_before, doubts)


def _title_doubt(titles: list[SheetRow], header: SheetRow, figures: dict[int, bool]) -> Doubt:
    shown = next(iter(titles[0].cells.values())).text
    return Doubt(
        f"{numbers(row.number for row in titles)}, `{shown}`, is taken for a title, and row "
        f"{header.number} for the names of the columns",
        f"if that is wrong, name every column; `rows: {header.number}-` makes it certain",
        bool(odd_names(header, figures)),
    )


def _title_block(
    rows: list[SheetRow], start: int, blank_before: set[int], doubts: list[Doubt]
) -> int:
    """Return how many rows are titles where some of several cells stand above an empty row."""
    for index in range(start + 1, min(start + 5, len(rows) - 1)):
        if rows[index].number not in blank_before:
            continue
        block, below = rows[start:index], rows[index + 1 :]
        if any(names_columns(row, figure_columns(rows[index:])) is False for row in block):
            return start
        if not names_columns(rows[index], figure_columns(below)):
            return start
        header = rows[index]
        narrower = all(len(row.cells) < len(header.cells) for row in block)
        above = numbers(row.number for row in block)
        message = (
            f"{above} above an empty row {'is' if len(block) == 1 else 'are'} taken for a title, "
            f"and row {header.number} for the names of the columns"
            if narrower
            else f"it is not clear whether {above} or row {header.number} names the columns"
        )
        help = f"`rows: {header.number}-` takes row {header.number}"
        if not narrower:
            help += f"; without the empty row it is {above}"
        doubts.append(Doubt(message, help, not narrower))
        return index
    return start


def _header_depth(
    rows: list[SheetRow], merges: list[Merge], blank_before: set[int], doubts: list[Doubt]
) -> tuple[int, bool]:
    """Return how many rows name the columns together, and whether merged cells say so."""
    top, below = rows[0], rows[1:]
    at_top = [merge for merge in merges if merge.top == top.number]
    bottom = max((merge.bottom for merge in at_top), default=top.number)
    across = any(merge.right > merge.left for merge in at_top)
    first = min(column for row in rows for column in row.cells)
    if across and below and not (first in top.cells and first in below[0].cells):
        bottom = max(bottom, below[0].number)
    depth = 0
    while depth < MAX_HEADER and depth < len(rows) and rows[depth].number <= bottom:
        if not _may_name(rows[depth], rows[depth + 1 :]):
            break
        depth += 1
    depth = max(depth, 1)
    if depth > 1 or across or len(below) < 2:
        return depth, across
    while depth < min(MAX_HEADER, len(rows) - 1) and first not in rows[depth].cells:
        if not _told_apart(rows[depth - 1], rows[depth]):
            break
        depth += 1
    if depth > 1:
        doubts.append(_depth_doubt(rows[:depth]))
        return depth, False
    if _names_above(top, below) and below[0].number not in blank_before:
        doubts.append(_depth_doubt(rows[:2]))
        return 2, False
    return 1, False


def _depth_doubt(header: list[SheetRow]) -> Doubt:
    return Doubt(
        f"{numbers(row.number for row in header)} are taken together for the names of the columns",
        f"one row of names makes it certain, or `rows: {header[-1].number}-`",
    )


def _told_apart(row: SheetRow, below: SheetRow) -> bool:
    """Tell whether names that come again in a row are told apart by those below, as at Destatis."""
    names = [cell.text for cell in row.cells.values()]
    if len(set(names)) == len(names) or row.cells.keys() != below.cells.keys():
        return False
    return not any(is_figure(cell) for cell in below.cells.values())


def _may_name(row: SheetRow, below: list[SheetRow]) -> bool:
    """Tell whether a row may name columns: it has no figures, or years above other figures."""
    return not any(map(is_figure, row.cells.values())) or not odd_names(row, figure_columns(below))


def _names_above(top: SheetRow, below: list[SheetRow]) -> bool:
    """Tell whether the first row has names for groups of columns, and the second for each.

    Or the second adds units to the names of the first.
    """
    second, body = below[0], below[1:]
    used = {column for row in body for column in row.cells}
    first = min(used | {*second.cells, *top.cells})
    unnamed = used - {*top.cells, first}
    units_below = first in top.cells and first not in second.cells
    return (
        (bool(unnamed) or units_below)
        and unnamed <= set(second.cells)
        and not (first in top.cells and first in second.cells)
        and names_columns(second, figure_columns(body))
    )


def _without_repeats(region: SheetRegion) -> SheetRegion:
    """Leave out the names of columns, and titles, where they come again on each page."""
    again = [row.cells for row in region.header if len(row.cells) > 1]
    repeated = {row.number for row in region.body if row.cells in again}
    if not repeated:
        return region
    titles = [row.cells for row in region.titles]
    repeated |= {row.number for row in region.body if row.cells in titles}
    doubt = Doubt(
        f"{numbers(sorted(repeated))} repeat the names of the columns and are left out"
        if len(repeated) > 1
        else f"{numbers(repeated)} repeats the names of the columns and is left out",
        "delete what is repeated",
    )
    body = [row for row in region.body if row.number not in repeated]
    return region._replace(body=body, doubts=[*region.doubts, doubt])


def _without_notes(region: SheetRegion, blank_before: set[int]) -> SheetRegion:
    """Leave out single texts below an empty row, as a source."""
    body = list(region.body)
    notes: list[SheetRow] = []
    while body and len(body[-1].cells) == 1 and not any(map(is_figure, body[-1].cells.values())):
        notes.insert(0, body.pop())
    while notes and notes[0].number not in blank_before and not _is_line(notes[0]):
        body.append(notes.pop(0))
    if not notes or not any(len(row.cells) > 1 for row in body):
        return region
    shown = next(
        (cell.text for row in notes if not _is_line(row) for cell in row.cells.values()), ""
    )
    doubt = Doubt(
        f"{numbers(row.number for row in notes)} below the table, `{shown}`, "
        f"{'is' if len(notes) == 1 else 'are'} left out",
        "delete the empty row above if it belongs to the table"
        if not _is_line(notes[0])
        else "delete the line above if it belongs to the table",
    )
    return region._replace(body=body, doubts=[*region.doubts, doubt])


def _is_line(row: SheetRow) -> bool:
    """Tell whether a row draws a line, as offices of statistics do above their notes."""
    return all(re.fullmatch(r"[_=–—-]{3,}", cell.text) for cell in row.cells.values())


def _second_table(region: SheetRegion, blank_before: set[int]) -> None:
    """Report names of columns further down, which begin another table."""
    figures = figure_columns(region.body)
    names = {cell for cell in region.header[-1].cells.values() if cell.text}
    for row, following in pairwise(region.body):
        if len(row.cells) < 2 or not names_columns(row, figures):
            continue
        apart = row.number in blank_before and any(map(is_figure, following.cells.values()))
        if apart or row.cells.get(min(row.cells)) in names:
            first = region.header[0].number
            region.doubts.append(
                Doubt(
                    f"another table seems to begin in row {row.number}",
                    f"choose one: `rows: {first}-{row.number - 1}` or `rows: {row.number}-`",
                    True,
                )
            )
            return


def names_of(region: SheetRegion, columns: list[int], merges: list[Merge]) -> dict[int, Cell]:
    """Return the name of each column that has one; names above others come first: `2024 Plan`."""
    if len(region.header) == 1:
        cells = dict(region.header[0].cells)
        _spread(cells, region.header[0], merges)
        return cells
    parts: dict[int, list[str]] = {column: [] for column in columns}
    for index, row in enumerate(region.header):
        cells = dict(row.cells)
        _spread(cells, row, merges)
        if not region.merged_header and index < len(region.header) - 1:
            _carry(cells, columns)
        for column in columns:
            name = _text(cells.get(column))
            if name and name not in parts[column]:
                parts[column].append(name)
    return {column: Cell(" ".join(found)) for column, found in parts.items() if found}


def _spread(cells: dict[int, Cell], row: SheetRow, merges: list[Merge]) -> None:
    """Give the name of merged cells to each of their columns."""
    right = {merge.left: merge.right for merge in merges if merge.top == row.number}
    for column in sorted(row.cells):
        for covered in range(column + 1, right.get(column, column) + 1):
            if covered in right:
                break  # cells can't be merged twice
            cells[covered] = row.cells[column]


def _carry(cells: dict[int, Cell], columns: list[int]) -> None:
    """Give a name to the columns on its right up to the next name; never to those before it."""
    last: Cell | None = None
    for column in columns[1:]:
        last = cells.get(column, last)
        if last:
            cells[column] = last


def _text(cell: Cell | None) -> str:
    """Return what a name says; a year is a number in a workbook."""
    if cell is None:
        return ""
    if isinstance(cell.value, float):
        return f"{cell.value:.15g}"
    return cell.text or ("" if cell.value is None else str(cell.value))


def name_text(cell: Cell | None) -> str:
    """Return by which text a deck names a column."""
    return _text(cell)


def column_list(columns: list[int]) -> str:
    """Return "column C" or "columns C and E"."""
    named = [column_letters(column) for column in columns]
    if len(named) == 1:
        return f"column {named[0]}"
    return f"columns {', '.join(named[:-1])} and {named[-1]}"
