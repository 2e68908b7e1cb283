"""Chart confusable: colours of a chart that some people can't tell apart.

**What it does:** looks at charts whose series or slices are known by colour alone, which a legend explains. It simulates deuteranopia,
protanopia and tritanopia (Machado, Oliveira and Fernandes, 2009), and warns where two colours are less than 10 apart in CIEDE2000, to
one of these or to everybody. Most kinds of colour blindness are milder than the simulated ones. The number: in the palette of Okabe and Ito (2008), which was made to be told apart by all, the two
nearest colours are 11.1 apart; pure red and the web's green, which are not, are 7.5 (both computed as this rule does). A chart with
names at its slices (`pie`) or at the ends of its lines needs no legend, and none of this.

**Why it is bad:** one man in twelve is colour-blind, and sees a legend with the same colour twice.

```yaml
layout: chart
title: Viele Kanäle
type: area
source: Beispielzahlen
data:
  categories: [2023, 2024]
  series: {Blog: [1, 2], Forum: [3, 2], Wiki: [1, 1], Chat: [2, 4], Feed: [1, 3], Post: [2, 2], Mail: [1, 1]}
```

**What to do:** show fewer series, or set the one that matters off with `highlight`; use `pie` in place of `doughnut`, or two slides; or choose
other colours under `series` in the theme.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits, rounded_down
from smdeck.findings import count
from smdeck.scene import Chart

LEAST = {"warning": 10}
UNIT = " in CIEDE2000"


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the charts with colours that are too near to each other."""
    for slide in talk.shown:
        for chart in slide.charts:
            near = sorted(_near(chart, talk, slide.tone, limits["warning"]))
            if not near:
                continue
            distance, blindness, one, other = near[0]
            more = f" (and {count(len(near) - 1, 'more pair')})" if near[1:] else ""
            whom = f"viewers with {blindness}" if blindness else "viewers"
            yield slide.issue(
                "warning",
                f"{whom} can't tell `{one}` from `{other}`{more}: their colours are "
                f"{rounded_down(distance)} apart, less than {limits['warning']:g}"
                if distance
                else f"`{one}` and `{other}`{more} have the same colour",
                chart.data.at("data"),
                _help(chart),
            )


def _near(
    chart: Chart, talk: CheckedDeck, tone: str, least: float
) -> Iterator[tuple[float, str, str, str]]:
    """Yield the pairs that look alike: how far they are apart, to whom, and their names."""
    from smdeck.theme.color_blindness import closest

    legend = [style for style in chart.styles if style.labelled_by == "legend"]
    for one, other in combinations(legend, 2):
        distance, blindness = closest(
            talk.theme.seen(one.paint, tone), talk.theme.seen(other.paint, tone)
        )
        if distance < least:
            yield distance, blindness or "", one.name, other.name


def _help(chart: Chart) -> str:
    if chart.data.type == "doughnut":
        return "use `pie`, whose slices carry their names, or show fewer of them"
    if chart.data.highlight in [style.name for style in chart.styles]:
        return "show fewer series, or put the smallest together"
    return "set one series off with `highlight`, show fewer, or change `series` in the theme"
