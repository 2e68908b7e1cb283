"""Tables: column widths follow the content, rows share the height."""

from __future__ import annotations

from math import ceil, inf

from smdeck.findings import Findings, count
from smdeck.fit.columns import Columns
from smdeck.fit.measure import LINE_HEIGHT, SLACK, Typed, hyphenated, typed
from smdeck.model.records import Inline
from smdeck.model.whole import once
from smdeck.scene import Level, Table
from smdeck.theme import Theme
from smdeck.units import emu, points

PADDING_X, PADDINGS_Y = 10.0, (7.0, 4.0)
"""The space between a cell's border and its text, in points; the smaller one for many rows."""

GUTTER = 24.0
"""More space after a column that is set right, in points: else it runs into the next one."""

ROW_HEIGHT = 2.7
"""The height of a row that has room, in em."""

HEADER, FIRST, CELL = Level(bold=True), Level(bold=True), Level()


def fit_table(
    table: Table,
    theme: Theme,
    findings: Findings,
    remedy: str = "split the slide",
    largest: float = inf,
) -> None:
    """Set size, column widths and row heights of a table; a table too tall is an error.

    It takes no size beyond `largest`, in points.
    """
    rows = [table.columns, *table.rows]
    texts = [
        [
            _typed(cell, column, row in (0, table.highlight), theme)
            for column, cell in enumerate(cells)
        ]
        for row, cells in enumerate(rows)
    ]
    columns = _columns(table, texts, theme)
    room = points(table.box.h)
    gutters = [
        GUTTER if align == "right" and n + 1 < len(table.align) else 0.0
        for n, align in enumerate(table.align)
    ]
    sizes = [size for size in table.sizes if size <= largest]
    for size in sizes:
        around = [2 * PADDING_X + 1 + gutter for gutter in gutters]
        widths, long_word = columns.widths(size, points(table.box.w), around)
        inner = [
            (width - gutter - 2 * PADDING_X) * SLACK / size
            for width, gutter in zip(widths, gutters, strict=True)
        ]
        broken = [[cell.lines(inner[c]) for c, cell in enumerate(cells)] for cells in texts]
        lines = tuple(tuple(cell.lines for cell in cells) for cells in broken)
        text_height = sum(LINE_HEIGHT * size * max(map(len, row)) for row in lines)
        roomy, tight = PADDINGS_Y
        padding = roomy if text_height + 2 * roomy * len(rows) <= room else tight
        if text_height + 2 * padding * len(rows) <= room and not long_word:
            break
    heights = [LINE_HEIGHT * size * max(map(len, row)) + 2 * padding for row in lines]
    comfortable = min(ROW_HEIGHT * size, room / len(rows))
    generous = [max(height, comfortable) for height in heights]
    if sum(generous) <= room:
        heights = generous
    table.fitted.size = size
    table.fitted.padding = padding
    table.fitted.lines = lines
    table.fitted.cells = tuple(
        tuple(hyphenated(cell.paragraphs[0], broken[r][c].hints) for c, cell in enumerate(cells))
        for r, cells in enumerate(rows)
    )
    table.fitted.gutters = tuple(gutters)
    table.fitted.widths = _whole(widths, round(emu(sum(widths))))
    table.fitted.heights = tuple(emu(height) for height in heights)
    if long_word:
        findings.error(
            "long-word",
            f"in the table the word `{long_word}` leaves too little for the other columns "
            f"at {size:g} pt",
            next(cell.place for cells in rows for cell in cells if long_word in cell.plain),
            "use a shorter word, fewer columns, or write `|` where it may break",
        )
    elif sum(heights) > room:
        much, characters = _too_much(table, sum(heights) - room)
        findings.error(
            "overflow",
            f"the table is {much} too tall at {size:g} pt, the smallest size",
            table.place,
            f"cut {much}{characters}, or {remedy}",
        )


def _columns(table: Table, texts: list[list[Typed]], theme: Theme) -> Columns:
    """Return the columns of a table, whose cells are `texts`.

    Parts of one table have columns of one width, whichever of them holds the bold row.
    """
    if not table.whole:
        return Columns(texts)

    def of_all_parts() -> Columns:
        return Columns(
            [
                [_typed(cell, column, True, theme) for column, cell in enumerate(cells)]
                for cells in (table.columns, *table.whole)
            ]
        )

    return once(table.whole, ("columns", id(theme)), of_all_parts)


def _too_much(table: Table, height: float) -> tuple[str, str]:
    """Return how many lines or rows are a height in points, and about how many characters.

    The tallest rows lose their last lines; where all have one line, whole rows have to go.
    """
    rows = [[[*lines] for lines in cells] for cells in table.fitted.lines]
    line = LINE_HEIGHT * table.fitted.size
    cut = characters = 0
    while height > 0 and (tallest := max(len(lines) for cells in rows for lines in cells)) > 1:
        row = next(cells for cells in reversed(rows) if max(map(len, cells)) == tallest)
        characters += sum(len(lines.pop()) for lines in row if len(lines) == tallest)
        cut += 1
        height -= line
    much = [count(cut, "line")] if cut else []
    if height > 0:
        much.append(count(ceil(height / (line + 2 * table.fitted.padding)), "row"))
    return " and ".join(much), f", about {characters} characters" if cut else ""


def _typed(cell: Inline, column: int, header: bool, theme: Theme) -> Typed:
    level = HEADER if header else FIRST if column == 0 else CELL
    return typed(cell.paragraphs[0], theme, level)


def _whole(widths: list[float], total: int) -> tuple[int, ...]:
    """Return widths in EMU that add up to the total."""
    whole = [emu(width) for width in widths]
    whole[-1] += total - sum(whole)
    return tuple(whole)
