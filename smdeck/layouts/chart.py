"""chart: a native chart, its message beside it, large where it is a number."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.plan import GRID
from smdeck.findings import Findings
from smdeck.model.chart import ChartData
from smdeck.model.fields import key
from smdeck.model.text import Block, Inline, Paragraph, Run
from smdeck.page import Composed, Page
from smdeck.page.builds import chart_clicks, reveals_slices, slice_click
from smdeck.page.panels import panel_clicks
from smdeck.scene import Chart
from smdeck.units import emu

CORNER, MOST_BARS = 0.36, 4
"""The share of the body's width that words have beside short bars, and up to how many bars."""

BESIDE_RING = 36.0
"""How much wider than the column names may be, up to the room of the ring, in points."""

WIDE, ABOVE = "wide", 72.0
"""What charts are that have their message above them, and how high that is, in points."""

MESSAGE = 4
"""How many columns a message takes beside its chart."""

KEY = 52.0
"""The height of a row that names a slice, in points."""


def callout(plan: Plan) -> None:
    """The message as a number, its sentence below it, the chart over the columns beside it."""
    words, chart = plan.body.cut("left", plan.w(4), 36)
    number, below = words.inset(0, 12, 0, 0).cut("top", 0.54 * words.h, 8)
    plan.words(
        "callout", number, "value", title=plan.figure(200, 64), color="accent",
        anchor="bottom", counts=False,
    )  # fmt: skip
    plan.words("takeaway", below, "prose", text=Type("body", 32, 20), lines=5)
    plan.holds("chart", "chart", chart)


def corner(plan: Plan) -> None:
    """The message in the corner that short bars leave free; the chart over the body."""
    plan.holds("chart", "chart", plan.body)
    count, free = plan.choice.shape[:2]
    high = plan.body.h * float(str(free)) / float(str(count))
    wide = CORNER * plan.body.w
    words = Room(plan.body.right - wide, plan.body.y + 4, wide, high - 12)
    plan.words("takeaway", words, "prose", text=Type("body", 32, 20), lines=5)


def message(plan: Plan) -> None:
    """The message on the left, the chart over the columns beside it; above a chart whose names
    would stand aslant there."""
    if plan.choice.shape == (WIDE,):
        above, chart = plan.body.cut("top", ABOVE, 12)
        plan.words("takeaway", above, "prose", text=Type("body", 30, 20), lines=2)
        plan.holds("chart", "chart", chart)
        return
    words, chart = plan.body.cut("left", plan.w(MESSAGE), 36)
    plan.words(
        "takeaway", words.inset(0, 0, 0, 20), "prose", text=Type("body", 32, 20), anchor="bottom"
    )
    plan.holds("chart", "chart", chart)


def column(plan: Plan, lower: float) -> None:
    """The title in a column, the message and the names of slices at its foot, the chart at full
    height beside it."""
    shows = "key" if plan.has("key") else "callout" if plan.has("callout") else "takeaway"
    words, stage = plan.parted()
    foot, head = words.cut("bottom", lower)
    plan.title(head, Type("column"), leading=0.88, lines=4)
    if shows == "key":
        keys = plan.count * min(KEY, foot.h / max(plan.count, 1))
        rows, foot = foot.cut("bottom", keys, 12)
        _keys(plan, rows._replace(w=rows.w + BESIDE_RING))
        plan.words("takeaway", foot, "prose", text=Type("cell", 26, 18), anchor="bottom", lines=5)
    elif shows == "callout":
        number, foot = foot.cut("top", 0.54 * foot.h, 6)
        plan.words(
            "callout", number, "value", title=plan.figure(124, 56), color="accent",
            anchor="bottom", counts=False,
        )  # fmt: skip
        plan.words("takeaway", foot, "prose", text=Type("cell", 26, 18), lines=5)
    else:
        plan.words("takeaway", foot, "prose", text=Type("body", 30, 20), anchor="bottom", lines=6)
    plan.holds("chart", "chart", stage.inset(20, 12, 0, 0))


def keyed(plan: Plan) -> None:
    """The names of slices in rows on the left, the ring beside them."""
    words, chart = plan.body.cut("left", plan.w(5), 36)
    rows, above = words.cut("bottom", plan.count * min(KEY, words.h / max(plan.count, 1)), 16)
    plan.words("takeaway", above, "prose", text=Type("body", 32, 20), lines=5)
    _keys(plan, rows)
    plan.holds("chart", "chart", chart)


def _keys(plan: Plan, room: Room) -> None:
    """Put a row for each slice there; what tells its colour is drawn with the slide."""
    left = DOT * 2 + 14
    rows = [row.inset(left, 0, 0, 0) for row in room.rows(plan.count, 0)]
    plan.words("key", rows, "prose", text=Type("cell", 26, 16), anchor="middle", lines=2)


MOST_KEYS = 6
"""How many slices are named in rows at the most."""

DOT = 12.0
"""The radius of what tells the colour of a slice, in points."""


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
        Composition(
            "column", column, needs="upright", lacks=("subtitle",), stage="column", de="Spalte",
            steps=({"lower": 190.0}, {"lower": 260.0}),
        ),
        Composition("keys", keyed, needs="key", de="Legende"),
        Composition("callout", callout, needs="callout", de="Zahl"),
        Composition("corner", corner, needs="corner", de="Ecke"),
        Composition("message", message, needs="takeaway", lacks=("callout",), de="Botschaft"),
        Composition("body", body, lacks=("takeaway",), plain=True, de="Blatt"),
    )  # fmt: skip
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
    callout: Inline | None = key(
        "The message as a number, set very large: `3×`; `takeaway` says what it counts.", None
    )
    takeaway: Block | None = key("What the chart says, beside it.", None)

    def check(self, findings: Findings) -> None:
        if self.callout and not self.takeaway:
            findings.error(
                "missing-field",
                "a `callout` needs a `takeaway`",
                self.at("callout"),
                "say what the number counts: `takeaway: so many answers as before`",
            )

    def count(self) -> int:
        return len(self.data.categories) if self._keyed else 0

    @property
    def _keyed(self) -> bool:
        """Whether the slices of a ring are named in rows, where no number takes their place."""
        one = len(self.data.series) == 1 and self.readable and not self.callout
        return self.type == "doughnut" and one and len(self.data.categories) <= MOST_KEYS

    def given(self) -> frozenset[str]:
        own = set(super().given() & {"subtitle", "source", "takeaway", "callout"})
        if self._keyed:
            own.add("key")
        few = len(self.data.categories) <= 3
        if self.type in ("pie", "doughnut") or (self.type == "stacked-column" and few):
            own.add("upright")
        if self._free_rows() and "callout" not in own:
            own.add("corner")
        return frozenset(own)

    def shape(self) -> tuple[object, ...]:
        free = self._free_rows()
        if free:
            return (len(self.data.categories), free)
        return (WIDE,) if self._needs_width() else ()

    def _needs_width(self) -> bool:
        """Return whether names stand aslant beside a message, and level below it."""
        turning = ("column", "stacked-column", "waterfall")
        if not self.takeaway or self.callout or self.type not in turning or not self.readable:
            return False
        if self.multiples or not self.data.categories:
            return False
        from smdeck.fit.charts import fit_chart

        theme, lang = self.context.theme, self.context.deck.lang
        body = theme.body
        beside = round(body.w * (1 - MESSAGE / GRID)) - emu(26)
        below = body.h - emu(ABOVE + 12)
        narrow, wide = body._replace(w=beside), body._replace(h=below)
        return (
            not fit_chart(self, narrow, theme, lang).level
            and fit_chart(self, wide, theme, lang).level
        )

    def _free_rows(self) -> int:
        """Return how many bars, from the first one on, leave the corner beside them to words."""
        rows = list(self.data.series.values())
        if not self.takeaway or self.type != "bar" or len(rows) != 1 or not self.readable:
            return 0
        values = [value or 0.0 for value in rows[0]]
        if not 2 <= len(values) <= MOST_BARS or min(values) < 0 or not max(values):
            return 0
        from smdeck.fit.bar_charts import bar_ends
        from smdeck.fit.charts import fit_chart

        theme, lang = self.context.theme, self.context.deck.lang
        body = Room.of(theme.body)
        ends = bar_ends(self, fit_chart(self, theme.body, theme, lang), theme, lang)
        free = body.w - CORNER * body.w - 20
        return next((n for n, end in enumerate(ends) if end > free), 0)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "key":
            from smdeck.page.chart_notes import label_of

            ((series, row),) = self.data.series.items()
            lang = self.context.deck.lang
            rows = []
            for one, value in zip(self.data.categories, row, strict=True):
                label = Run(label_of(self, series, value, lang), bold=one == self.highlight)
                rows.append([Paragraph((label, Run(f"  {one}")))])
            return rows
        return super().said(name)

    def hold(self, page: Page, name: str, fills: bool = False) -> None:
        free = None
        if self.chosen and self.chosen.choice.composition == "corner":
            free = page.placeholders["takeaway"].box
        keyed = "key 1" in page.placeholders
        chart = page.chart(self, name, keyed=keyed, free=free)
        if self.multiples:
            panel_clicks(page)
        if chart and not (keyed and reveals_slices(self.reveal)):
            drawn = page.scene.nodes
            notes = drawn[next(n for n, one in enumerate(drawn) if one is chart) + 1 :]
            chart_clicks(page, chart, notes)

    def extra(self, page: Page, plan: Plan) -> None:
        charts = [node for node in page.scene.nodes if isinstance(node, Chart)]
        if "key 1" not in page.placeholders or not charts:
            return
        if reveals_slices(self.reveal):
            clicks, many = page.scene.clicks, self.count()
            clicks[:] = [*clicks[-many:], *clicks[:-many]]  # the takeaway comes last
        for n, style in enumerate(charts[0].styles):
            row = Room.of(page.placeholders[f"key {n + 1}"].box)
            at = Room(row.x - 2 * DOT - 14, row.center[1] - DOT, 2 * DOT, 2 * DOT)
            name = page.strings.shapes["disc"]
            disc = page.shape(at.box, plan.mark_geometry, fill=style.paint, name=name)
            if reveals_slices(self.reveal):
                slice_click(page, n, charts[0], disc)
