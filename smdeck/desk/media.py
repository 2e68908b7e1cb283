"""Media: the pictures and fonts of a talk, as a page asks for them."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from smdeck.files import stamp
from smdeck.preview.slide import MEDIA_TYPES, data_address
from smdeck.preview.typefaces import Face, Pictures, face_css, faces
from smdeck.theme import Theme
from smdeck.theme.folders import themes_folder

TYPES = {**MEDIA_TYPES, ".css": "text/css; charset=utf-8"}
"""What media are, by the suffix of their names."""

LARGEST_FONT = 20_000_000


class Ready(NamedTuple):
    """A picture as it is shown: its bytes, and what they are."""

    data: bytes
    suffix: str


def ready(path: Path, needed: tuple[int, int], theme: Theme) -> Ready:
    """Return a picture as it is shown where so many pixels of it can be seen; an SVG stays one.

    Raises what reading pictures raises, where one has changed since it was looked at.
    """
    if theme.ships and path.is_relative_to(themes_folder()):
        from smdeck.pictures.shipped import shipped

        made = shipped(path)
    else:
        from smdeck.pictures.files import prepared

        made = prepared(path, needed)
    return Ready(made.svg, ".svg") if made.svg else Ready(made.data, made.suffix)


def addresses(theme: Theme) -> Pictures:
    """Return what gives a picture as a `data:` address, made once."""

    @cache
    def address(path: Path, needed: tuple[int, int]) -> str:
        return data_address(*ready(path, needed, theme))

    return address


def font_bytes(face: Face) -> Ready:
    """Return the file of a font that a theme brings."""
    from smdeck.files import read_bytes

    return Ready(read_bytes(face.file, LARGEST_FONT), face.file.suffix.lower())


class MediaStore:
    """The media that were shown so far, under names that are made of what they hold."""

    def __init__(self) -> None:
        self._held: dict[str, Ready] = {}
        self._names: dict[tuple[object, ...], str] = {}

    def get(self, name: str) -> Ready | None:
        """Return what has a name."""
        return self._held.get(name)

    def picture(self, path: Path, needed: tuple[int, int], theme: Theme) -> str:
        """Return the name of a picture, "" where it has just gone or changed into none.

        It is made ready once, until its file changes.
        """
        from smdeck.pictures.reading import Unusable

        key = path, stamp(path), stamp(path.with_suffix(".png")), needed
        if key not in self._names:
            try:
                self._names[key] = self._hold(ready(path, needed, theme))
            except (OSError, Unusable):
                return ""
        return self._names[key]

    def fonts(self, theme: Theme) -> str:
        """Return the name of a style sheet with the fonts that a theme brings; "" for none."""
        rules = []
        for face in faces(theme):
            key = face.file, stamp(face.file)
            if key not in self._names:
                self._names[key] = self._hold(font_bytes(face))
            rules.append(face_css(face, self._names[key]))
        return self._hold(Ready("\n".join(rules).encode(), ".css")) if rules else ""

    def _hold(self, medium: Ready) -> str:
        name = blake2b(medium.data, digest_size=12).hexdigest() + medium.suffix
        self._held[name] = medium
        return name
