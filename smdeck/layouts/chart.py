"""chart: a native chart, its message beside it."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._shapes import bar
from smdeck.layouts._styles import prose_levels
from smdeck.model.chart import ChartData
from smdeck.model.decode import key
from smdeck.model.text import Block, Inline
from smdeck.scene import Frame, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu


class ChartLayout(Layout, ChartData):
    """A chart with one loud value and the rest calm; the takeaway says what it shows."""

    names = {
        "de": "Diagramm", "en": "Chart", "es": "Gráfico",
        "fr": "Graphique", "it": "Grafico", "nl": "Grafiek", "pl": "Wykres",
    }  # fmt: skip
    group = "data"
    sample = (True,)
    example = """\
layout: chart
title: Im Social Web antworten Menschen
type: bar
data:
  categories: [Fernsehen, Print, Suche, Social Web]
  series: {Rückmeldungen: [18, 24, 46, 71]}
highlight: Social Web
unit: "%"
takeaway: Dreimal so viele Rückmeldungen wie bei Print
source: Beispielwerte
"""

    title: Inline = key("The slide's message.")
    takeaway: Block | None = key("What the chart says, beside it.", None)

    def variant(self) -> Variant:
        return (bool(self.takeaway),)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        if not variant[0]:
            return (Frame("chart", "chart", theme.body, prompt="chart"),)
        chart, words = theme.body.columns((9, 4), emu(44))
        style = Style(prose_levels(), theme.sizes("body", 0, 0))
        return (
            Frame("chart", "chart", chart, prompt="chart"),
            Frame("takeaway", "body", words.inset(0, emu(30)), style),
        )

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        if not variant[0]:
            return ()
        return (bar(theme, theme.body.columns((9, 4), emu(44))[1].inset(0, emu(8))),)

    def draw(self, page: Page) -> None:
        page.chart(self, "chart")
        if self.takeaway:
            page.click(page.text("takeaway", self.takeaway))
