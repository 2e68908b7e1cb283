"""Missing source: a chart or a photograph that does not say where it is from.

**What it does:** warns of a slide with a chart and no `source`, and of a photograph (a JPEG file) with neither `credit` nor `source`. Drawn
pictures (PNG) need none.

**Why it is bad:** “where are these figures from?” is the first question, and photographs belong to somebody.

```yaml
layout: chart
title: Blogs führen
type: bar
data: {categories: [Print, Blog], series: {Antworten: [1, 2]}}
```

**What to do:** write `source` on the slide, or `credit` with the picture; figures of your own are “Eigene Erhebung”, invented ones
“Beispielzahlen”.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the charts and photographs without a source."""
    for slide in talk.shown:
        if slide.record.source:
            continue
        for chart in slide.charts:
            yield slide.issue(
                "warning",
                "the chart does not say where its figures are from",
                chart.data.origin.place,
                "add `source` to the slide",
            )
        for picture in slide.pictures:
            image = picture.image
            if image.kind and image.is_photograph and not image.credit:
                yield slide.issue(
                    "warning",
                    f"the photograph `{image.file}` does not say whose it is",
                    image.at("file"),
                    "add `credit` to the picture, or `source` to the slide",
                )
