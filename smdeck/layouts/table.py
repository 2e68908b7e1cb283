"""table: a native table with a header row."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan
from smdeck.fit.tables import PADDING_X
from smdeck.model.fields import key
from smdeck.model.table import TableData
from smdeck.model.text import Inline
from smdeck.page import SPLIT, Composed, Page
from smdeck.page.builds import table_clicks


def body(plan: Plan) -> None:
    """The table over the body, its words on the margins."""
    room = plan.body.inset(-PADDING_X, 0, -PADDING_X, 0) if plan.theme.bleeds else plan.body
    plan.holds("table", "tbl", room)


class TableLayout(Composed, TableData):
    """A table whose columns are as wide as their content asks for."""

    names = {
        "de": "Tabelle", "en": "Table", "es": "Tabla",
        "fr": "Tableau", "it": "Tabella", "nl": "Tabel", "pl": "Tabela",
    }  # fmt: skip
    group = "data"
    compositions = (Composition("body", body, plain=True, de="Blatt"),)
    usual = Choice("table", "", "body")
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

    def given(self) -> frozenset[str]:
        return super().given() & {"subtitle", "source"}

    def hold(self, page: Page, name: str, fills: bool = False) -> None:
        table_clicks(page, page.table(self, name))
