"""Chart math: a formula among the names of a chart, which has no place for one.

**What it does:** warns of `$…$` around a formula in the name of a category or series. Words and cells of tables have formulas; charts of office programs have letters alone.

**Why it is bad:** it is shown as it is typed, with its dollar signs.

```yaml
layout: chart
title: Das Netz wächst schneller
source: Beispielzahlen
type: bar
data: {categories: [Menschen, "$n^2$"], series: {Wert: [10, 100]}}
```

**What to do:** write it in letters and signs, as `n²`; a formula that needs more stands in the title or the `takeaway`, or on a slide of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits
from smdeck.model.markup import inline
from smdeck.patterns import pattern

_TYPED = pattern(r"\$[^$\s](?:[^$]*[^$\s])?\$")
_ABOVE = str.maketrans("0123456789+−-()nix", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱˣ")
_BELOW = str.maketrans("0123456789+−-()aeiox", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ₐₑᵢₒₓ")


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the names of charts that hold a formula."""
    for slide in talk.shown:
        for chart in slide.charts:
            figures = chart.data.data
            for name in (*figures.categories, *figures.series, *figures.points):
                if _TYPED.search(name) and any(run.math for run in inline(name)):
                    yield slide.issue(
                        "warning",
                        f"`{name}` is shown as it is typed: a chart has no formulas",
                        chart.data.at("data"),
                        f"write it in letters: `{_in_letters(name)}`",
                    )


def _in_letters(name: str) -> str:
    """Return a name whose formulas are letters, raised and lowered ones as far as there are any."""
    words = ""
    for run in inline(name):
        table = _ABOVE if run.baseline > 0 else _BELOW if run.baseline < 0 else None
        words += run.text.translate(table) if table else run.text
    return words.replace("\u00a0", " ")
