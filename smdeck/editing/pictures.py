"""Pictures: slides, icons and tones as Markdown that an editor shows beside a deck."""

from __future__ import annotations

from base64 import b64encode

from smdeck.compiler.compiling import Compiled
from smdeck.data.icons import GRID, icon_path
from smdeck.page import Layout
from smdeck.scene import Role, SlideScene
from smdeck.theme.color import hex_digits

MOST = 90_000
"""How long an address may be: Visual Studio Code cuts a text of 100,000 characters off."""

WIDE = 480
"""Pixels across of a slide that is longer as a drawing: a photograph."""


class SlidePictures:
    """The slides of a deck as it could be drawn the last time, by the lines where they begin."""

    def __init__(self, compiled: Compiled, name: str) -> None:
        from smdeck.desk.cards import numbered_slides

        self.compiled = compiled
        self._by_line: dict[int, tuple[int, SlideScene, Layout]] = {}
        for number, scene, slide in numbered_slides(compiled):
            if scene.place and scene.place.source.name == name:
                self._by_line.setdefault(scene.place.line - 1, (number, scene, slide))

    def told(self, line: int, pictures: bool) -> str | None:
        """Return in Markdown the slide that begins in a line: a picture and what it is."""
        found = self._by_line.get(line)
        if found is None:
            return None
        number, scene, slide = found
        said = f"**slide {number}**: {slide.layout}"
        if slide.minutes:
            said += f", {slide.minutes:g} min"
        picture = self.picture(scene) if pictures else None
        return (
            f"{image(f'{picture}|width={WIDE}', f'slide {number}')}\n\n{said}" if picture else said
        )

    def picture(self, scene: SlideScene) -> str | None:
        """Return the address of a slide's picture, None where it can't be drawn small enough."""
        from smdeck.desk.exporting import slide_drawing, slide_picture
        from smdeck.desk.media import addresses

        svg = slide_drawing(scene, self.compiled, addresses(self.compiled.theme))
        address = _address(svg.encode(), "image/svg+xml")
        if len(address) <= MOST:
            return address
        from smdeck.pictures.encoding import encoded
        from smdeck.pictures.files import image_of

        png = slide_picture(svg, self.compiled.theme, WIDE)
        jpeg, _ = encoded(image_of(png).convert("RGB"), photograph=True)
        address = _address(jpeg, "image/jpeg")
        return address if len(address) <= MOST else None

    def tone(self, tone: str) -> str:
        """Return the address of a picture of a tone: its background, words and accent."""
        theme = self.compiled.theme
        colors = [hex_digits(theme.rgb(role, tone)) for role in _SHOWN]
        bars = "".join(
            f'<rect x="{12 + 60 * n}" y="20" width="48" height="20" fill="#{color}"/>'
            for n, color in enumerate(colors[1:])
        )
        size = 'viewBox="0 0 204 60" width="204" height="60"'
        background = f'<rect width="204" height="60" fill="#{colors[0]}"/>'
        return _svg(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{background}{bars}</svg>')


_SHOWN: tuple[Role, ...] = ("ground", "text", "accent", "brand")
"""What is shown of a tone: its background first."""


def icon_picture(name: str) -> str:
    """Return the address of an icon's picture, on a disc that light and dark editors show alike."""
    middle, scale = 32, 40 / GRID
    return _svg(
        '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">'
        f'<circle cx="{middle}" cy="{middle}" r="{middle}" fill="#fff"/>'
        f'<path transform="translate(12 12) scale({scale:g})" d="{icon_path(name)}" fill="#222"/>'
        "</svg>"
    )


def image(address: str, what: str) -> str:
    """Return a picture in Markdown."""
    return f"![{what}]({address})"


def _svg(text: str) -> str:
    return _address(text.encode(), "image/svg+xml")


def _address(data: bytes, kind: str) -> str:
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
