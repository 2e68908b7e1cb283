"""Vision: how far apart two colours look, also to people who see fewer of them."""

from __future__ import annotations

from functools import lru_cache
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import Literal, TypeAlias, get_args

from smdeck.theme.color import RGB, linear

Lab: TypeAlias = tuple[float, float, float]

Blindness = Literal["deuteranopia", "protanopia", "tritanopia"]
BLINDNESSES: tuple[Blindness, ...] = get_args(Blindness)

_SEEN: dict[Blindness, tuple[tuple[float, float, float], ...]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What reaches the eye of linear red, green and blue, at severity 1.0: Machado, Oliveira and
Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG
15(6), 2009, table of matrices."""

_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
"""Linear sRGB to XYZ (IEC 61966-2-1), white D65."""

_WHITE = (0.95047, 1.0, 1.08883)


def seen_color_blind(color: RGB, blindness: Blindness) -> RGB:
    """Return the colour that looks the same to everyone as this one to a colour-blind person."""
    light = linear(color)
    red, green, blue = (
        _encoded(sum(share * channel for share, channel in zip(row, light, strict=True)))
        for row in _SEEN[blindness]
    )
    return red, green, blue


def difference(one: RGB, other: RGB) -> float:
    """Return CIEDE2000 of two colours: 1 is just visible, 100 is black to white."""
    return ciede2000(lab(one), lab(other))


@lru_cache(maxsize=4096)
def closest(one: RGB, other: RGB) -> tuple[float, Blindness | None]:
    """Return the smallest CIEDE2000 of two colours to anyone, and to whom if colour-blind."""
    distances = map(ciede2000, _labs(one), _labs(other))
    return min(zip(distances, (None, *BLINDNESSES), strict=True), key=lambda seen: seen[0])


@lru_cache(maxsize=1024)
def _labs(color: RGB) -> tuple[Lab, ...]:
    """Return L*a*b* of a colour as it is, and as colour-blind people see it."""
    return (lab(color), *(lab(seen_color_blind(color, kind)) for kind in BLINDNESSES))


def lab(color: RGB) -> Lab:
    """Return CIE L*a*b* of a colour (CIE 15:2004, 8.2.1), white D65."""
    light = linear(color)
    x, y, z = (
        _root(sum(share * channel for share, channel in zip(row, light, strict=True)) / white)
        for row, white in zip(_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: Lab, other: Lab) -> float:
    """Return the colour difference CIEDE2000 of two colours in L*a*b*.

    After Sharma, Wu and Dalal, The CIEDE2000 Color-Difference Formula: Implementation Notes,
    Supplementary Test Data, and Mathematical Observations, Color Research and Application 30(1),
    2005. Its test data are in the tests.
    """
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - sqrt(chroma**7 / (chroma**7 + 25.0**7)) / 2
    c1, c2 = hypot(stretch * a1, b1), hypot(stretch * a2, b2)
    h1, h2 = degrees(atan2(b1, stretch * a1)) % 360, degrees(atan2(b2, stretch * a2)) % 360
    gap, mean = _hues(h1, h2) if c1 * c2 else (0.0, h1 + h2)
    dl, dc = l2 - l1, c2 - c1
    dh = 2 * sqrt(c1 * c2) * sin(radians(gap) / 2)
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * cos(radians(mean - 30))
        + 0.24 * cos(radians(2 * mean))
        + 0.32 * cos(radians(3 * mean + 6))
        - 0.20 * cos(radians(4 * mean - 63))
    )
    sl = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    turn = 60 * exp(-(((mean - 275) / 25) ** 2))
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25.0**7)) * sin(radians(turn))
    return sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rotation * (dc / sc) * (dh / sh))


def _hues(h1: float, h2: float) -> tuple[float, float]:
    """Return the way from one hue to another, the shorter one, and the hue in its middle."""
    gap = h2 - h1
    if abs(gap) <= 180:
        return gap, (h1 + h2) / 2
    middle = (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    return gap - 360 if gap > 0 else gap + 360, middle


def _root(share: float) -> float:
    root: float = share ** (1 / 3)
    return root if share > (6 / 29) ** 3 else share / (3 * (6 / 29) ** 2) + 4 / 29


def _encoded(light: float) -> int:
    """Return the channel of an amount of light, which is cut off where a screen can't show it."""
    light = min(1.0, max(0.0, light))
    return round(
        255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)
    )
