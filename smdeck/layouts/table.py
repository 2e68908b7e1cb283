"""table: a native table with a header row."""

from __future__ import annotations

from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._page import Page
from smdeck.model.decode import key
from smdeck.model.table import TableData
from smdeck.model.text import Inline
from smdeck.scene import Frame
from smdeck.theme import Theme


class TableLayout(Layout, TableData):
    """A table whose columns are as wide as their content asks for."""

    names = {
        "de": "Tabelle", "en": "Table", "es": "Tabla",
        "fr": "Tableau", "it": "Tabella", "nl": "Tabel", "pl": "Tabela",
    }  # fmt: skip
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
    split: bool = SPLIT

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        return (Frame("table", "tbl", theme.body, prompt="table"),)

    def draw(self, page: Page) -> None:
        page.table(self, "table")
