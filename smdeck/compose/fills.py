"""Fills: which of several words can be read on."""

from __future__ import annotations

from smdeck.scene.style import Role
from smdeck.theme import Theme
from smdeck.theme.color import contrast
from smdeck.theme.theme import READ


def legible(theme: Theme, tone: str, *roles: Role) -> Role:
    """Return the first fill that words can be read on (WCAG 2.2, 1.4.3); the last if none is."""

    def read(fill: Role) -> bool:
        behind = theme.rgb(fill, tone)
        return contrast(theme.rgb(theme.inks(fill, tone).text, tone, behind), behind) >= READ

    return next((role for role in roles if read(role)), roles[-1])
