"""A slide with its slide layout: what stands on both, and how it behaves on stage."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from pathlib import Path
from typing import Literal, NamedTuple

from smdeck.findings import Place
from smdeck.model.text import Text
from smdeck.scene.box import Box
from smdeck.scene.clicks import Click
from smdeck.scene.nodes import PlaceholderSpec, SceneNode, Shape
from smdeck.scene.style import Slot
from smdeck.scene.template import TemplateLayout

DATED = 400.0
"""How wide a foot is at the least that has a date beside footer and number, in points."""


class LayoutPicture(NamedTuple):
    """A logo or art on a slide layout; a logo's name is its alternative text."""

    file: Path
    box: Box
    name: str
    crop: tuple[float, float, float, float] | None = None
    """The shares cut off at left, top, right and bottom: empty margins of the file."""
    plate: tuple[Box, Slot] | None = None
    """The rectangle behind it, where the background would swallow it."""


class SlideLayout:
    """A slide layout as PowerPoint knows it: placeholders on a background, for all its slides."""

    def __init__(
        self,
        layout: str,
        name: str,
        type: str | None,
        tone: str,
        placeholders: tuple[PlaceholderSpec, ...],
        footed: bool,
        decor: tuple[Shape, ...],
        foot: Box,
        tiled: bool,
        base: TemplateLayout | None = None,
    ) -> None:
        self.layout = layout
        """The smdeck layout that it belongs to."""
        self.name = name
        """What PowerPoint calls it, in the deck's language."""
        self.type = type
        """PowerPoint's own type where one fits (ECMA-376 Part 1, 19.7.15)."""
        self.tone = tone
        self.placeholders = placeholders
        self.footed = footed
        """Whether it shows footer and slide number."""
        self.decor = decor
        """What the layout itself draws, as rules and the numbers of rows."""
        self.foot = foot
        """Where footer and slide number stand."""
        self.tiled = tiled
        """Whether it draws the tiles behind filled placeholders; where items appear by click, the
        slides do."""
        self.base = base
        """The layout of a company's template that it is, or that it is composed on."""
        self.composed = False
        """Whether it is our own, with title and foot of its base."""
        self.art: LayoutPicture | None = None
        """The theme's art, behind all else."""
        self.logos: tuple[LayoutPicture, ...] = ()
        """The logos that it shows."""
        self.sizes: dict[str, tuple[float, ...]] = {}
        """Set by fit: for each placeholder the size that most of its slides need, in points."""

    @property
    def drawn(self) -> list[Shape]:
        """What the layout itself draws: its decor, and tiles behind filled placeholders."""
        filled = [one for one in self.placeholders if one.fill and self.tiled]
        return [*self.decor, *(Shape(one.box, one.geometry, one.fill, one.line) for one in filled)]


class SlideScene:
    """A slide: its slide layout, what stands on it, and how it behaves on stage."""

    def __init__(self, slide_layout: SlideLayout, place: Place) -> None:
        self.slide_layout = slide_layout
        self.place = place
        self.id: str | None = None
        self.title = ""
        self.nodes: list[SceneNode] = []
        """In reading order, the title first."""
        self.clicks: list[Click] = []
        self.effect: Literal["fade", "appear", "wipe"] = "fade"
        """How what appears by click comes."""
        self.notes: Text | None = None
        self.comment = ""
        """What its author says to who reads the file."""
        self.footer = ""
        self.transition = "none"
        self.moving: dict[int, str] = {}
        """The names of nodes that a neighbouring slide has, too, by which they are moved there."""
        self.hidden = False
        self.remedy = "split the slide"
        """What an author can do about too much, beside cutting it."""
        self.section: str | None = None
        """The name of the section that the slide begins."""

    @property
    def tone(self) -> str:
        """The tone that the slide is in."""
        return self.slide_layout.tone
