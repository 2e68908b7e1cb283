"""The layouts that a theme's file names: those with a ground, art or a logo of their own."""

from __future__ import annotations

from smdeck.findings import Place
from smdeck.source import Mapping, Scalar, Sequence
from smdeck.theme.records import SmdeckDefaults

USUAL = "usual"
"""The art of all layouts that have none of their own."""


def layouts_named(settings: SmdeckDefaults) -> tuple[tuple[str, Place], ...]:
    """Return the names of layouts that a file says, each with its place: `layouts` knows them."""
    named: list[tuple[str, Place]] = []
    for holder, name in ((settings, "layouts"), (settings, "art"), (settings.logo, "layouts")):
        origin = holder.origin if holder else None
        written = origin.get(name) if isinstance(origin, Mapping) else None
        if isinstance(written, Mapping):
            named += [(key.text, key.place) for key, _ in written if key.text != USUAL]
        elif isinstance(written, Sequence):
            named += [(one.text, one.place) for one in written.items if isinstance(one, Scalar)]
    return tuple(named)
