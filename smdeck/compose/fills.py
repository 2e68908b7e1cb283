"""Fills: which of several words can be read on, and which can be seen."""

from __future__ import annotations

from smdeck.scene.style import Role
from smdeck.theme import Theme
from smdeck.theme.color import TEXT_CONTRAST, contrast


def legible(theme: Theme, tone: str, *roles: Role) -> Role:
    """Return the first fill that words can be read on (WCAG 2.2, 1.4.3); the last if none is."""

    def read(fill: Role) -> bool:
        behind = theme.rgb(fill, tone)
        return (
            contrast(theme.rgb(theme.text_colors(fill, tone).text, tone, behind), behind)
            >= TEXT_CONTRAST
        )

    return next((role for role in roles if read(role)), roles[-1])


def seen(theme: Theme, tone: str, on: Role | None, least: float, *roles: Role) -> Role:
    """Return the first role whose contrast with another is so much; None is the background.

    It is the accent there if none has it.
    """
    behind = theme.rgb(on or "ground", tone)
    found = (role for role in roles if contrast(theme.rgb(role, tone, behind), behind) >= least)
    return next(found, theme.text_colors(on, tone).accent)
