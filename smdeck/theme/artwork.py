"""Artwork: the files of logos and of art, and where they stand."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from smdeck.findings import Place
from smdeck.scene.box import Box

LogoPosition = Literal["top-left", "top-right", "bottom-left", "bottom-right"]


class Logo(NamedTuple):
    """A logo's file; `ratio` is width by height."""

    file: Path
    ratio: float
    place: Place
    """Where the theme or the deck names it."""


class LogoElsewhere(NamedTuple):
    """The logo on a layout that has it otherwise; what is None is as on the others."""

    height: int | None
    position: LogoPosition | None
    logos: Mapping[str, Logo]
    """Files of its own, by tone, if it has some."""


class Partner(NamedTuple):
    """A partner whose logo stands beside that of the brand."""

    name: str
    logos: Mapping[str, Logo]


class Art(NamedTuple):
    """Background art of a layout and where it stands."""

    file: Path
    box: Box
