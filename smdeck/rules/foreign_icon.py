"""Foreign icon: one that is none of the brand's.

**What it does:** looks for icons that the theme does not name, where it names some: `icons: {only: [rocket, messages]}` under `defaults.smdeck`. Those of its own folder are the brand's.

**Why it is bad:** icons of several hands look like several firms.

```yaml
title: Vortrag
theme: themes/markenbuch
slides:
  - layout: icon-grid
    title: Drei Wege
    items: [{icon: rocket, title: Start}, {icon: heart, title: Dank}, {icon: rocket, title: Ziel}]
```

**What to do:** take one of the brand's icons, or leave it out: most compositions stand without.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits
from smdeck.findings import suggest
from smdeck.source import Mapping, Node, Scalar, Sequence

KEYS = ("icon", "mark")
"""The keys of slides and items that name an icon."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the icons that slides name and that are none of the brand's, each once a slide."""
    only = talk.theme.asks.house.icons_only
    if only is None:
        return
    only |= talk.theme.branding.icons.keys()
    brand = sorted(only)
    for slide in talk.slides:
        named = {node.text: node for node in reversed(list(_icons(slide.record.origin)))}
        for name in reversed(named):
            if name in only:
                continue
            yield slide.issue(
                "warning",
                f"the icon `{name}` is none of the brand's",
                named[name].place,
                suggest(name, brand, f"it has {', '.join(brand[:8])}" if brand else "leave it out"),
            )


def _icons(node: Node) -> Iterator[Scalar]:
    """Yield the names of icons that are written in a slide."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _icons(item)
    for key, value in node if isinstance(node, Mapping) else ():
        if key.text in KEYS and isinstance(value, Scalar):
            yield value
        else:
            yield from _icons(value)
