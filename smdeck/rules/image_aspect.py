"""Image aspect: a picture of another shape than its place, so that most of it is cut off.

**What it does:** a photograph fills its place and is cropped, never squeezed; drawings and screenshots are shown whole. This warns where more than 50 % of it are
cut off and no `focus` says what has to stay.

**Why it is bad:** what is left is the middle, whatever is there: of a panorama in an upright place somebody's shoulder. Photographs of the usual shapes lose
less: 3:2 loses 41 % beside the text of `image-text`, 16:9 loses 50 %. A panorama of 3:1 loses 70 % and more.

```yaml
layout: image-text
title: Eine Brücke zu den Kunden
ratio: "1:2"
image: {file: bilder/bruecke.jpg, alt: Eine Brücke von Ufer zu Ufer}    # 16:9
text: Alle antworten.
```

**What to do:** take a picture nearer to the shape of its place, or another layout: `image-text` is upright, `cards` are wide. Where the crop is what you want,
set its `focus`, as `[0.5, 0.2]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits, above

MOST = {"warning": 50}
UNIT = " %"


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the pictures that lose most of themselves."""
    for slide in talk.shown:
        for picture in slide.pictures:
            image = picture.image
            if image.size is None or image.focus or image.fit or image.whole:
                continue
            ratio, shown = image.size[0] / image.size[1], picture.box.w / picture.box.h
            lost = round(100 * sum(picture.crop))
            if level := above(lost, limits):
                sides = "left and right" if ratio > shown else "top and bottom"
                yield slide.issue(
                    level,
                    f"{lost} % of `{image.file}` are cut off at {sides}, more than "
                    f"{limits[level]:g} %",
                    image.at("file"),
                    f"its place is {_proportion(shown)}, the picture {_proportion(ratio)}: take "
                    "one of that shape or another layout, or say with `focus` what has to stay",
                )


def _proportion(ratio: float) -> str:
    """Return a shape in words: `1:1.5` is upright, `1.5:1` wide."""
    longer = max(ratio, 1 / ratio)
    words = f"{longer:.2g}" if longer < 10 else f"{longer:.0f}"
    return f"{words}:1" if ratio >= 1 else f"1:{words}"
