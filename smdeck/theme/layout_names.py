"""The layouts that a theme's file names, and their compositions."""

from __future__ import annotations

from smdeck.findings import Place
from smdeck.source import Mapping, Scalar, Sequence
from smdeck.theme.records import SmdeckDefaults

NO_LAYOUT = ("usual", "column", "column foot")
"""The art that is of no layout: of all that have none of their own, and behind columns."""


def layouts_named(settings: SmdeckDefaults) -> tuple[tuple[str, str, Place], ...]:
    """Return layouts that a file names, the composition or "", the place: `layouts` knows them."""
    named: list[tuple[str, str, Place]] = []
    for holder, name in (
        (settings, "layouts"),
        (settings, "art"),
        (settings.logo, "layouts"),
        (settings.logo, "on"),
    ):
        origin = holder.origin if holder else None
        written = origin and origin.get(name)
        if isinstance(written, Mapping):
            for key, _ in written:
                if key.text not in NO_LAYOUT:
                    layout, _, composition = key.text.partition(" ")
                    named.append((layout, composition, key.place))
        elif isinstance(written, Sequence):
            named += [(one.text, "", one.place) for one in written.items if isinstance(one, Scalar)]
    for name in ("prefer", "avoid"):
        written = settings.origin.get(name)
        for key, value in written if isinstance(written, Mapping) else ():
            named.append((key.text, "", key.place))
            for one in value.items if isinstance(value, Sequence) else ():
                if isinstance(one, Scalar):
                    named.append((key.text, one.text, one.place))
    return tuple(named)
