"""Playback: a film or a sound that a picture stands for, and how it plays."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from pathlib import Path
from typing import NamedTuple


class Captions(NamedTuple):
    """The words of a film, shown while it plays."""

    data: bytes
    """A file in WebVTT."""
    lang: str
    label: str
    """What the player calls them."""


class Playback(NamedTuple):
    """A film or a sound, and how it plays."""

    path: Path | None = None
    """The file that travels in the talk."""
    address: str = ""
    """The page of a player on the web, where there is no file."""
    suffix: str = ".mp4"
    """What the file is by its content."""
    sound: bool = False
    auto: bool = False
    """Whether it begins with its slide, and not by a click on it."""
    loop: bool = False
    mute: bool = False
    trim: tuple[int, int] = (0, 0)
    """What is left out at the beginning and at the end, in milliseconds."""
    length: int = 0
    """How long what is left takes, in milliseconds; 0 where it is not known."""
    captions: Captions | None = None
    heard: bool = False
    """Whether it says something that can't be read: it has a sound track and no captions, and
    nobody says that there is nothing to write."""
