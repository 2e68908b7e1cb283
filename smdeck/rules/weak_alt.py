"""Weak alt: words for a picture that don't say what it shows.

**What it does:** warns of an `alt` that is the file's name, a single word such as “Bild”, one that begins with “Bild von”, one that a program
made up, one that stands still to be written, one that only says the title of its slide again, one of more than 250 characters, and of two pictures on a slide with the same words.

**Why it is bad:** it is read out to those who don't see the picture. That it is a picture they know already, the title they have just heard, and of long words nobody can skip a part.

```yaml
layout: image-text
title: Ein Saal
image: {file: bilder/publikum.png, alt: Bild von einem Saal}
text: Alle reden.
```

**What to do:** say in a sentence what is to be seen: “Eine Person spricht, im Publikum antworten einige”. What needs more stands in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue
from smdeck.checking.rule import Limits
from smdeck.patterns import pattern

LONG = 250
"""The most characters that are read out well in one go; programs of offices ask for one or two
sentences."""

_KIND = (
    r"(?:ein |eine |das |der |die |an? |the )?(?:bild|foto|fotografie|photo|grafik|abbildung|image"
    r"|picture|screenshot|bildschirmfoto|illustration|zeichnung|aufnahme|video|film)"
)
_WEAK = pattern(
    rf"{_KIND}(?:[ -]?\d*|,? (?:von|vom|der|des|einer|eines|mit|of|das|showing|zeigt|shows)\b.*)",
    re.I,
)
_MADE_UP = pattern(r"automatisch generiert|automatically generated|ki-generiert|ai-generated", re.I)
_OPEN = pattern(
    r"(?:todo|tbd|fixme|xxx+|alt|alternativtext|alt[- ]?text|\.\.\.|…|\?+|-+)\b.*|\W*", re.I
)
_FILE = pattern(r"\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)|(?:img|dsc|screenshot)[-_ ]?\d+", re.I)


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the pictures whose words are weak."""
    for slide in talk.slides:
        said: dict[str, str] = {}
        for picture in slide.pictures:
            image = picture.image
            alt = (image.alt or "").strip()
            if not alt:
                continue
            twin = said.setdefault(alt.casefold(), image.file)
            told = weakness(alt, PurePath(image.file).stem, slide)
            if not told and twin != image.file:
                told = f"`{alt}` is said of `{twin}` as well", "say what is to be seen on this one"
            if told:
                yield slide.issue("warning", told[0], image.at("alt"), told[1])


def weakness(alt: str, name: str, slide: CheckedSlide) -> tuple[str, str] | None:
    """Return what is weak about the words for a picture in a file, and what helps; or None."""
    plain = alt.casefold()
    help = "say what is to be seen"
    if plain == name.casefold() or _FILE.fullmatch(alt):
        return f"`{alt}` is the name of the file, and not what the picture shows", help
    if _OPEN.fullmatch(alt):
        return f"`{alt}` is still to be written", help
    if _MADE_UP.search(alt):
        return f"`{_short(alt)}` is what a program made of it", help + ", in words of your own"
    if _WEAK.fullmatch(alt):
        return f"`{_short(alt)}` begins as every picture could", help
    if plain.rstrip(".!?") == slide.scene.title.casefold().rstrip(".!?"):
        return f"`{alt}` is the title of the slide, which is read out before", help
    if len(alt) > LONG:
        return (
            f"`{_short(alt)}` has {len(alt)} characters, more than {LONG}",
            "say the most important in a sentence or two, and the rest in `notes`",
        )
    return None


def _short(alt: str) -> str:
    return alt if len(alt) <= 60 else alt[:57].rstrip() + "…"
