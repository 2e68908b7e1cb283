"""Chart contrast: bars, lines, slices or points that can't be seen on what they stand on.

**What it does:** compares the colour of each series or slice with what the chart stands on: the slide's background, and what is painted over it. Less than 3:1 is a warning (WCAG 2.2,
success criterion 1.4.11). That asks it of the parts of a graphic that are needed to understand it, and not of those whose information
stands there as words. So a calm bar or slice with its name and its value at it, beside the one that is set off with `highlight`, may
be paler. Calm lines, and calm series that a legend names, may not.

**Why it is bad:** projectors wash colours out, and who sees less sees nothing. The legend then names a line that is not there.

**What to do:** choose stronger colours under `series`, `highlight` or `calm` in the theme, or another `tone` for the slide.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.backdrop import backdrops
from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue
from smdeck.checking.rule import Limits, below, rounded_down
from smdeck.scene import Chart, SeriesStyle
from smdeck.theme import Theme
from smdeck.theme.color import RGB, contrast

LEAST = {"warning": 3}
UNIT = ":1"

SPECK = 0.05
"""The share of what lies behind a chart that may have any colour."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the series and slices that are too pale."""
    for slide in talk.shown:
        for chart, behind in _charts(slide, talk.theme) if slide.charts else ():
            for style in filter(_is_needed, chart.styles):
                ratio = min(
                    contrast(talk.theme.seen(style.paint, slide.tone, on), on) for on in behind
                )
                if below(ratio, limits):
                    yield slide.issue(
                        "warning",
                        f"`{_name(style, chart)}` can hardly be seen: its contrast is "
                        f"{rounded_down(ratio)}:1, less than {limits['warning']:g}:1",
                        chart.data.at("data"),
                        f"choose a stronger `{_key(style)}` in the theme, or another `tone`",
                    )


def _charts(slide: CheckedSlide, theme: Theme) -> Iterator[tuple[Chart, list[RGB]]]:
    """Yield the charts of a slide with the colours behind them that are not mere specks."""
    for node, (backdrop, *_) in backdrops(slide, theme):
        if isinstance(node, Chart):
            yield node, [color for share, color in backdrop if share > SPECK] or [max(backdrop)[1]]


def _is_needed(style: SeriesStyle) -> bool:
    """Return whether a series has to be seen, and does not step back behind name and value."""
    return style.role != "calm" or style.labelled_by != "label"


def _name(style: SeriesStyle, chart: Chart) -> str | None:
    """Return what is loud, which may be a bar of the series, or its name."""
    return chart.data.highlight if style.role == "highlight" else style.name


def _key(style: SeriesStyle) -> str:
    """Return what a theme calls the colour of a series."""
    return style.role.partition("_")[0]
