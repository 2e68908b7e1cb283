"""Table styles of a template: whether what they set in their cells can be read."""

from __future__ import annotations

from typing import Any

from smdeck.theme.color import LARGE_CONTRAST, RGB, TEXT_CONTRAST, contrast, mixed
from smdeck.theme.template.colors import MappedColors
from smdeck.theme.template.package import find, tag

_PARTS = ("wholeTbl", "band1H", "firstCol", "firstRow")
"""The parts of a style that our tables have, what lies above behind what lies below."""


class TableStyle:
    """A table style as it looks on a backdrop: the fill and the words of each of its parts."""

    def __init__(self, style: Any, colors: MappedColors, backdrop: RGB) -> None:
        self.parts: dict[str, tuple[RGB, RGB]] = {}
        self.filled = False
        """Whether cells have fills of their own."""
        words = _words(style, "wholeTbl", colors) or colors.slots[colors.text]
        behind = backdrop
        for name in _PARTS:
            part = find(style, f"a:{name}")
            if part is None:
                continue
            fill = colors.of(_fill(part))
            shown = mixed(fill.rgb, fill.alpha, backdrop) if fill else behind
            self.filled = self.filled or fill is not None
            self.parts[name] = (_words(style, name, colors) or words, shown)
            behind = shown if name == "wholeTbl" else behind

    @property
    def readable(self) -> bool:
        """Whether all words can be read in their cells."""
        return all(
            contrast(*both) >= (LARGE_CONTRAST if name == "firstRow" else TEXT_CONTRAST)
            for name, both in self.parts.items()
        )


def _fill(part: Any) -> Any:
    """Return what names the colour that cells of a part are filled with, or None."""
    solid = find(part, "a:tcStyle/a:fill/a:solidFill")
    if solid is not None or find(part, "a:tcStyle/a:fill") is not None:
        return solid
    reference = find(part, "a:tcStyle/a:fillRef")
    return reference if reference is not None and reference.get("idx") != "0" else None


def _words(style: Any, name: str, colors: MappedColors) -> RGB | None:
    """Return the colour of words in a part of a style, where it says one."""
    words = find(style, f"a:{name}/a:tcTxStyle")
    if words is None:
        return None
    named = [child for child in words if child.tag not in (tag("a:fontRef"), tag("a:font"))]
    own = colors.of(named) if named else None
    return own.rgb if own else None
