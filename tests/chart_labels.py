"""What the labels of a built chart show, as its number formats say."""

from __future__ import annotations

from typing import Any

from smdeck.figures.showing import shown

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def labels_in(series: Any, tag: str, lang: str) -> list[str]:
    """Return the labels of the points that a series holds, gaps as a dash."""
    values = series.find(f"{CHART}{tag}")
    if values is None:
        return []
    code = next((one.text for one in values.iter(f"{CHART}formatCode")), None)
    count = int(next(values.iter(f"{CHART}ptCount")).get("val"))
    held = {int(one.get("idx")): one[0].text for one in values.iter(f"{CHART}pt")}
    return [
        "–" if n not in held else held[n] if code is None else shown(float(held[n]), code, lang)
        for n in range(count)
    ]
