"""chart: a native chart, its message beside it."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Type
from smdeck.layouts._composed import Composed
from smdeck.layouts._page import Page
from smdeck.model.chart import ChartData
from smdeck.model.decode import key
from smdeck.model.text import Block, Inline


def message(plan: Plan) -> None:
    """The message on the left, the chart over the columns beside it."""
    words, chart = plan.body.columns((4, 8), 32)
    plan.words(
        "takeaway", words.inset(0, 0, 0, 20), "prose", text=Type("body", 32, 20), anchor="bottom"
    )
    plan.holds("chart", "chart", chart)


def column(plan: Plan) -> None:
    """The title in a column with the message at its foot, the chart at full height beside it."""
    stage = plan.column(4, None, "takeaway", 190)
    plan.holds("chart", "chart", stage.inset(0, 12, 0, 0))


def body(plan: Plan) -> None:
    """The chart over the body."""
    plan.holds("chart", "chart", plan.body)


class ChartLayout(Composed, ChartData):
    """A chart with one loud value and the rest calm; the takeaway says what it shows."""

    names = {
        "de": "Diagramm", "en": "Chart", "es": "Gráfico",
        "fr": "Graphique", "it": "Grafico", "nl": "Grafiek", "pl": "Wykres",
    }  # fmt: skip
    group = "data"
    compositions = (
        Composition("column", column, needs="round", stage="column", de="Spalte"),
        Composition("message", message, needs="takeaway", de="Botschaft"),
        Composition("body", body, lacks="takeaway", plain=True, de="Blatt"),
    )
    usual = Choice("chart", "", "message", given=frozenset({"takeaway"}))
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

    def given(self) -> frozenset[str]:
        round_chart = {"round"} if self.type in ("pie", "doughnut") else set()
        return (super().given() & {"subtitle", "source", "takeaway"}) | round_chart

    def hold(self, page: Page, name: str) -> None:
        page.chart(self, name)
