"""Colours as numbers: hex notation, PowerPoint's lighter and darker, and WCAG's contrast."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from smdeck.scene.style import Paint, Slot

RGB: TypeAlias = tuple[int, int, int]

TEXT_CONTRAST, LARGE_CONTRAST = 4.5, 3.0
"""The contrast that words need, and what large ones need and shapes that say something (WCAG 2.2,
success criteria 1.4.3 and 1.4.11)."""

SAME = 12
"""Up to this difference of its channels, of 255, a colour is grey."""


def parse_hex(text: str) -> RGB | None:
    """Return the colour that `#RGB` or `#RRGGBB` stands for, or None."""
    if not re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text):
        return None
    digits = text[1:] if len(text) == 7 else "".join(2 * digit for digit in text[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def css_color(text: str) -> RGB | None:
    """Return the colour of any CSS notation: hex, a name such as `teal`, `rgb()` or `hsl()`.

    Six digits need no `#`, which begins a comment in YAML.
    """
    color = parse_hex(text) or parse_hex(f"#{text}" if len(text) == 6 else "")
    if color is None:
        from PIL import ImageColor  # seldom needed, and slow to import

        function = re.fullmatch(r"\s*(rgb|hsl)a?\(([^()]*)\)\s*", text.lower())
        if function:  # with commas or without, as in CSS Color 4; how opaque it is does not matter
            values = re.split(r"[\s,/]+", function[2].strip())[:3]
            text = f"{function[1]}({', '.join(value.removesuffix('deg') for value in values)})"
        try:
            red, green, blue = ImageColor.getrgb(text)[:3]
        except ValueError:
            return None
        color = red, green, blue
    return color


def hex_digits(color: RGB) -> str:
    """Return a colour as six digits, as OOXML writes it."""
    return "".join(f"{channel:02X}" for channel in color)


class Shade(NamedTuple):
    """A colour as it is, or as PowerPoint's colour picker changes it, in percent."""

    color: RGB
    lighter: int = 0
    darker: int = 0
    alpha: int = 100

    def on(self, background: RGB) -> RGB:
        """Return what it looks like on a background."""
        return painted(self.color, self, background)

    def reach(self, behind: Iterable[RGB]) -> float:
        """Return its least contrast to what lies behind."""
        return min(contrast(self.on(background), background) for background in behind)

    def paint(self, slot: Slot) -> Paint:
        """Return it as a change of the theme colour that it is made of."""
        return Paint(slot, self.lighter, self.darker, self.alpha)


def painted(color: RGB, paint: Paint | Shade, backdrop: RGB) -> RGB:
    """Return what a theme colour looks like over a backdrop, with its modifications.

    Lighter and darker change the luminance in HSL (ECMA-376 Part 1, 20.1.2.3.20 lumMod and
    20.1.2.3.21 lumOff); alpha mixes with the backdrop.
    """
    hue, luminance, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in color))
    luminance = luminance * (100 - paint.lighter - paint.darker) / 100 + paint.lighter / 100
    shifted = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, luminance)), saturation)
    share = paint.alpha / 100
    red, green, blue = (
        round(255 * channel * share + behind * (1 - share))
        for channel, behind in zip(shifted, backdrop, strict=True)
    )
    return red, green, blue


def mixed(color: RGB, opacity: float, behind: RGB) -> RGB:
    """Return what a colour that is so opaque, from 0 to 1, looks like over another."""
    red, green, blue = (
        round(opacity * own + (1 - opacity) * lower)
        for own, lower in zip(color, behind, strict=True)
    )
    return red, green, blue


def shade_of(color: RGB, base: RGB) -> str | None:
    """Return `tint` or `shade` where a colour is one of another, of the same hue; else None."""
    hue, light, _ = colorsys.rgb_to_hls(*(channel / 255 for channel in color))
    other, before, _ = colorsys.rgb_to_hls(*(channel / 255 for channel in base))
    grey = max(color) - min(color) < SAME and max(base) - min(base) < SAME
    apart = min(abs(hue - other), 1 - abs(hue - other))
    if not grey and apart > 0.02:
        return None
    return "tint" if light > before else "shade"


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, criterion 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def linear(color: RGB) -> tuple[float, float, float]:
    """Return the channels of a colour as amounts of light, from 0 to 1 (IEC 61966-2-1, sRGB)."""
    red, green, blue = (
        channel / 255 / 12.92
        if channel / 255 <= 0.04045
        else ((channel / 255 + 0.055) / 1.055) ** 2.4
        for channel in color
    )
    return red, green, blue


def _luminance(color: RGB) -> float:
    """Return the relative luminance (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
