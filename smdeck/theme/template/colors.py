"""The colours of a template: what its elements look like once the theme is applied."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Any, NamedTuple

from smdeck.scene.style import Slot
from smdeck.theme.color import RGB, parse_hex
from smdeck.theme.template.package import find, tag

_PRESETS: dict[str, RGB] = {
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "yellow": (255, 255, 0),
    "gray": (128, 128, 128),
}
"""Those of the preset colours that are seen in files (ECMA-376 Part 1, 20.1.10.47)."""

COLOR_ELEMENTS = ("schemeClr", "srgbClr", "sysClr", "prstClr", "scrgbClr", "hslClr")


class Colored(NamedTuple):
    """A colour, how opaque it is from 0 to 1, and the theme's name for it where it has one."""

    rgb: RGB
    alpha: float = 1.0
    slot: Slot | None = None


class MappedColors(NamedTuple):
    """The theme's colours with the colour map that a master or layout puts over them."""

    slots: Mapping[Slot, RGB]
    map: Mapping[str, Slot]

    @property
    def text(self) -> Slot:
        """The theme colour of words that name none."""
        return self.map.get("tx1") or "dk1"

    def of(self, parent: Any, placeholder: RGB | None = None) -> Colored | None:
        """Return the colour that an element such as `a:solidFill` holds, or None.

        `placeholder` is what `phClr` stands for.
        """
        if parent is None:
            return None
        for child in parent:
            name = child.tag.rsplit("}", 1)[-1]
            if name in COLOR_ELEMENTS:
                return self._modified(child, *self._base(name, child, placeholder))
        return None

    def _base(self, name: str, node: Any, placeholder: RGB | None) -> tuple[RGB, Slot | None]:
        value = node.get("val", "")
        if name == "schemeClr":
            if value == "phClr":
                return placeholder or (0, 0, 0), None
            slot: Slot = self.map.get(value, value)
            return self.slots.get(slot, (0, 0, 0)), slot
        if name == "srgbClr":
            return parse_hex(f"#{value}") or (0, 0, 0), None
        if name == "sysClr":
            return parse_hex(f"#{node.get('lastClr', '')}") or (
                (255, 255, 255) if value == "window" else (0, 0, 0)
            ), None
        if name == "prstClr":
            return _PRESETS.get(value, (128, 128, 128)), None
        if name == "scrgbClr":
            red, green, blue = (min(255, _number(node, c) * 255 // 100_000) for c in "rgb")
            return (red, green, blue), None
        hue, saturation = _number(node, "hue") / 21_600_000, _number(node, "sat") / 100_000
        return _rgb(colorsys.hls_to_rgb(hue, _number(node, "lum") / 100_000, saturation)), None

    def _modified(self, node: Any, rgb: RGB, slot: Slot | None) -> Colored:
        """Apply the modifications of a colour (ECMA-376 Part 1, 20.1.2.3)."""
        alpha = 1.0
        plain = len(node) == 0
        for change in node:
            share = _number(change, "val") / 100_000
            match change.tag.rsplit("}", 1)[-1]:
                case "alpha":
                    alpha = share
                case "tint":
                    rgb = _rgb(tuple((c * share + 255 * (1 - share)) / 255 for c in rgb))
                case "shade":
                    rgb = _rgb(tuple(c * share / 255 for c in rgb))
                case "lumMod" | "lumOff" | "satMod" as name:
                    hue, luminance, saturation = colorsys.rgb_to_hls(*(c / 255 for c in rgb))
                    if name == "lumMod":
                        luminance *= share
                    elif name == "lumOff":
                        luminance += share
                    else:
                        saturation *= share
                    clipped = min(1.0, max(0.0, luminance)), min(1.0, saturation)
                    rgb = _rgb(colorsys.hls_to_rgb(hue, *clipped))
        return Colored(rgb, alpha, slot if plain else None)


def scheme(theme: Any) -> dict[Slot, RGB]:
    """Return the twelve colours of a theme part."""
    slots: dict[Slot, RGB] = {}
    plain = MappedColors({}, {})
    for node in find(theme, "a:themeElements/a:clrScheme"):
        color = plain.of(node)
        if color:
            slots[node.tag.rsplit("}", 1)[-1]] = color.rgb
    return slots


def color_map(node: Any) -> dict[str, Slot]:
    """Return a colour map: `p:clrMap` or `a:overrideClrMapping`."""
    return {} if node is None else dict(node.attrib)


def override(layout: Any) -> Any:
    """Return the colour map of a layout where it has one of its own."""
    return find(layout, f"p:clrMapOvr/{tag('a:overrideClrMapping')}")


def _number(node: Any, name: str) -> int:
    value = node.get(name, "0")
    return int(float(value.rstrip("%")) * 1000) if value.endswith("%") else int(float(value))


def _rgb(shares: tuple[float, ...]) -> RGB:
    red, green, blue = (min(255, max(0, round(255 * share))) for share in shares)
    return red, green, blue
