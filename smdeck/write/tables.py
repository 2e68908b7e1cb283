"""Native tables: cells in the branded style, a header row, one row set off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smdeck.fit.tables import rating_role, rating_size
from smdeck.model.table import FILLED, HOLLOW
from smdeck.model.text import Paragraph
from smdeck.scene import Click, Level, Role, Table
from smdeck.units import emu
from smdeck.write.links import Links
from smdeck.write.text import RunStyle, Typesetter
from smdeck.write.theme import TABLE_STYLE
from smdeck.write.xml import fill_xml

_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}


def pieces_of(table: Table, clicks: Sequence[Click]) -> Iterator[tuple[int, int]]:
    """Yield the first and last row of each piece of a table: rows that appear together."""
    of_row = {
        row: number
        for number, click in enumerate(clicks)
        for rows in click.rows
        if rows.table is table
        for row in range(rows.first, rows.last + 1)
    }
    first, last = 0, len(table.fitted.cells) - 1
    for row in range(last + 1):
        if row == last or of_row.get(row) != of_row.get(row + 1):
            yield first, row
            first = row + 1


def table_xml(
    table: Table, typesetter: Typesetter, links: Links, first: int = 0, last: int | None = None
) -> str:
    """Return the `a:tbl` of a table, or of some of its rows."""
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in table.fitted.widths)
    rows = "".join(
        _row(table, number, cells=cells, typesetter=typesetter, links=links, apart=first > 0)
        for number, cells in enumerate(table.fitted.cells)
        if first <= number and (last is None or number <= last)
    )
    parts = ' firstRow="1" firstCol="1"'
    if first:  # LibreOffice takes the first cell of a piece for the corner of a header
        parts = ' firstCol="1"' * bool(typesetter.theme.table_style)
    return (
        f"<a:tbl><a:tblPr{parts}>"
        f"<a:tableStyleId>{typesetter.theme.table_style or TABLE_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>"
        f"{rows}</a:tbl>"
    )


def _row(
    table: Table,
    number: int,
    cells: Sequence[Paragraph],
    typesetter: Typesetter,
    links: Links,
    apart: bool,
) -> str:
    """Return a row; one that stands `apart` from the header sets its first cell off by itself."""
    role = typesetter.theme.row_fill(number, table.highlight)
    own = typesetter.theme.table_fills  # cells of a style that fills them keep its colours
    fill = fill_xml(typesetter.paint(role)) if role and not own else ""
    written = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
        f"{_paragraph(cell, table, row=number, column=column, typesetter=typesetter, links=links, apart=apart)}"
        f"</a:txBody><a:tcPr {_margins(table, number, column)}>"
        f"{'' if column or not apart else _usual_rule(typesetter)}{fill}</a:tcPr></a:tc>"
        for column, cell in enumerate(cells)
    )
    return f'<a:tr h="{table.fitted.heights[number]}">{written}</a:tr>'


def _usual_rule(typesetter: Typesetter) -> str:
    """Return the rule below a cell, which LibreOffice takes for the corner of a header."""
    theme = typesetter.theme
    if theme.table_style:
        return ""
    rule = fill_xml(theme.paint("line", theme.colors.base))
    return f'<a:lnB w="{emu(1.5)}" cmpd="sng">{rule}</a:lnB>'


def _margins(table: Table, row: int, column: int) -> str:
    gutter = table.fitted.gutters[column]
    if column in table.ratings or (row == 0 and column in table.bars):
        gutter = 0.0  # marks are larger than words, and a title stands over figures and bars
    above, side = emu(table.fitted.padding), table.fitted.side
    return (
        f'marL="{emu(side)}" marR="{emu(side + gutter)}" marT="{above}" marB="{above}" anchor="ctr"'
    )


def _paragraph(
    cell: Paragraph,
    table: Table,
    row: int,
    column: int,
    typesetter: Typesetter,
    links: Links,
    apart: bool,
) -> str:
    size, marked = table.fitted.size, table.highlight == row and row > 0
    align = "left" if row == 0 and column in table.bars else table.align[column]
    attributes = f' sz="{round(size * 100)}"'
    direction = typesetter.direction(cell, align) or f' algn="{_ALIGNS[align]}"'
    properties = f"<a:pPr{direction}/>"
    if not cell.plain:
        end = f'<a:endParaRPr lang="{typesetter.lang}"{attributes}/>'
        return f"<a:p>{properties}{end}</a:p>"
    if row > 0 and column in table.ratings:
        marks = _rating(cell.plain, table, marked, typesetter)
        return f"<a:p>{properties}{marks}</a:p>"
    style, bold = _style(table, row, column=column, typesetter=typesetter, links=links, apart=apart)
    runs = [run._replace(bold=run.bold or bold) for run in typesetter.in_order(cell).runs]
    return f"<a:p>{properties}{typesetter.inline(runs, attributes, style)}</a:p>"


def _style(
    table: Table, row: int, column: int, typesetter: Typesetter, links: Links, apart: bool
) -> tuple[RunStyle, bool]:
    """Return how the words of a cell are set, and whether all of them are bold."""
    theme, tone = typesetter.theme, typesetter.tone
    own, marked = theme.table_fills, table.highlight == row and row > 0
    strong = row > 0 and column in table.strong
    bold = marked or (strong and (column > 0 or (apart and not own)))
    role: Role | None = None
    plain = marked or own
    if row == 0 and theme.look.table_header and not own:
        role = theme.text_colors(theme.look.table_header, tone).text
    elif marked and not own:
        colors = theme.text_colors(theme.look.row, tone)
        role = colors.accent if column in table.strong and column > 0 else colors.text
    elif bold:
        plain = True
        role = "text" if column == 0 and not own else None
    level = Level(strong=None if plain else "accent")
    fill = fill_xml(typesetter.paint(role)) if role else ""
    return RunStyle(level, links, None if own else theme.text_color(tone), fill), bold


def _rating(marks: str, table: Table, marked: bool, typesetter: Typesetter) -> str:
    """Return the marks of a rating: the filled ones stand out, the hollow ones step back."""
    theme, tone = typesetter.theme, typesetter.tone
    attributes = f' sz="{round(rating_size(table) * 100)}"'
    colors = theme.text_colors(theme.look.row, tone)
    filled = marks.rstrip(f"{HOLLOW}\u00a0")
    full, rest = (colors.accent, colors.text) if marked else (rating_role(theme, tone), "muted")
    square = theme.look.marks in ("square", "tile")
    return "".join(
        f'<a:r><a:rPr lang="{typesetter.lang}"{attributes}>'
        f"{fill_xml(typesetter.paint(role))}</a:rPr>"
        f"<a:t>{part.replace(FILLED, '■').replace(HOLLOW, '□') if square else part}</a:t></a:r>"
        for part, role in ((filled, full), (marks[len(filled) :], rest))
        if part
    )
