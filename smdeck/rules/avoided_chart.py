"""Avoided chart: a type of chart that the brand does without, or one with more series than it has.

**What it does:** looks for the types that the theme names, as in `charts: {avoid: {doughnut: bar}, series: 4}` under `defaults.smdeck`, and counts series and slices.

**Why it is bad:** a brand shows its figures in one way, so that they can be compared from talk to talk.

```yaml
title: Vortrag
theme: themes/markenbuch
slides:
  - layout: chart
    title: Blogs führen
    source: Beispielzahlen
    type: doughnut
    data: {categories: [Print, Blog], series: {Antworten: [1, 2]}}
```

**What to do:** take the type that the help names, or show fewer series.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the charts that the brand would not show."""
    house = talk.theme.asks.house
    for slide in talk.slides if house.charts_avoided or house.most_series else ():
        for chart in slide.charts:
            data = chart.data
            if data.type in house.charts_avoided:
                yield slide.issue(
                    "warning",
                    f"the brand avoids charts of the type `{data.type}`",
                    data.at("type"),
                    f"it takes `{house.charts_avoided[data.type]}`",
                )
            if house.most_series and len(chart.styles) > house.most_series:
                parts = "slices" if data.type in ("pie", "doughnut") else "series"
                yield slide.issue(
                    "warning",
                    f"the chart has {len(chart.styles)} {parts}; the brand shows up to "
                    f"{house.most_series}",
                    data.at("data"),
                    "join some of them, or make two charts of it",
                )
