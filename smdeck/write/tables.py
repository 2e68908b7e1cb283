"""Native tables: cells in the branded style, a header row, one row set off."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.fit.tables import PADDING_X
from smdeck.model.text import Paragraph
from smdeck.scene import Level, Table
from smdeck.units import emu
from smdeck.write.text import Links, Typesetter
from smdeck.write.theme import TABLE_STYLE
from smdeck.write.xml import fill_xml

_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}


def table_xml(table: Table, typesetter: Typesetter, links: Links) -> str:
    """Return the `a:tbl` of a table."""
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in table.fitted.widths)
    rows = "".join(
        _row(table, number, cells, typesetter, links)
        for number, cells in enumerate(table.fitted.cells)
    )
    return (
        '<a:tbl><a:tblPr firstRow="1" firstCol="1">'
        f"<a:tableStyleId>{typesetter.theme.table_style or TABLE_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>"
        f"{rows}</a:tbl>"
    )


def _row(
    table: Table, number: int, cells: Sequence[Paragraph], typesetter: Typesetter, links: Links
) -> str:
    marked = table.highlight == number and number > 0
    own = typesetter.theme.table_fills  # cells of a style that fills them keep its colours
    fill = fill_xml(typesetter.paint("surface")) if marked and not own else ""
    written = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
        f"{_paragraph(cell, table.fitted.size, table.align[column], marked, typesetter, links)}"
        f"</a:txBody><a:tcPr {_margins(table, column)}>{fill}</a:tcPr></a:tc>"
        for column, cell in enumerate(cells)
    )
    return f'<a:tr h="{table.fitted.heights[number]}">{written}</a:tr>'


def _margins(table: Table, column: int) -> str:
    right = emu(PADDING_X + table.fitted.gutters[column])
    above = emu(table.fitted.padding)
    return f'marL="{emu(PADDING_X)}" marR="{right}" marT="{above}" marB="{above}" anchor="ctr"'


def _paragraph(
    cell: Paragraph, size: float, align: str, marked: bool, typesetter: Typesetter, links: Links
) -> str:
    attributes = f' sz="{round(size * 100)}"'
    direction = typesetter.direction(cell, align) or f' algn="{_ALIGNS[align]}"'
    properties = f"<a:pPr{direction}/>"
    if not cell.plain:
        end = f'<a:endParaRPr lang="{typesetter.lang}"{attributes}/>'
        return f"<a:p>{properties}{end}</a:p>"
    own = typesetter.theme.table_fills
    ink = None if own else typesetter.theme.ink(typesetter.tone)
    level = Level(strong=None if marked or own else "accent")
    runs = "".join(
        typesetter.run(run._replace(bold=run.bold or marked), attributes, level, links, ink)
        for run in typesetter.in_order(cell).runs
    )
    return f"<a:p>{properties}{runs}</a:p>"
