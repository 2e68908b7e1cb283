"""Tables: column widths follow the content, rows share the height."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, inf

from smdeck.findings import Findings, count
from smdeck.fit.columns import ColumnWidths
from smdeck.fit.measure import LINE_HEIGHT, SLACK, Typed, hyphenated, typed
from smdeck.model.table import BarCell
from smdeck.model.text import Inline
from smdeck.model.whole import kept_answer
from smdeck.scene import Box, Geometry, Level, Role, Shape, Table
from smdeck.theme import Theme
from smdeck.theme.color import LARGE_CONTRAST, contrast
from smdeck.units import emu, points

PADDING_X, PADDINGS_Y = 16.0, (7.0, 4.0)
"""The space between a cell's border and its text, in points; the smaller one for many rows."""

NARROW = 10.0
"""The space left and right of words where there are many columns, in points."""

ROOMY = 20.0
"""The smallest size, of the house theme, at which a table rather keeps the larger space."""

GUTTER = 24.0
"""More space after a column that is set right, in points: else it runs into the next one."""

ROW_HEIGHT, LOW_TABLE, HIGH_ROW = 76.0, 4, 96.0
"""The height of a row that has room, in points; up to how many rows are higher, and how high."""

SPARK, SPARK_GAP = 120.0, 12.0
"""The least width of a sparkline in a cell, and the space on its right, in points."""

BAR, LONGEST_BAR, BAR_GAP, BAR_HEIGHT = 120.0, 240.0, 14.0, 0.4
"""The least and largest length of a bar in a cell, the space before it in points, and its share of
a row."""

MARK = 1.3
"""How much larger than words the marks of a rating are."""

STRONG, CELL = Level(bold=True), Level()


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
            _typed(cell, row in (0, table.highlight) or column in table.strong, theme)
            for column, cell in enumerate(cells)
        ]
        for row, cells in enumerate(rows)
    ]
    columns = _columns(table, texts, theme)
    room = points(table.box.h)
    gutters = [_gutter(table, column) for column in range(len(table.align))]
    over = [*table.bars, *table.ratings]  # there a header has what cells leave to their marks
    free = [gutter if column in over else 0.0 for column, gutter in enumerate(gutters)]
    sizes = [size for size in (*table.larger, *table.sizes) if size <= largest]
    roomy, tight = PADDINGS_Y
    least = ROOMY * theme.type.role_ratio("cell")
    ways = [(size, roomy, PADDING_X) for size in sizes if size >= least]
    ways += [(size, tight, side) for size in sizes for side in (PADDING_X, NARROW)]
    for size, padding, side in ways:
        around = [2 * side + 1 + gutter for gutter in gutters]
        widths, long_word = columns.widths(size, points(table.box.w), around, free)
        inner = [
            (width - gutter - 2 * side) * SLACK / size
            for width, gutter in zip(widths, gutters, strict=True)
        ]
        broken = [
            [
                cell.lines(inner[c] + (0 if r else free[c] * SLACK / size))
                for c, cell in enumerate(cells)
            ]
            for r, cells in enumerate(texts)
        ]
        lines = tuple(tuple(cell.lines for cell in cells) for cells in broken)
        heights = [LINE_HEIGHT * size * max(map(len, row)) + 2 * padding for row in lines]
        if size in table.larger and max(max(map(len, row)) for row in lines) > 1:
            continue  # larger words are for cells of a line
        if sum(heights) <= room and not long_word:
            break
    header, *others = heights
    high = HIGH_ROW if len(others) <= LOW_TABLE else ROW_HEIGHT
    if sum(heights) < room:
        heights = [header, *_shared(others, room - header, high)]
    for column in table.bars:  # a bar takes what figures leave
        figures = max((row[column].width for row in texts[1:]), default=0.0) * size / SLACK
        spare = widths[column] - 2 * side - 1 - figures
        gutters[column] = max(gutters[column], min(spare, LONGEST_BAR + BAR_GAP))
    table.fitted.size = size
    table.fitted.padding, table.fitted.side = padding, side
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
    elif sum(heights) > room + 0.01:
        much, characters = _too_much(table, sum(heights) - room)
        findings.error(
            "overflow",
            f"the table is {much} too tall at {size:g} pt, the smallest size",
            table.place,
            f"cut {much}{characters}, or {remedy}",
        )


def _shared(heights: list[float], room: float, most: float) -> list[float]:
    """Return the heights of rows that share a room, none lower than it is, and none made higher
    than `most`."""
    level, low = most, sorted(heights)
    for n in range(len(low), 0, -1):  # the highest n - 1 rows may keep their own
        level = min(most, (room - sum(low[n:])) / n)
        if level >= low[n - 1]:
            break
    return [max(height, level) for height in heights]


def _gutter(table: Table, column: int) -> float:
    """Return what a column leaves on its right beside the usual: for a bar, or behind figures."""
    if column in table.bars:
        return BAR + BAR_GAP
    if column in table.sparks:
        return SPARK + (SPARK_GAP if column + 1 < len(table.align) else 0.0)
    if column in table.ratings:
        marks = max((len(row[column].plain) for row in table.rows), default=0)
        return (MARK - 1) * 0.5 * marks * table.sizes[0]
    aligned_right = table.align[column] == "right" and column + 1 < len(table.align)
    return GUTTER if aligned_right else 0.0


def bars_in(table: Table) -> Iterator[tuple[int, Box, Box]]:
    """Yield row, track and bar of each cell that has a bar, once the table is fitted."""
    fitted = table.fitted
    for row, cells in enumerate(table.rows, 1):
        for column in sorted(table.bars):
            cell = cells[column]
            if not isinstance(cell, BarCell):
                continue
            left = table.box.x + sum(fitted.widths[: column + 1])
            left -= emu(fitted.side + fitted.gutters[column] - BAR_GAP)
            height = round(BAR_HEIGHT * fitted.heights[row])
            top = table.box.y + sum(fitted.heights[:row]) + (fitted.heights[row] - height) // 2
            track = Box(left, top, emu(fitted.gutters[column] - BAR_GAP), height)
            yield row, track, track._replace(w=round(track.w * cell.share))


def rating_size(table: Table) -> float:
    """Return the size of the marks of a rating in points."""
    fitted = table.fitted
    room = points(min(fitted.heights[1:])) - 2 * fitted.padding
    return min(MARK * fitted.size, max(room / LINE_HEIGHT, fitted.size))


def rating_role(theme: Theme, tone: str) -> Role:
    """Return the colour of marks and bars in cells: the theme's, or the brand's, lighter where that
    can be seen."""
    if theme.look.cell_marks:
        return theme.look.cell_marks
    background = theme.rgb("ground", tone)
    return "step_2" if contrast(theme.rgb("step_2", tone), background) >= LARGE_CONTRAST else "text"


def bar_shapes(table: Table, theme: Theme, tone: str, name: str) -> list[tuple[int, Shape]]:
    """Return the bars in the cells of a table, each on its track, with their rows."""
    colors = theme.text_colors(theme.look.row, tone)
    role = rating_role(theme, tone)
    shapes = []
    for row, track, bar in bars_in(table):
        marked = row == table.highlight
        paint = theme.paint(colors.accent if marked else role, tone)
        behind = theme.paint(colors.text if marked else "surface", tone)
        behind = behind._replace(alpha=20) if marked else behind
        shapes.append((row, Shape(track, Geometry(), behind, name=name)))
        if bar.w:
            shapes.append((row, Shape(bar, Geometry(), paint, name=name)))
    return shapes


def _columns(table: Table, texts: list[list[Typed]], theme: Theme) -> ColumnWidths:
    """Return the columns of a table, whose cells are `texts`.

    Parts of one table have columns of one width, whichever of them holds the bold row.
    """
    if not table.whole:
        return ColumnWidths(texts)

    def of_all_parts() -> ColumnWidths:
        return ColumnWidths(
            [
                [_typed(cell, True, theme) for cell in cells]
                for cells in (table.columns, *table.whole)
            ]
        )

    return kept_answer(table.whole, ("columns", id(theme)), of_all_parts)


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


def _typed(cell: Inline, strong: bool, theme: Theme) -> Typed:
    return typed(cell.paragraphs[0], theme, STRONG if strong else CELL)


def _whole(widths: list[float], total: int) -> tuple[int, ...]:
    """Return widths in EMU that add up to the total."""
    whole = [emu(width) for width in widths]
    whole[-1] += total - sum(whole)
    return tuple(whole)
