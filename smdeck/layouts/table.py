"""table: a native table with a header row."""

from __future__ import annotations

from typing import Literal

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.model.decode import key
from smdeck.model.table import TableData
from smdeck.model.text import Inline
from smdeck.scene import Frame
from smdeck.theme import Theme


class TableLayout(Layout):
    """A table whose columns are as wide as their content asks for."""

    names = {"de": "Tabelle", "en": "Table"}
    group = "data"
    example = """\
layout: table
title: Jeder Kanal hat seine Stärke
columns: [Kanal, Stärke, Inhalt]
rows:
  - [Facebook, Nähe zur Gemeinschaft, "Beiträge, Gruppen"]
  - [Pinterest, Inspiration, "Bilder, Sammlungen"]
  - [Blog, Tiefe und Auffindbarkeit, Artikel]
"""

    title: Inline = key("The slide's message.")
    columns: list[Inline] = key("The names of the columns.", list)
    rows: list[list[Inline]] = key("The rows, each a list of cells.", list)
    file: str | None = key("A .csv or .xlsx file whose first row names the columns.", None)
    align: list[Literal["left", "center", "right"]] = key(
        "How each column is set; default: figures right, the rest left.", list
    )
    highlight: int | None = key("The number of the row that is set off, from 1.", None, least=1)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        return (Frame("table", "tbl", theme.body, prompt="table"),)

    def draw(self, page: Page) -> None:
        data = TableData(
            origin=self.origin, columns=self.columns, rows=self.rows, file=self.file,
            align=self.align, highlight=self.highlight,
        )  # fmt: skip
        page.table(data, "table")
