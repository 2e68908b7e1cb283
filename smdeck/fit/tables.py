"""Tables: column widths follow the content, rows share the height."""

from __future__ import annotations

from math import inf

from smdeck.findings import Findings, count
from smdeck.fit.measure import HYPHEN, LINE_HEIGHT, SLACK, Typed, hyphenated, typed
from smdeck.model.records import Inline
from smdeck.scene import Level, Table
from smdeck.theme import Theme
from smdeck.units import emu, points

PADDING_X, PADDINGS_Y = 10.0, (7.0, 4.0)
"""The space between a cell's border and its text, in points; the smaller one for many rows."""

GUTTER = 24.0
"""More space after a column that is set right, in points: else it runs into the next one."""

LOOSEST = 1.9
"""How much wider than its content a table may be: else values stand too far from their names."""

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
    # Parts of one table have columns of one width, whichever of them holds the bold row.
    all_rows = texts
    if table.elsewhere:
        all_rows = [
            [_typed(cell, column, True, theme) for column, cell in enumerate(cells)]
            for cells in (*rows, *table.elsewhere)
        ]
    room = points(table.box.h)
    gutters = [
        GUTTER if align == "right" and n + 1 < len(table.align) else 0.0
        for n, align in enumerate(table.align)
    ]
    sizes = [size for size in table.sizes if size <= largest]
    for size, padding in ((size, padding) for size in sizes for padding in PADDINGS_Y):
        widths, long_word = _widths(all_rows, size, points(table.box.w), gutters)
        inner = [
            _inner(width - gutter) / size for width, gutter in zip(widths, gutters, strict=True)
        ]
        broken = [[cell.lines(inner[c]) for c, cell in enumerate(cells)] for cells in texts]
        lines = tuple(tuple(cell.lines for cell in cells) for cells in broken)
        heights = [LINE_HEIGHT * size * max(map(len, row)) + 2 * padding for row in lines]
        if sum(heights) <= room and not long_word:
            break
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
            table.place,
            "use a shorter word, fewer columns, or a hyphen where it may break",
        )
    elif sum(heights) > room:
        over = sum(heights) - room
        lines_over = max(1, round(over / (LINE_HEIGHT * size) + 0.499))
        findings.error(
            "overflow",
            f"the table is {over:.0f} pt too tall at {size:g} pt, the smallest size",
            table.place,
            f"cut {count(lines_over, 'line')}, or {remedy}",
        )


def _typed(cell: Inline, column: int, header: bool, theme: Theme) -> Typed:
    level = HEADER if header else FIRST if column == 0 else CELL
    return typed(cell.paragraphs[0], theme, level)


def _inner(width: float) -> float:
    return (width - 2 * PADDING_X) * SLACK


def _widths(
    texts: list[list[Typed]], size: float, total: float, gutters: list[float]
) -> tuple[list[float], str | None]:
    """Return column widths in points, and a word that can't stand beside the other columns.

    Each column gets what its longest word needs; the rest is shared by how much more the
    columns could use, and what is left over then by how wide they are.
    """
    longest, natural = [], []
    for column in range(len(texts[0])):
        cells = [row[column].words for row in texts]
        word = max((w.width + HYPHEN * (w.hint is not None) for cell in cells for w in cell),
                   default=0.0)  # fmt: skip
        line = max(sum(w.width + w.space for w in cell) for cell in cells)
        around = 2 * PADDING_X + 1 + gutters[column]
        longest.append(word * size / SLACK + around)
        natural.append(max(longest[-1], line * size / SLACK + around))
    if sum(longest) > total:
        widest = max(
            (w for row in texts for cell in row for w in cell.words), key=lambda word: word.width
        )
        return [total * part / sum(longest) for part in longest], widest.text
    if sum(natural) <= total:
        total = min(total, max(LOOSEST * sum(natural), 0.6 * total))
        return [part * total / sum(natural) for part in natural], None
    spare = total - sum(longest)
    wanted = [more - less for more, less in zip(natural, longest, strict=True)]
    return [
        less + spare * more / sum(wanted) for less, more in zip(longest, wanted, strict=True)
    ], None


def _whole(widths: list[float], total: int) -> tuple[int, ...]:
    """Return widths in EMU that add up to the total."""
    whole = [emu(width) for width in widths]
    whole[-1] += total - sum(whole)
    return tuple(whole)
