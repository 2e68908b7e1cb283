"""Sparks: where the sparklines of a table stand, and what is said of a sparkline in words."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.fit.tables import SPARK_GAP
from smdeck.model.doubt import decimal_mark
from smdeck.model.sparks import SparkCell
from smdeck.scene import Box, Role, Spark, Table
from smdeck.theme import Theme
from smdeck.units import emu

HEIGHT = 0.62
"""How high a sparkline is, as a share of its row."""


def cell_sparks(
    table: Table, theme: Theme, tone: str, name: str, lang: str
) -> list[tuple[int, Spark]]:
    """Return the sparklines over the cells of a table that is fitted, with their rows."""
    found = []
    for row, cells in enumerate(table.rows, 1):
        for column in sorted(table.sparks):
            cell = cells[column]
            if isinstance(cell, SparkCell):
                told = _of_row(table, row, column)
                values = cell.spark.values
                line, dot = spark_roles(theme, tone, _behind(table, row, theme))
                box = _box(table, row, column)
                alt = spark_alt(name, told, values, lang)
                found.append(
                    (row, Spark(values, box, line=line, dot=dot, name=name, told=told, alt=alt))
                )
    return found


def _box(table: Table, row: int, column: int) -> Box:
    """Return where the sparkline of a cell stands: as wide as its column, between the margins."""
    fitted = table.fitted
    side = emu(fitted.side)
    gap = emu(SPARK_GAP) if column + 1 < len(table.align) else 0
    left = table.box.x + sum(fitted.widths[:column]) + side
    height = round(HEIGHT * fitted.heights[row])
    top = table.box.y + sum(fitted.heights[:row]) + (fitted.heights[row] - height) // 2
    return Box(left, top, fitted.widths[column] - 2 * side - gap, height)


def _behind(table: Table, row: int, theme: Theme) -> Role | None:
    if row != table.highlight or theme.table_fills:  # a template fills its rows itself
        return None
    return theme.row_fill(row, table.highlight)


def _of_row(table: Table, row: int, column: int) -> str:
    """Return what a sparkline is about: the first words of its row, and the title of its column."""
    parts = table.rows[row - 1][0].plain, table.columns[column].plain
    return ", ".join(" ".join(part.split()) for part in parts if part.strip())


def spark_roles(theme: Theme, tone: str, behind: Role | None) -> tuple[Role, Role]:
    """Return the colours of a line and of the dot at its end, on what lies behind them."""
    colors = theme.text_colors(behind, tone)
    if behind is None:
        return colors.muted, "highlight"
    return colors.muted, colors.accent


def spark_alt(name: str, told: str, values: Sequence[float | None], lang: str) -> str:
    """Return what a sparkline shows for those who don't see it: its numbers."""
    from smdeck.figures.showing import shown

    apart = "; " if decimal_mark(lang) == "," else ", "
    numbers = apart.join("–" if one is None else shown(one, "General", lang) for one in values)
    return f"{name} {told}: {numbers}" if told else f"{name}: {numbers}"
