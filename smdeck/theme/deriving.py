"""Deriving: what a brand file leaves out of a theme follows from the colours that it has.

Every word reaches WCAG AA on what it stands on (2.2, success criteria 1.4.3 and 1.4.11): 4.5:1, and
3:1 for shapes and large words. A colour that falls short is made lighter or darker, no more than
it must be.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from smdeck.scene.style import Paint
from smdeck.theme.color import RGB, contrast, hex_digits, painted
from smdeck.theme.vision import closest, difference

WORDS, SHAPES = 4.6, 3.1
"""The contrasts that are aimed at: a little more than WCAG's, for what rounding takes."""

APART = 14.0
"""Colours nearer than this in CIEDE2000 are one colour to the audience."""

NEUTRAL_BLUE: RGB = (0x2B, 0x5F, 0x8C)
"""The first colour of a brand that names none."""

SCALE = [
    10.5, 12, 14, 16, 18, 20, 22, 24, 26, 28, 32, 34, 36, 40, 44, 48, 54, 60, 66, 72, 80, 96, 115,
    138, 166, 200,
]  # fmt: skip

BOUNDS = {
    "title": (34, 28), "display": (54, 36), "statement": (80, 40), "quote": (40, 24),
    "body": (32, 18), "cell": (28, 18), "label": (20, 14), "small": (14, 12),
    "number": (166, 96), "foot": (10.5, 10.5),
}  # fmt: skip
"""The largest and the smallest size of each kind of text, in points."""


def derived_type() -> dict[str, Any]:
    """Return the type scale of a theme that names none."""
    kinds = {
        kind: {"largest": largest, "smallest": smallest}
        for kind, (largest, smallest) in BOUNDS.items()
    }
    return {"scale": list(SCALE), **kinds, "tracking": -0.01}


class Inks(NamedTuple):
    """The colours that a derived theme is made of."""

    ink: RGB
    paper: RGB
    brand: RGB
    """The ground of the brand."""
    on_brand: RGB
    """The words on it: paper, or ink on a first colour that is light."""
    accent: RGB
    """The second ground: paper can be read on it, and it can be read on paper."""
    loud: RGB
    """The second colour as it is, or as near as shapes can be seen on paper."""
    glow: RGB
    """What stands out on dark grounds and on the brand's."""
    further: tuple[RGB, RGB]
    surface: RGB
    night: bool
    """Whether the brand's own ground is the dark one."""


def inks(palette: Mapping[str, RGB]) -> Inks:
    """Return the colours of a theme for a brand's resolved colours."""
    ground = palette.get("background", (255, 255, 255))
    words = palette.get("foreground", _darkest(palette, ground))
    night = _light(ground) < _light(words)
    paper, ink = (words, ground) if night else (ground, words)
    ink = palette.get("background-dark", ink) if not night else ink
    if contrast(ink, paper) < 10:
        ink = _reached(ink, paper, 10, darker=True)
        paper = _reached(paper, ink, 10, darker=False)
    colors = list(_saturated(palette, ground))
    primary = palette.get("primary") or (colors[0] if colors else NEUTRAL_BLUE)
    second = palette.get("secondary")
    if second is None or difference(second, primary) < APART or _saturation(second) < 0.2:
        others = [color for color in colors if difference(color, primary) >= 2 * APART]
        second = others[0] if others else _turned(primary)
    brand, on_brand = _reached(primary, paper, WORDS + 0.6, darker=True), paper
    if contrast(primary, ink) >= 7 and contrast(primary, paper) < 2.2:
        brand, on_brand = primary, ink  # darkened, a yellow would be none any more
    accent = _reached(second, paper, WORDS + 0.6, darker=True)
    if difference(brand, accent) < APART:
        accent = _reached(_turned(primary), paper, WORDS + 0.6, darker=True)
    loud = _reached(second, paper, SHAPES, darker=True)
    glow = _glow([second, primary, *colors], [ink, *([brand] if on_brand == paper else [])], paper)
    chosen = [brand, accent]
    for color in _spread(primary, colors, paper, chosen):
        chosen.append(color)
        if len(chosen) == 4:
            break
    surface = _mixed(paper, brand if _saturation(brand) > 0.15 else ink, 0.09)
    return Inks(
        ink, paper, brand, on_brand, accent, loud, glow, (chosen[2], chosen[3]), surface, night
    )


def derived_colors(of: Inks) -> dict[str, str]:
    """Return the twelve colours of the PowerPoint theme, as hex."""
    deep = of.brand if of.on_brand == of.paper else of.ink  # the headers of tables are set in it
    slots = {
        "dk1": of.ink, "lt1": of.paper, "dk2": deep, "lt2": of.surface,
        "accent1": of.brand, "accent2": of.accent, "accent3": of.loud, "accent4": of.glow,
        "accent5": of.further[0], "accent6": of.further[1],
        "hlink": of.accent, "folHlink": of.further[1],
    }  # fmt: skip
    return {slot: _hex(color) for slot, color in slots.items()}


def derived_tones(of: Inks) -> dict[str, Any]:
    """Return the roles of colours on the four grounds."""
    grounds = {
        "light": (of.paper, of.ink),
        "dark": (of.ink, of.paper),
        "brand": (of.brand, of.on_brand),
        "accent": (of.accent, of.paper),
    }
    return {name: _tone(of, *both) for name, both in grounds.items()}


def derived_layouts(of: Inks) -> dict[str, str]:
    """Return the grounds of layouts that do not stand on the usual one."""
    calm = "brand" if of.night else "dark"
    return {"title": "brand", "closing": "brand", "section": "accent", "quote": calm,
            "questions": calm, "contact": "brand"}  # fmt: skip


def _tone(of: Inks, ground: RGB, text: RGB) -> dict[str, Any]:
    """Return the roles on one ground."""
    light = ground == of.paper
    # Away from the words: on a coloured ground a wash of their own colour would take contrast.
    wash = of.paper if ground == of.ink or text == of.ink else of.ink
    surface = {"color": _hex(of.surface)} if light else _alpha(wash, 14)
    card = {"color": _hex(of.paper), "lighter": 80} if light else _alpha(wash, 8)
    behind = [ground, _seen(surface, ground), _seen(card, ground)]
    liked = [of.accent, of.brand, of.loud] if light else [of.glow, of.loud, of.paper]
    highlight = _visible([of.loud, of.accent] if light else [of.glow, of.loud], [ground], SHAPES)
    brand = {"color": _hex(of.brand if light else of.glow if ground == of.ink else text)}
    if _reach(brand, [ground]) < SHAPES:
        brand = {"color": _hex(text)}
    loud = [_seen(brand, ground), _seen(highlight, ground)]
    inverse = max(
        (of.paper, of.ink, text, ground),
        key=lambda ink: min(contrast(ink, loud[0]) / WORDS, contrast(ink, loud[1]) / SHAPES),
    )
    if contrast(inverse, loud[1]) < SHAPES:
        highlight = brand
    on_brand = [of.glow, of.loud, of.accent, of.brand]
    candidates = [of.brand, of.accent, *of.further, of.loud, of.glow, of.ink, of.paper]
    return {
        "ground": _hex(ground),
        "text": _hex(text),
        "muted": _muted(text, behind),
        "accent": _visible(liked, behind, WORDS, text),
        "highlight": highlight,
        "brand": brand,
        "inverse": _hex(inverse),
        "inverse_accent": _visible(on_brand, loud[:1], WORDS, inverse),
        "surface": surface,
        "card": card,
        "line": {"color": _hex(of.surface), "darker": 8} if light else _alpha(text, 26),
        "calm": {"color": _hex(of.surface), "darker": 18} if light else _alpha(text, 40),
        "series": _series(candidates, ground),
    }  # fmt: skip


def _muted(text: RGB, behind: list[RGB]) -> dict[str, Any]:
    """Return the words' colour, as transparent as it can be read."""
    for alpha in (80, 86, 92, 96):
        if _reach(_alpha(text, alpha), behind) >= WORDS:
            return _alpha(text, alpha)
    return {"color": _hex(text)}


def _series(candidates: list[RGB], ground: RGB) -> list[dict[str, Any]]:
    """Return six colours that can be seen on a ground and told apart, by colour-blind people too.

    Each further one is the candidate that looks least like those before it.
    """
    paints = [
        paint
        for color in dict.fromkeys(candidates)
        for paint in _shades(color)
        if _reach(paint, [ground]) >= SHAPES
    ]
    colors = [_seen(paint, ground) for paint in paints]
    chosen = [0] if paints else []
    apart = [_distance(color, colors[:1]) for color in colors]
    while len(chosen) < min(6, len(paints)):
        farthest = max(range(len(paints)), key=apart.__getitem__)
        chosen.append(farthest)
        apart = [
            min(d, _distance(color, [colors[farthest]]))
            for d, color in zip(apart, colors, strict=True)
        ]
    return [paints[number] for number in chosen]


def _shades(color: RGB) -> Iterator[dict[str, Any]]:
    """Return a colour as it is and in shades, as PowerPoint's colour picker makes them."""
    yield {"color": _hex(color)}
    for share in (15, 25, 40, 60, 75):
        yield {"color": _hex(color), "darker": share}
        yield {"color": _hex(color), "lighter": share}


def _distance(color: RGB, others: Iterable[RGB]) -> float:
    """Return how far a colour is from the nearest of others, in all ways of seeing."""
    return min(closest(color, other)[0] for other in others)


def _visible(
    liked: list[RGB], behind: list[RGB], ratio: float, otherwise: RGB | None = None
) -> dict[str, Any]:
    """Return the first liked colour that reaches a contrast, shaded if it must be."""
    dark = _light(behind[0]) < 0.4
    for color in liked:
        for share in (0, 15, 30):
            paint: dict[str, Any] = {"color": _hex(color)}
            if share:
                paint["lighter" if dark else "darker"] = share
            if _reach(paint, behind) >= ratio:
                return paint
    if otherwise is not None:
        return {"color": _hex(otherwise)}
    for share in (45, 60, 75, 90):
        paint = {"color": _hex(liked[0]), "lighter" if dark else "darker": share}
        if _reach(paint, behind) >= ratio:
            return paint
    return {"color": _hex(liked[-1])}


def _reach(paint: dict[str, Any], behind: list[RGB]) -> float:
    """Return the least contrast of a paint on what lies behind it."""
    return min(contrast(_seen(paint, ground), ground) for ground in behind)


def _seen(paint: dict[str, Any], ground: RGB) -> RGB:
    digits = paint["color"].lstrip("#")
    color = int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    shade = Paint("dk1", paint.get("lighter", 0), paint.get("darker", 0), paint.get("alpha", 100))
    return painted(color, shade, ground)


def _alpha(color: RGB, share: int) -> dict[str, Any]:
    return {"color": _hex(color), "alpha": share}


def _hex(color: RGB) -> str:
    return f"#{hex_digits(color)}"


def _light(color: RGB) -> float:
    """Return how light a colour is, from 0 to 1, as the eye weighs its channels."""
    red, green, blue = color
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def _saturation(color: RGB) -> float:
    """Return how colourful a colour is, from 0 to 1."""
    return (max(color) - min(color)) / 255


def _darkest(palette: Mapping[str, RGB], ground: RGB) -> RGB:
    """Return the colour of words: the palette's that reads best, where one reads well."""
    usual: RGB = (0x1C, 0x1F, 0x24) if _light(ground) > 0.5 else (0xF4, 0xF2, 0xEE)
    best = max(palette.values(), key=lambda color: contrast(color, ground), default=usual)
    return best if contrast(best, ground) >= 11 else usual


def _saturated(palette: Mapping[str, RGB], ground: RGB) -> Iterator[RGB]:
    """Return the colourful ones of a palette, each once; those of the standard's names last."""
    found: list[RGB] = []
    for color in palette.values():
        if _saturation(color) > 0.2 and all(difference(color, other) > APART for other in found):
            found.append(color)
            yield color


def _turned(color: RGB) -> RGB:
    """Return a colour of another hue that goes with one: half of the circle and a little less."""
    hue, light, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in color))
    return _rgb((hue + 0.42) % 1, min(0.5, max(0.36, light)), max(0.45, min(0.75, saturation)))


def _rgb(hue: float, light: float, saturation: float) -> RGB:
    red, green, blue = (round(255 * share) for share in colorsys.hls_to_rgb(hue, light, saturation))
    return red, green, blue


def _reached(color: RGB, ground: RGB, ratio: float, darker: bool) -> RGB:
    """Return a colour that reaches a contrast: itself, or made darker or lighter in small steps."""
    hue, light, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in color))
    while contrast(color, ground) < ratio and 0 < light < 1:
        light = max(0.0, light - 0.01) if darker else min(1.0, light + 0.01)
        color = _rgb(hue, light, saturation)
    return color


def _glow(liked: list[RGB], grounds: list[RGB], paper: RGB) -> RGB:
    """Return a light, warm or bright colour that can be read on all the dark grounds."""

    def least(color: RGB) -> float:
        return min(contrast(color, ground) for ground in grounds)

    for color in liked:
        if _saturation(color) > 0.3 and least(color) >= WORDS:
            return color
    lightest = max(liked, key=_light)
    hue, light, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in lightest))
    color = lightest
    while least(color) < WORDS and light < 0.96:
        light += 0.01
        color = _rgb(hue, light, max(saturation, 0.5))
    return color if least(color) >= WORDS else paper


def _spread(primary: RGB, colors: list[RGB], paper: RGB, taken: list[RGB]) -> Iterator[RGB]:
    """Return further colours for charts, the brand's own first, then of hues between them."""
    for color in colors:
        shown = _reached(color, paper, SHAPES, darker=True)
        if _distance(shown, taken) >= APART / 2:
            yield shown
    hue, _, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in primary))
    made = [
        _reached(_rgb((hue + step / 12) % 1, light, max(0.35, min(0.7, saturation))), paper, SHAPES,
                 darker=True)
        for step in range(1, 12)
        for light in (0.36, 0.5)
    ]  # fmt: skip
    while made:
        best = max(made, key=lambda color: _distance(color, taken))
        made.remove(best)
        yield best


def _mixed(one: RGB, other: RGB, share: float) -> RGB:
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
