"""What a scene knows of a company's own template: its layouts and their placeholders."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.scene.box import Box
from smdeck.scene.style import Slot, Style

TITLES = ("title", "ctrTitle")
FOOT = ("dt", "ftr", "sldNum")


class TemplatePlaceholder(NamedTuple):
    """A placeholder of a template's layout."""

    type: str
    """PowerPoint's type (ECMA-376 Part 1, 19.7.10); `obj` where it names none."""
    number: int
    """What a slide names it by; 0 for the title."""
    name: str
    box: Box
    style: Style | None
    """How its words are set, with all that it inherits; None for pictures."""
    size: str = "full"
    text_color: Slot | None = None
    """The theme colour that its words get where the template's can't be read on its background."""
    prompt: str = ""
    """What it asks for, as `Click to add date`."""

    @property
    def xml(self) -> str:
        """The `p:ph` that names it."""
        if self.type in TITLES:
            return f'<p:ph type="{self.type}"/>'
        kind = "" if self.type == "obj" else f' type="{self.type}"'
        size = "" if self.size == "full" else f' sz="{self.size}"'
        return f'<p:ph{kind}{size} idx="{self.number}"/>'


class TemplateLayout(NamedTuple):
    """A layout of a template."""

    name: str
    part: str
    master: str
    type: str | None
    placeholders: tuple[TemplatePlaceholder, ...]

    def first(self, *types: str) -> TemplatePlaceholder | None:
        """Return the first placeholder of one of these types."""
        return next((one for one in self.placeholders if one.type in types), None)

    @property
    def title(self) -> TemplatePlaceholder | None:
        """The placeholder of the title."""
        return self.first(*TITLES)

    @property
    def content(self) -> tuple[TemplatePlaceholder, ...]:
        """The placeholders that a slide fills beside its title and foot."""
        return tuple(one for one in self.placeholders if one.type not in (*TITLES, *FOOT))
