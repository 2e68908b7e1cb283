"""Missing captions: a film in which something is said or played, and nothing to read of it.

**What it does:** warns of a film beside the deck that has a sound track, is not `mute` and names no `captions`. Sounds alone are left out, and films that begin by themselves and go round, which are there for the room.

**Why it is bad:** who hears badly, sits far back or opens the talk at a desk without loudspeakers sees lips that move. Captions for what is recorded are the lowest level of the guidelines for access (WCAG 2.2, 1.2.2).

```yaml
layout: video
title: Ein Workshop, von oben gesehen
file: bilder/workshop.mp4
poster: {file: bilder/werkstatt.png, alt: Vier Menschen an einem Tisch mit Zetteln}
```

**What to do:** name a file in WebVTT or SubRip as `captions`, which video platforms and programs for transcripts write; `mute: true` where nothing need be heard. Where no word is spoken, say what is heard instead: `captions: {none: Nur Musik}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the films that can only be heard."""
    for slide in talk.shown:
        for picture in slide.pictures:
            film = picture.film
            if film and film.path and film.heard and not (film.auto and film.loop):
                yield slide.issue(
                    "warning",
                    f"the film `{film.path.name}` has sound and no captions",
                    slide.record.at("file"),
                    "add `captions: film.vtt`, `mute: true`, or what is heard where nobody speaks: "
                    "`captions: {none: Nur Musik}`",
                )
