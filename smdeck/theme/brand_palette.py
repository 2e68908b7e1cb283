"""The palette: the colours that a derived theme is made of, as a brand has them and lets them be.

A colour of the brand is shown as it is, or not at all. What it lacks is a tint or a shade of its
first colour, or of its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from smdeck.theme.brand import HEADINGS, LINK
from smdeck.theme.color import RGB, TEXT_CONTRAST, Shade, contrast
from smdeck.theme.color_blindness import difference
from smdeck.theme.house import Usage

SEEN = 1.3
"""The contrast of what is only to be seen: areas with words of their own on them, such as a yellow
on white."""

READS_WELL = 7.0
"""The contrast from which a colour may be the background of whole slides of words."""

APART = 14.0
"""Colours nearer than this in CIEDE2000 are one colour to the audience."""

COLORFUL = 0.2
"""From this difference of the channels on, of 1, a colour is more than grey."""

NEUTRAL_BLUE: RGB = (0x2B, 0x5F, 0x8C)
"""The first colour of a brand that names none."""

DARK_WORDS: RGB = (0x1C, 0x1F, 0x24)
LIGHT_WORDS: RGB = (0xF4, 0xF2, 0xEE)
"""The words of a brand that names none."""

STATUS = ("success", "info", "warning", "danger")
"""Colours that say how something went: they decorate nothing, and so no chart either."""

BRANDED = ("primary", "secondary", "tertiary")

OF_PAGES = (*STATUS, "foreground", "background", "light", "dark", HEADINGS, LINK)
"""Names of colours that charts don't take."""


class Palette(NamedTuple):
    """The colours that a derived theme is made of."""

    text: RGB
    paper: RGB
    night: RGB
    """The background of dark slides."""
    night_words: RGB
    primary: RGB
    second: RGB
    """The second colour: the brand's, or a shade of the first."""
    loud: tuple[RGB, ...]
    """The brand's colours that may set words off, the first that serves is taken."""
    loud_at_night: tuple[RGB, ...]
    """The same in dark tones, those first that the brand has for them."""
    further: tuple[RGB, ...]
    """Further colours of the brand, for charts."""
    surface: RGB
    headings: tuple[RGB | None, ...]
    """The colour of headings in light and in dark tones."""
    link: RGB | None
    dark_by_itself: bool
    """Whether the brand's own background is the dark one."""
    usage: Usage = Usage()
    """What the brand lets its colours be."""

    def kept(self, colors: Iterable[RGB], use: str) -> list[RGB]:
        """Return those of some colours that may be used for something."""
        return [color for color in colors if self.usage.allows(color, use)]

    def made(self, shades: Iterable[Shade]) -> list[Shade]:
        """Return those of some shades that alter no colour that the brand never alters."""
        return [
            one for one in shades
            if one.color not in self.usage.unaltered or one == Shade(one.color)
        ]  # fmt: skip


def brand_palette(named: Mapping[str, RGB], usage: Usage = Usage()) -> Palette:  # noqa: B008
    """Return the colours of a theme for a brand's resolved colours, as it lets them be used."""
    paper, text, dark_by_itself = _paper_and_text(named)
    further = tuple(_further(named))
    primary = named.get("primary") or next(iter(further), NEUTRAL_BLUE)
    unaltered = primary in usage.unaltered
    second = _second(primary, named.get("secondary"), text, paper, unaltered)
    branded = {"primary": primary, **named}
    loud = [branded[name] for name in ("secondary", "primary", "tertiary") if name in branded]
    loud = [color for color in loud if is_colorful(color)]
    link = named.get(LINK)
    if not loud and link and is_colorful(link) and "secondary" not in named:
        loud = [link]  # of black and white with one colour, links are in that
        second = link
    at_night = [named[f"{name}-dark"] for name in BRANDED if f"{name}-dark" in named]
    night, night_words = _night(named, text, paper, dark_by_itself)
    heading = named.get(HEADINGS)
    headings = heading, named.get(f"{HEADINGS}-dark", heading)
    own = (named.get("secondary", primary), named.get("tertiary", primary), *further)

    def read(colors: Iterable[RGB]) -> tuple[RGB, ...]:
        return tuple(dict.fromkeys(one for one in colors if usage.allows(one, "text")))

    return Palette(
        text=text,
        paper=paper,
        night=night,
        night_words=night_words,
        primary=primary,
        second=second,
        loud=read(loud),
        loud_at_night=read((*at_night, *loud)),
        further=tuple(color for color in dict.fromkeys(own) if color != primary),
        surface=_surface(named, text if unaltered else primary, text, paper),
        headings=tuple(one if one and usage.allows(one, "text") else None for one in headings),
        link=link,
        dark_by_itself=dark_by_itself,
        usage=usage,
    )


def _paper_and_text(named: Mapping[str, RGB]) -> tuple[RGB, RGB, bool]:
    """Return background and words, the lighter first, and whether the background is the darker."""
    background = named.get("background", (255, 255, 255))
    words = named.get("foreground") or _words_on(background, named)
    if contrast(words, background) < TEXT_CONTRAST:
        words = DARK_WORDS if contrast(DARK_WORDS, background) >= TEXT_CONTRAST else LIGHT_WORDS
    if lightness(background) < lightness(words):
        return words, background, True
    return background, words, False


def _words_on(background: RGB, named: Mapping[str, RGB]) -> RGB:
    """Return the words of a brand that names none: its darkest or lightest grey, if it has one."""
    greys = [color for color in named.values() if not is_colorful(color)]
    best = max(greys, key=lambda color: contrast(color, background), default=background)
    if contrast(best, background) >= 11:
        return best
    return DARK_WORDS if lightness(background) > 0.5 else LIGHT_WORDS


def _night(
    named: Mapping[str, RGB], text: RGB, paper: RGB, dark_by_itself: bool
) -> tuple[RGB, RGB]:
    """Return the background of dark slides and its words: the brand's own, else those of text."""
    if dark_by_itself:
        return text, paper
    words = named.get("foreground-dark", paper)
    liked = [named[name] for name in ("background-dark", "dark") if name in named]
    for background in (*liked, text, *sorted(named.values(), key=lightness)):
        for on_it in (words, paper):
            if contrast(background, on_it) >= READS_WELL and lightness(background) < 0.45:
                return background, on_it
    return text, paper


def _second(primary: RGB, given: RGB | None, text: RGB, paper: RGB, unaltered: bool) -> RGB:
    """Return the brand's second colour; where it has none of its own, a shade of the first, or
    that of words where the first is never altered."""
    if given and unaltered and given != primary:
        return given
    if unaltered:
        return text
    if given and difference(given, primary) >= APART and contrast(given, paper) >= 1.1:
        return given
    options = [Shade(primary, darker=35), Shade(primary, lighter=40), Shade(primary, darker=20)]
    if lightness(primary) < 0.16:
        options.sort(key=lambda shade: shade.darker)
    shown = [shade.on(paper) for shade in options]
    apart = [color for color in shown if min(difference(color, one) for one in (text, primary)) > 8]
    return (apart or shown)[0]


def _further(named: Mapping[str, RGB]) -> Iterator[RGB]:
    """Return the colourful ones of a palette, each once; no status, and none for dark tones."""
    status = {named[name] for name in STATUS if name in named}
    semantic = {named[name] for name in BRANDED if name in named}
    found: list[RGB] = []
    for name, color in named.items():
        of_page = name in OF_PAGES or name.endswith("-dark") or color in status - semantic
        if of_page or not is_colorful(color) or color in found:
            continue
        if all(difference(color, other) > APART / 2 for other in found):
            found.append(color)
            yield color


def _surface(named: Mapping[str, RGB], primary: RGB, text: RGB, paper: RGB) -> RGB:
    """Return calm areas: the brand's `light`, if it is one, else a tint of the first colour."""
    light = named.get("light")
    if light and light != paper and contrast(light, text) >= READS_WELL and lightness(light) > 0.8:
        return light
    of = primary if is_colorful(primary) else text
    red, green, blue = (round(a * 0.91 + b * 0.09) for a, b in zip(paper, of, strict=True))
    return red, green, blue


def is_colorful(color: RGB) -> bool:
    """Return whether a colour is more than grey."""
    return (max(color) - min(color)) / 255 > COLORFUL


def lightness(color: RGB) -> float:
    """Return how light a colour is, from 0 to 1, as the eye weighs its channels."""
    red, green, blue = color
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
