"""Image resolution: a picture that has too few pixels for its place.

**What it does:** warns of a picture shown at less than 144 dpi: so many of its pixels lie on an inch of a slide that is 13⅓ × 7½ in large.
A slide is shown full screen, so one of another size counts as 7½ in high. What a crop cuts off does not count, nor do SVGs, which have no
pixels.

**Why it is bad:** a full-HD screen is 1080 pixels high, which is 144 to the inch. A picture with fewer is blown up, and seen from the first row it is
a blur.

```yaml
layout: image-text
title: Ein Saal
image: {file: bilder/vorschau.png, alt: Eine Person spricht auf einer Bühne}    # 320 × 360 pixels
text: Alle reden.
```

**What to do:** ask for the original; websites and messengers send a smaller one. Enlarging it adds no detail. Or show it smaller: in one of the `cards`,
or with a `ratio` of `1:2`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits, below
from smdeck.units import points

LEAST = {"warning": 144}
UNIT = " dpi"


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the pictures with too few pixels for their boxes."""
    for slide in talk.shown:
        for picture in slide.pictures:
            image = picture.image
            if image.size is None or image.kind == "SVG":
                continue
            width, height = image.size
            dpi = 72 * min(width / points(picture.box.w), height / points(picture.box.h))
            if level := below(round(dpi, 3), limits):
                needed = [ceil(round(side * limits[level] / dpi, 3)) for side in image.size]
                yield slide.issue(
                    level,
                    f"`{image.file}` is shown at {floor(dpi)} dpi, less than {limits[level]:g}: "
                    f"it has {width:g} × {height:g} pixels and needs {needed[0]} × {needed[1]}",
                    image.at("file"),
                    "take the original, or a place where it is smaller; enlarging adds no detail",
                )
