"""Chart room: values and names that a chart has no room for, found before it is fitted."""

from __future__ import annotations

from smdeck.findings import Findings
from smdeck.fit.measure import text_width
from smdeck.model.chart import ChartData
from smdeck.scene import Box, Level
from smdeck.theme import Theme
from smdeck.units import points

NAMES = Level(font="body", bold=True)
"""How values of steps and names of bubbles are set."""

WIDEST_NAME = 0.45
"""The share of a chart's width that the name of a bubble may have."""


def room_problems(data: ChartData, box: Box, theme: Theme, lang: str, findings: Findings) -> None:
    """Report values that are wider than the steps of a waterfall, and long names of bubbles."""
    if data.type == "waterfall":
        _check_steps(data, points(box.w), theme, lang, findings)
    elif data.type == "bubble":
        _check_names(data, points(box.w), theme, findings)


def _check_steps(data: ChartData, wide: float, theme: Theme, lang: str, findings: Findings) -> None:
    from smdeck.model.waterfall import step_label

    code, size = next(iter(data.codes.values())), theme.type.role_bounds("label")[1]
    labels = [step_label(step, code, lang) for step in data.steps]
    slot = wide / max(len(labels), 1)
    long = max(labels, key=lambda label: text_width(label, size, theme, NAMES), default="")
    if text_width(long, size, theme, NAMES) > slot:
        findings.error(
            "overflow",
            f"the value `{long}` of the waterfall is wider than its step at {size:g} pt",
            data.at("data"),
            'name the unit in the title, shorten the figures (`format: "0.0,,"` shows millions), '
            "or put small changes together",
        )


def _check_names(data: ChartData, wide: float, theme: Theme, findings: Findings) -> None:
    size = theme.type.step_below(
        min(theme.type.role_bounds("label")[0], 24 * theme.type.role_ratio("label"))
    )
    for name in data.data.categories:
        if text_width(name, size, theme, NAMES) > WIDEST_NAME * wide:
            findings.error(
                "overflow",
                f"the name `{name}` is too long for a bubble",
                data.at("data"),
                "shorten it; the chart has room for one or two words",
            )
            return
