"""Charting: a chart in a placeholder of its layout, with the words of the slide that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.fit.charts import fit_chart
from smdeck.model.chart import ChartData
from smdeck.model.chart_checks import chart_problems
from smdeck.page.chart_bands import draw_bands
from smdeck.page.chart_colors import name_problems, series_styles, text_color_on
from smdeck.page.chart_notes import annotate
from smdeck.page.chart_room import room_problems
from smdeck.page.panels import draw_panels
from smdeck.scene import Box, Chart

if TYPE_CHECKING:
    from smdeck.page.page import Page


def put_chart(
    page: Page, data: ChartData, placeholder: str, *, keyed: bool, free: Box | None
) -> Chart | None:
    """Put a chart, or its small charts, where a placeholder is; return the chart in it.

    If `keyed`, the slide names its slices; `free` is what its bars leave to words.
    """
    findings, spec = page.context.findings, page.placeholders[placeholder]
    theme, lang, before = page.theme, page.context.deck.lang, len(findings)
    if not data.readable:
        return None
    chart_problems(data, findings)
    if not data.multiples:
        name_problems(data, spec.box, theme, theme.type.sizes("label")[1][0], findings)
        room_problems(data, spec.box, theme, lang, findings)
    if findings.failed_since(before):
        return None
    if data.multiples:
        draw_panels(page, data, spec.box)
        return None
    fitted = fit_chart(data, spec.box, theme, lang)
    named = bool(fitted.room or fitted.names_beside or fitted.axis2)
    styles = series_styles(data, theme, page.scene.tone, page.strings, named)
    draw_bands(page, data, fitted, spec.box, styles)
    name, total = page.strings.shapes["chart"], page.strings.total
    calm = text_color_on(theme.paint("calm", page.scene.tone), theme, page.scene.tone)
    node = page.put(
        Chart(
            data,
            spec.box,
            name=name,
            styles=styles,
            fitted=fitted,
            placeholder=spec,
            keyed=keyed,
            total=total,
            free=free,
            calm_words=calm,
        )
    )
    annotate(page, node)
    return node
