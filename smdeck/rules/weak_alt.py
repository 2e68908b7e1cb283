"""Weak alt: words for a picture that don't say what it shows.

**What it does:** warns of an `alt` that is the file's name, a single word such as “Bild”, or that begins with “Bild von”.

**Why it is bad:** it is read out to those who don't see the picture. That it is a picture they know already.

```yaml
layout: image-text
title: Ein Saal
image: {file: bilder/publikum.png, alt: Bild von einem Saal}
text: Alle reden.
```

**What to do:** say in a sentence what is to be seen: “Eine Person spricht, im Publikum antworten einige”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits
from smdeck.patterns import pattern

LEVELS = ("warning",)

_KIND = r"(?:ein |eine |das |an? )?(?:bild|foto|fotografie|photo|grafik|abbildung|image|picture)"
_WEAK = pattern(rf"{_KIND}(?: (?:von|vom|der|des|of)\b.*)?", re.I)
_FILE = pattern(r"\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)|(?:img|dsc|screenshot)[-_ ]?\d+", re.I)


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the pictures whose words are weak."""
    for slide in talk.slides:
        for picture in slide.pictures:
            alt = (picture.image.alt or "").strip()
            name = PurePath(picture.image.file).stem.casefold()
            if alt.casefold() == name or _FILE.fullmatch(alt):
                message = f"`{alt}` is the name of the file, and not what the picture shows"
            elif _WEAK.fullmatch(alt):
                message = f"`{alt}` begins as every picture could"
            else:
                continue
            yield slide.issue("warning", message, picture.image.at("alt"), "say what is to be seen")
